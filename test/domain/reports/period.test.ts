import { lastTwelveMonths, quartersOf } from '../../../server/domain/reports/period';

it('takes the last twelve months, today included', () => {
  expect(lastTwelveMonths('2026-11-24')).toEqual({ from: '2025-11-25', until: '2026-11-24' });
  expect(lastTwelveMonths('2028-02-29')).toEqual({ from: '2027-03-01', until: '2028-02-29' });
});

it('cuts the first and the last quarter to the period, without a gap and without an overlap', () => {
  const quarters = quartersOf({ from: '2025-11-25', until: '2026-11-24' }, '2026-11-24');
  expect(quarters.map(({ from, until }) => [from, until])).toEqual([
    ['2025-11-25', '2025-12-31'],
    ['2026-01-01', '2026-03-31'],
    ['2026-04-01', '2026-06-30'],
    ['2026-07-01', '2026-09-30'],
    ['2026-10-01', '2026-11-24'],
  ]);
});

it('says which quarters are not whole', () => {
  const quarters = quartersOf({ from: '2025-11-25', until: '2026-11-24' }, '2026-11-24');
  expect(quarters.map(({ under }) => under)).toEqual(['2025 part', '2026', '2026', '2026', '2026 so far']);
});

it('calls a quarter that was cut in the past a part, not so far', () => {
  const [only] = quartersOf({ from: '2026-04-01', until: '2026-05-10' }, '2026-11-24');
  expect(only?.under).toBe('2026 part');
});

it('gives one quarter for one day', () => {
  expect(quartersOf({ from: '2026-06-30', until: '2026-06-30' }, '2026-11-24')).toHaveLength(1);
});
