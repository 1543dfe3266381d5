import { addMonths } from '../calendar/days.js';
import { formatDate } from '../calendar/format-date.js';
import type { Level } from '../forms/scales.js';
import { orderName } from './order-name.js';
import type { ListedCase, ListedOrder, Rules } from './rules.js';

export type RuleKey = (typeof checks)[number]['rule'] | 'no-order';

export type Eligibility =
  | { eligible: true; order: number }
  /** `words` answers 'why am I not in the list?'; `order` is the order that came nearest. */
  | { eligible: false; order: number | null; rule: RuleKey; words: string };

/** The rules as headings of a list of reasons, in the order in which they are asked. A case counts under the first. */
export const reasons: Readonly<Record<RuleKey, string>> = {
  'no-order': 'No order in the register',
  'not-listed': 'No longer in the case list',
  status: 'Open or closed',
  ended: 'Ended too long ago',
  started: 'Began before or after the dates',
  'order-type': 'Another kind of order',
  team: 'Another team',
  practitioner: 'Another practitioner',
  custody: 'Not in custody',
  mappa: 'Not under MAPPA',
  'looked-after': 'Not looked after',
  'child-protection': 'Not on a child protection plan',
  'harm-level': 'Level of risk of serious harm',
  'safety-level': 'Level of safety and wellbeing',
  'reoffending-level': 'Level of likelihood of reoffending',
  audited: 'Audited too recently',
};

/**
 * Whether a case may be drawn and through which order: of those that pass every rule, the one that began last (the
 * higher id where two began on a day). Otherwise the rule that left out the order that came furthest.
 * @param today 'YYYY-MM-DD', from which months are counted back
 * @example eligibility({ orders: [], lookedAfter: null, childProtection: null, lastAuditedOn: null }, anyCase, '2026-11-24')
 * // { eligible: false, order: null, rule: 'no-order', words: 'The register holds no order for this case.' }
 */
export function eligibility(listed: ListedCase, rules: Rules, today: string): Eligibility {
  const tried = listed.orders
    .toSorted(lastBegunFirst)
    .map((order) => ({ order, stopped: firstStop(order, listed, rules, today) }));
  const passed = tried.find(({ stopped }) => stopped === null);
  if (passed) return { eligible: true, order: passed.order.id };
  let nearest: { order: ListedOrder; stop: Stop } | null = null;
  for (const { order, stopped } of tried)
    if (stopped && (!nearest || stopped.at > nearest.stop.at)) nearest = { order, stop: stopped };
  if (!nearest)
    return { eligible: false, order: null, rule: 'no-order', words: 'The register holds no order for this case.' };
  return { eligible: false, order: nearest.order.id, rule: nearest.stop.rule, words: nearest.stop.words };
}

interface Stop {
  at: number;
  rule: RuleKey;
  words: string;
}

function firstStop(order: ListedOrder, listed: ListedCase, rules: Rules, today: string): Stop | null {
  for (const [at, { rule, leavesOut }] of checks.entries()) {
    const words = leavesOut(order, rules, listed, today);
    if (words !== null) return { at, rule, words };
  }
  return null;
}

/** Says why the rule leaves an order out, or null when it passes. */
type Check = (order: ListedOrder, rules: Rules, listed: ListedCase, today: string) => string | null;

const check = <Key extends string>(rule: Key, leavesOut: Check) => ({ rule, leavesOut });

const checks = [
  check('not-listed', (order) => (order.listed ? null : 'The order is no longer in the case list.')),
  check('status', (order, { status }) =>
    status === 'any' || status === order.status
      ? null
      : `The order is ${order.status}; only ${status} ones may be drawn.`,
  ),
  check('ended', (order, { endedWithinMonths: months }, _, today) => {
    if (months === null || order.status === 'open') return null;
    if (order.endsOn === null) return 'The order is closed and its end is not recorded.';
    const since = addMonths(today, -months);
    return order.endsOn >= since
      ? null
      : `The order ended on ${formatDate(order.endsOn)}, before ${formatDate(since)}.`;
  }),
  check('started', ({ startedOn }, { startedFrom, startedUntil }) => {
    if (startedFrom !== null && startedOn < startedFrom)
      return `The order began on ${formatDate(startedOn)}, before ${formatDate(startedFrom)}.`;
    if (startedUntil !== null && startedOn > startedUntil)
      return `The order began on ${formatDate(startedOn)}, after ${formatDate(startedUntil)}.`;
    return null;
  }),
  check('order-type', (order, { orderGroups, orderTypes }) => {
    const asksNothing = orderGroups.length === 0 && orderTypes.length === 0;
    if (asksNothing || orderGroups.includes(order.orderGroup) || orderTypes.includes(order.orderType)) return null;
    return `The order is of a kind that was not chosen: ${orderName(order.orderType)}.`;
  }),
  check('team', (order, { teams }) => chosen(order.team, teams, 'team')),
  check('practitioner', (order, { practitioners }) => chosen(order.practitioner, practitioners, 'practitioner')),
  check('custody', (order, { custody }) =>
    !custody || order.orderGroup === 'custody' || order.custodyEntryOn !== null
      ? null
      : 'No custody is recorded for this order.',
  ),
  check('mappa', (order, { mappa }) =>
    !mappa || order.mappaLevel !== null ? null : 'No MAPPA level is recorded for this order.',
  ),
  check('looked-after', (_, { lookedAfter }, listed) =>
    lookedAfter ? flagged(listed.lookedAfter, 'the child is looked after', 'The child is not looked after.') : null,
  ),
  check('child-protection', (_, { childProtection }, listed) =>
    childProtection
      ? flagged(
          listed.childProtection,
          'the child is on a child protection plan',
          'The child is not on a child protection plan.',
        )
      : null,
  ),
  check('harm-level', (order, { harmLevels }) => ofLevel(order.harm, harmLevels, 'Risk of serious harm')),
  check('safety-level', (order, { safetyLevels }) => ofLevel(order.safety, safetyLevels, 'Safety and wellbeing')),
  check('reoffending-level', (order, { reoffendingLevels }) =>
    ofLevel(order.reoffending, reoffendingLevels, 'Likelihood of reoffending'),
  ),
  check('audited', (_, { notAuditedForMonths: months }, { lastAuditedOn }, today) => {
    if (months === null || lastAuditedOn === null || lastAuditedOn < addMonths(today, -months)) return null;
    return `Audited on ${formatDate(lastAuditedOn)}, within the last ${inMonths(months)}.`;
  }),
] as const;

function chosen(id: number | null, ids: readonly number[], what: string): string | null {
  if (ids.length === 0 || (id !== null && ids.includes(id))) return null;
  return id === null ? `No ${what} is recorded for this order.` : `The order is with a ${what} that was not chosen.`;
}

function flagged(flag: boolean | null, what: string, otherwise: string): string | null {
  if (flag === null) return `It is not recorded whether ${what}: put it right in the register first.`;
  return flag ? null : otherwise;
}

function ofLevel(level: Level | null, wanted: readonly Level[], of: string): string | null {
  if (wanted.length === 0 || (level !== null && wanted.includes(level))) return null;
  if (level === null) return `${of} is not recorded: put it right in the register first.`;
  return `${of} is ${level.replace('-', ' ')}, which was not chosen.`;
}

function inMonths(months: number): string {
  return months === 1 ? 'month' : `${months} months`;
}

function lastBegunFirst(a: ListedOrder, b: ListedOrder): number {
  if (a.startedOn !== b.startedOn) return a.startedOn > b.startedOn ? -1 : 1;
  return b.id - a.id;
}
