import type { Limit, TimescaleItem } from '../../../server/domain/forms/document.js';
import { timescaleResult } from '../../../server/domain/scoring/timescale.js';

const settings = { readOn: '2026-11-24', acceptedReasons: new Set<string>(), limits: {} };
const item = (...limits: Limit[]): TimescaleItem => ({
  key: 'plan',
  kind: 'timescale',
  question: 'In time?',
  from: { label: 'order made' },
  to: { label: 'plan agreed' },
  limits,
});
const within = (amount: number, unit: 'working-days' | 'calendar-days' | 'hours' | 'months') =>
  item({ direction: 'within', amount, unit });
const result = (of: TimescaleItem, from: string | null, to: string | null, reason: string | null = null, more = {}) =>
  timescaleResult(
    of,
    JSON.stringify({ from, to }),
    reason,
    { fact: () => null, answer: () => null },
    { ...settings, ...more },
  );
const outcome = (...given: Parameters<typeof result>) => result(...given)?.outcome ?? null;

describe('two dates', () => {
  test.each([
    [
      'within 15 working days: the fifteenth, Easter left out',
      within(15, 'working-days'),
      '2026-04-01',
      '2026-04-24',
      'met',
      15,
    ],
    ['within 15 working days: the sixteenth', within(15, 'working-days'), '2026-04-01', '2026-04-27', 'not-met', 16],
    ['within 5 calendar days', within(5, 'calendar-days'), '2026-04-01', '2026-04-06', 'met', 5],
    ['within 3 months: the same day of the month', within(3, 'months'), '2026-01-31', '2026-04-30', 'met', 89],
    ['within 3 months: a day later', within(3, 'months'), '2026-01-31', '2026-05-01', 'not-met', 90],
    ['done before it began to count', within(5, 'working-days'), '2026-06-03', '2026-06-01', 'met', -2],
    [
      'within 24 hours, over the night when clocks go back',
      within(24, 'hours'),
      '2026-10-24T12:00',
      '2026-10-25T11:00',
      'met',
      24,
    ],
    [
      'within 24 hours, a minute late',
      within(24, 'hours'),
      '2026-06-01T12:00',
      '2026-06-02T12:01',
      'not-met',
      24 + 1 / 60,
    ],
    [
      'not more than 3 months before',
      item({ direction: 'not-more-than', amount: 3, unit: 'months' }),
      '2026-03-01',
      '2026-06-02',
      'not-met',
      93,
    ],
    [
      'at least 10 working days before',
      item({ direction: 'at-least-before', amount: 10, unit: 'working-days' }),
      '2026-06-01',
      '2026-06-15',
      'met',
      10,
    ],
    [
      'nine working days before',
      item({ direction: 'at-least-before', amount: 10, unit: 'working-days' }),
      '2026-06-02',
      '2026-06-15',
      'not-met',
      9,
    ],
    [
      'the same day, at another time',
      item({ direction: 'same-day' }),
      '2026-06-01T09:00',
      '2026-06-01T17:00',
      'met',
      0,
    ],
    ['the next day', item({ direction: 'same-day' }), '2026-06-01T23:50', '2026-06-02T00:10', 'not-met', 1],
    ['before, on the same day', item({ direction: 'before' }), '2026-06-01T09:00', '2026-06-01T10:00', 'met', 0],
    [
      'not before, at the same minute',
      item({ direction: 'before' }),
      '2026-06-01T10:00',
      '2026-06-01T10:00',
      'not-met',
      0,
    ],
  ] as const)('%s', (_says, of, from, to, expected, days) => {
    expect(result(of, from, to)?.outcome).toBe(expected);
    expect(result(of, from, to)?.days).toBeCloseTo(days, 9);
  });

  test('late with a reason on file is ‘Not met, reason given’; ‘no reason on file’ is none', () => {
    const late = (reason: string | null) => outcome(within(1, 'working-days'), '2026-06-01', '2026-06-03', reason);
    expect([late('staffing'), late('not-recorded'), late(null)]).toEqual(['not-met-with-reason', 'not-met', 'not-met']);
  });

  test('what can’t be told without the time of day is Not evidenced', () => {
    expect(outcome(item({ direction: 'before' }), '2026-06-01', '2026-06-01T10:00')).toBe('not-evidenced');
    expect(outcome(within(24, 'hours'), '2026-06-01', '2026-06-01T10:00')).toBe('not-evidenced');
    expect(outcome(item({ direction: 'before' }), '2026-05-31', '2026-06-01')).toBe('met');
  });
});

