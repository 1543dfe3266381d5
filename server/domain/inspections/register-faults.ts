import type { ListedOrder } from '../sampling/rules.js';

type Order = Pick<ListedOrder, 'practitioner' | 'team' | 'harm' | 'safety' | 'status' | 'endsOn' | 'startedOn'>;

/**
 * What an inspectorate asks of a list of cases and the register does not say of this one, or says at odds: to be put
 * right before the list is asked for.
 * @param today 'YYYY-MM-DD'
 * @example registerFaults(order, { sex: null }, '2026-11-24') // ['Sex is not recorded']
 */
export function registerFaults(order: Order, { sex }: { sex: string | null }, today: string): string[] {
  const { practitioner, team, harm, safety, status, startedOn, endsOn } = order;
  return [
    startedOn > today ? 'The order begins in the future' : null,
    practitioner === null ? 'No practitioner is recorded, so nobody can be told' : null,
    team === null ? 'No team is recorded' : null,
    harm === null ? 'Risk of serious harm is not recorded' : null,
    safety === null ? 'Safety and wellbeing is not recorded' : null,
    status === 'closed' && endsOn === null ? 'The order is closed and its end is not recorded' : null,
    status === 'open' && endsOn !== null && endsOn < today ? 'The order is open and its end has gone by' : null,
    sex === null ? 'Sex is not recorded' : null,
  ].filter((found) => found !== null);
}
