import { casesOf } from '../../../server/domain/register/cases.js';
import { compareCase, listedCase, type KnownCase } from '../../../server/domain/register/compare.js';
import { factKeys } from '../../../server/domain/register/facts.js';
import { goodRow, readGuessed, sheetOf } from '../../fixtures/registers.js';

const everyFact = new Set(factKeys);
const listed = (...rows: Parameters<typeof goodRow>[0][]) => {
  const [read] = casesOf(readGuessed(sheetOf(rows.map(goodRow))).good).cases;
  if (!read) throw new Error('no case was read');
  return listedCase(
    read,
    () => '7',
    () => '1',
  );
};
/** What is known after a list was brought in. */
const known = (...rows: Parameters<typeof goodRow>[0][]): KnownCase => {
  const { values, orders } = listed(...rows);
  return {
    id: 1,
    values,
    orders: orders.map(({ type, startedOn, values: own }, at) => ({ id: at + 1, type, startedOn, values: own })),
  };
};

test('a case that is not known is new', () => {
  expect(compareCase(listed({}), null, everyFact, new Set()).state).toBe('new');
});

test('a case that says the same is the same', () => {
  expect(compareCase(listed({}), known({}), everyFact, new Set())).toMatchObject({
    state: 'same',
    gone: [],
    maybeSame: null,
  });
});

test('one order gone and one new of the same type may be the same, put right', () => {
  const compared = compareCase(listed({ order_start: '2026-06-02' }), known({}), everyFact, new Set());
  expect(compared.maybeSame?.startedOn).toBe('2026-06-01');
  expect(compared.gone).toHaveLength(1);
  expect(compared.orders.map((order) => order.known)).toEqual([null]);
});

test('said to be the same, it keeps its history instead of being new', () => {
  const compared = compareCase(listed({ order_start: '2026-06-02' }), known({}), everyFact, new Set([1]));
  expect(compared.gone).toEqual([]);
  expect(compared.orders[0]?.changes).toEqual([{ fact: 'started-on', before: '2026-06-01', after: '2026-06-02' }]);
});

test('one gone and one new that share neither type nor start are two orders', () => {
  const compared = compareCase(
    listed({ order_start: '2026-07-01', order_type: 'YRO' }),
    known({}),
    everyFact,
    new Set([1]),
  );
  expect(compared.maybeSame).toBeNull();
  expect(compared.gone).toHaveLength(1);
});

test('an order that is no longer listed beside others is no change of the case', () => {
  const before = known({}, { order_start: '2026-01-01' });
  expect(compareCase(listed({}), before, everyFact, new Set())).toMatchObject({
    state: 'same',
    gone: [{ startedOn: '2026-01-01' }],
  });
});
