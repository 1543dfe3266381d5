import { eligibility, reasons } from '../../../server/domain/sampling/eligibility.js';
import { rulesInWords } from '../../../server/domain/sampling/rules-in-words.js';
import { anyCase, type ListedCase, type ListedOrder, type Rules } from '../../../server/domain/sampling/rules.js';

const today = '2026-11-24';
const order: ListedOrder = {
  id: 7,
  listed: true,
  orderType: 'referral-order',
  orderGroup: 'court-community',
  status: 'open',
  startedOn: '2026-06-01',
  endsOn: '2027-05-31',
  harm: 'medium',
  safety: 'high',
  reoffending: 'low',
  custodyEntryOn: null,
  mappaLevel: null,
  practitioner: 3,
  team: 1,
};
const listed: ListedCase = { orders: [order], lookedAfter: false, childProtection: false, lastAuditedOn: null };

const ask = (rules: Partial<Rules>, facts: Partial<ListedOrder> = {}, ofCase: Partial<ListedCase> = {}) =>
  eligibility({ ...listed, orders: [{ ...order, ...facts }], ...ofCase }, { ...anyCase, ...rules }, today);

test('without rules every listed order may be drawn', () => {
  expect(ask({})).toEqual({ eligible: true, order: 7 });
});

test.each<[string, Partial<Rules>, Partial<ListedOrder>, Partial<ListedCase>, string]>([
  ['no-order', {}, {}, { orders: [] }, 'The register holds no order for this case.'],
  ['not-listed', {}, { listed: false }, {}, 'The order is no longer in the case list.'],
  ['status', { status: 'open' }, { status: 'closed' }, {}, 'The order is closed; only open ones may be drawn.'],
  ['status', { status: 'closed' }, {}, {}, 'The order is open; only closed ones may be drawn.'],
  [
    'ended',
    { endedWithinMonths: 3 },
    { status: 'closed', endsOn: '2026-08-23' },
    {},
    'The order ended on 23 Aug 2026, before 24 Aug 2026.',
  ],
  [
    'ended',
    { endedWithinMonths: 3 },
    { status: 'closed', endsOn: null },
    {},
    'The order is closed and its end is not recorded.',
  ],
  ['started', { startedFrom: '2026-06-02' }, {}, {}, 'The order began on 1 Jun 2026, before 2 Jun 2026.'],
  ['started', { startedUntil: '2026-05-31' }, {}, {}, 'The order began on 1 Jun 2026, after 31 May 2026.'],
  ['order-type', { orderGroups: ['custody'] }, {}, {}, 'The order is of a kind that was not chosen: Referral order.'],
  [
    'order-type',
    { orderTypes: ['dto'] },
    { orderType: 'local-scheme' },
    {},
    'The order is of a kind that was not chosen: local scheme.',
  ],
  ['team', { teams: [2] }, {}, {}, 'The order is with a team that was not chosen.'],
  ['team', { teams: [2] }, { team: null }, {}, 'No team is recorded for this order.'],
  ['practitioner', { practitioners: [4] }, {}, {}, 'The order is with a practitioner that was not chosen.'],
  ['custody', { custody: true }, {}, {}, 'No custody is recorded for this order.'],
  ['mappa', { mappa: true }, {}, {}, 'No MAPPA level is recorded for this order.'],
  ['looked-after', { lookedAfter: true }, {}, {}, 'The child is not looked after.'],
  [
    'looked-after',
    { lookedAfter: true },
    {},
    { lookedAfter: null },
    'It is not recorded whether the child is looked after: put it right in the register first.',
  ],
  ['child-protection', { childProtection: true }, {}, {}, 'The child is not on a child protection plan.'],
  [
    'harm-level',
    { harmLevels: ['high', 'very-high'] },
    {},
    {},
    'Risk of serious harm is medium, which was not chosen.',
  ],
  [
    'harm-level',
    { harmLevels: ['low', 'medium', 'high', 'very-high'] },
    { harm: null },
    {},
    'Risk of serious harm is not recorded: put it right in the register first.',
  ],
  [
    'safety-level',
    { safetyLevels: ['low'] },
    { safety: 'very-high' },
    {},
    'Safety and wellbeing is very high, which was not chosen.',
  ],
  [
    'reoffending-level',
    { reoffendingLevels: ['high'] },
    {},
    {},
    'Likelihood of reoffending is low, which was not chosen.',
  ],
  [
    'audited',
    { notAuditedForMonths: 6 },
    {},
    { lastAuditedOn: '2026-05-24' },
    'Audited on 24 May 2026, within the last 6 months.',
  ],
  [
    'audited',
    { notAuditedForMonths: 1 },
    {},
    { lastAuditedOn: '2026-11-20' },
    'Audited on 20 Nov 2026, within the last month.',
  ],
])('a case is left out by %s and told why', (rule, rules, facts, ofCase, words) => {
  expect(ask(rules, facts, ofCase)).toMatchObject({ eligible: false, rule, words });
  expect(reasons).toHaveProperty(rule);
});

