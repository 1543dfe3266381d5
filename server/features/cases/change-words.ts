import { formatDate } from '../../domain/calendar/format-date.js';
import type { Change, ComparedCase } from '../../domain/register/compare.js';
import { isRegisterFact, kindOf, registerFacts } from '../../domain/register/facts.js';
import { isOrderType, orderTypes } from '../../domain/register/orders.js';
import { isLevel, levelNames } from '../../domain/register/values.js';

/** Facts counted together in one word. */
const countedAs: Partial<Record<Change['fact'], readonly [one: string, many: string]>> = {
  'ends-on': ['end date', 'end dates'],
  rosh: ['level', 'levels'],
  safety: ['level', 'levels'],
  reoffending: ['level', 'levels'],
  practitioner: ['practitioner', 'practitioners'],
  team: ['team', 'teams'],
  status: ['state', 'states'],
};

/**
 * What changes in all cases, counted by kind: '41 end dates, 12 levels, 9 practitioners'.
 */
export function changesInWords(cases: readonly ComparedCase[]): string {
  const counts = new Map<string, { one: string; many: string; n: number }>();
  const count = ([one, many]: readonly [string, string]) => {
    const before = counts.get(many);
    counts.set(many, { one, many, n: (before?.n ?? 0) + 1 });
  };
  for (const { state, changes, orders } of cases) {
    if (state !== 'changed') continue;
    for (const { fact } of [...changes, ...orders.flatMap((order) => order.changes)]) {
      count(countedAs[fact] ?? ['other fact', 'other facts']);
    }
    for (const { known } of orders) if (!known) count(['new order', 'new orders']);
  }
  return [...counts.values()]
    .sort((a, b) => b.n - a.n)
    .map(({ one, many, n }) => `${n} ${n === 1 ? one : many}`)
    .join(', ');
}

/** A fact in the words of a page. */
export function factInWords(fact: string): string {
  return isRegisterFact(fact) ? registerFacts[fact].says : fact;
}

/** Whether a fact is one of the service's levels: they are hidden from who has not put their own. */
export function isLevelFact(fact: string): boolean {
  return isRegisterFact(fact) && kindOf(fact) === 'level';
}

/** A kept value of a fact in the words of a page; null is 'not recorded'. */
export function valueInWords(fact: string, value: string | null): string {
  if (value === null) return 'not recorded';
  if (isOrderType(value)) return orderTypes[value].short;
  if (isLevel(value)) return levelNames[value];
  return isRegisterFact(fact) && kindOf(fact) === 'date' ? formatDate(value) : value;
}