describe('not done', () => {
  test('is Not met once its last day lies before the day of reading, and until then not yet due', () => {
    const plan = within(15, 'working-days');
    expect(outcome(plan, '2026-11-02', 'not-done')).toBe('not-met');
    expect(outcome(plan, '2026-11-02', 'not-done', 'staffing')).toBe('not-met-with-reason');
    expect(outcome(plan, '2026-11-03', 'not-done')).toBe('not-yet-due');
    expect(outcome(plan, '2026-12-25', 'not-done')).toBe('not-yet-due');
    expect(outcome(item({ direction: 'same-day' }), '2026-11-24', 'not-done')).toBe('not-yet-due');
    expect(outcome(item({ direction: 'same-day' }), '2026-11-23', 'not-done')).toBe('not-met');
  });

  test('what had to come first is Not met once no time is left for it', () => {
    const meeting = item({ direction: 'at-least-before', amount: 10, unit: 'working-days' });
    expect(outcome(meeting, 'not-done', '2026-12-08')).toBe('not-yet-due');
    expect(outcome(meeting, 'not-done', '2026-12-07')).toBe('not-met');
    expect(outcome(meeting, '2026-11-02', 'not-done')).toBe('not-yet-due');
  });
});

test('done without a date, or without a trace, is Not evidenced', () => {
  const plan = within(15, 'working-days');
  expect(outcome(plan, '2026-06-01', 'done-no-date')).toBe('not-evidenced');
  expect(outcome(plan, '2026-06-01', 'no-trace')).toBe('not-evidenced');
  expect(outcome(plan, 'no-trace', '2026-06-05')).toBe('not-evidenced');
  expect(outcome(plan, 'no-trace', null)).toBe('not-evidenced');
});

test('half an answer has no result', () => {
  expect(outcome(within(15, 'working-days'), '2026-06-01', null)).toBeNull();
  expect(outcome(within(15, 'working-days'), null, null)).toBeNull();
});

test('of several limits the first whose condition holds is used, and it is told', () => {
  const report = item(
    { direction: 'within', amount: 10, unit: 'working-days', when: { fact: 'custody-entry', set: true } },
    { direction: 'within', amount: 15, unit: 'working-days' },
  );
  const used = (custody: string | null) =>
    timescaleResult(
      report,
      '{"from":"2026-06-01","to":"2026-06-16"}',
      null,
      { fact: () => custody, answer: () => null },
      settings,
    );
  expect(used(null)).toMatchObject({ outcome: 'met', days: 11, limitUsed: 'within 15 working days' });
  expect(used('2026-05-01')).toMatchObject({ outcome: 'not-met', limitUsed: 'within 10 working days' });
});

test('the service’s own limit takes the place of the document’s number, and is told as its own', () => {
  const measure = { amount: 8, unit: 'calendar-days' } as const;
  const limits = { 'plan 1': { direction: 'within', measure, ordersFrom: '2026-01-01' } };
  expect(result(within(15, 'working-days'), '2026-06-01', '2026-06-10', null, { limits })).toMatchObject({
    outcome: 'not-met',
    days: 9,
    limitUsed: 'within 8 days (own limit)',
  });
});

test('a limit that ends beyond the years of known bank holidays is not yet due', () => {
  expect(outcome(within(900, 'working-days'), '2026-06-01', 'not-done')).toBe('not-yet-due');
});