test.each<[string, Partial<Rules>, Partial<ListedOrder>, Partial<ListedCase>]>([
  ['both ends of the dates count', { startedFrom: '2026-06-01', startedUntil: '2026-06-01' }, {}, {}],
  ['an open order has not ended too long ago', { endedWithinMonths: 3 }, { endsOn: '2026-01-01' }, {}],
  [
    'an order that ended on the first day counted',
    { endedWithinMonths: 3 },
    { status: 'closed', endsOn: '2026-08-24' },
    {},
  ],
  [
    'a chosen type passes although its group is not chosen',
    { orderGroups: ['custody'], orderTypes: ['referral-order'] },
    {},
    {},
  ],
  ['custody by entry', { custody: true }, { custodyEntryOn: '2026-07-01' }, {}],
  ['custody by kind of order', { custody: true }, { orderGroup: 'custody' }, {}],
  ['MAPPA at any level', { mappa: true }, { mappaLevel: '1' }, {}],
  ['audited a day before the months began', { notAuditedForMonths: 6 }, {}, { lastAuditedOn: '2026-05-23' }],
])('a case may be drawn: %s', (_, rules, facts, ofCase) => {
  expect(ask(rules, facts, ofCase)).toEqual({ eligible: true, order: 7 });
});

describe('a case with several orders', () => {
  const orders = [
    { ...order, id: 1, startedOn: '2025-01-01', team: 1 },
    { ...order, id: 2, startedOn: '2026-03-01', team: 1 },
    { ...order, id: 3, startedOn: '2026-09-01', team: 2 },
    { ...order, id: 4, startedOn: '2026-03-01', team: 1 },
  ];
  const whichOf = (rules: Partial<Rules>) => eligibility({ ...listed, orders }, { ...anyCase, ...rules }, today);

  test('is drawn through the one that began last of those that pass', () => {
    expect(whichOf({})).toEqual({ eligible: true, order: 3 });
  });

  test('is drawn through the higher number of two that began on a day', () => {
    expect(whichOf({ teams: [1] })).toEqual({ eligible: true, order: 4 });
  });

  test('is left out by the rule that stopped the order that came furthest', () => {
    expect(whichOf({ teams: [1], startedFrom: '2026-04-01' })).toMatchObject({
      eligible: false,
      order: 3,
      rule: 'team',
    });
  });
});

test('rules read as sentences, and those that ask nothing are not told', () => {
  const names = { team: (id: number) => `Team ${id}`, person: (id: number) => `Person ${id}` };
  expect(rulesInWords(anyCase, names)).toEqual(['Open and closed orders.']);
  const rules: Rules = {
    status: 'open',
    endedWithinMonths: 1,
    orderGroups: ['custody'],
    orderTypes: ['referral-order', 'dto'],
    startedFrom: '2026-01-01',
    startedUntil: '2026-09-30',
    teams: [1, 2],
    practitioners: [3],
    harmLevels: ['high', 'very-high'],
    safetyLevels: ['low'],
    reoffendingLevels: ['medium'],
    custody: true,
    mappa: true,
    lookedAfter: true,
    childProtection: true,
    notAuditedForMonths: 6,
  };
  expect(rulesInWords(rules, names)).toEqual([
    'Open orders.',
    'Closed ones only if they ended in the last month.',
    'Began from 1 January 2026 to 30 September 2026.',
    'Kind of order: Court, custody, Referral order or Detention and training order.',
    'Team: Team 1 or Team 2.',
    'Practitioner: Person 3.',
    'Only in custody, now or before.',
    'Only under MAPPA.',
    'Only children who are looked after.',
    'Only children on a child protection plan.',
    'Risk of serious harm: high or very high.',
    'Safety and wellbeing: low.',
    'Likelihood of reoffending: medium.',
    'Not audited in the last 6 months.',
  ]);
});
