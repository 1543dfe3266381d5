import { chanceOfDifference, standsOut } from '../../../server/domain/statistics/stands-out';

it('gives twice the exact tail of the hypergeometric distribution', () => {
  // 0 of 5, where 10 of 20 are sufficient: C(10,5)/C(20,5) = 252/15504
  expect(chanceOfDifference({ sufficient: 0, n: 5 }, { sufficient: 10, n: 20 })).toBeCloseTo((2 * 252) / 15504, 12);
  expect(chanceOfDifference({ sufficient: 5, n: 5 }, { sufficient: 10, n: 20 })).toBeCloseTo((2 * 252) / 15504, 12);
});

it('is certain where a person is as the rest', () => {
  expect(chanceOfDifference({ sufficient: 5, n: 10 }, { sufficient: 20, n: 40 })).toBe(1);
});

it('refuses a part that does not fit into its whole', () => {
  expect(() => chanceOfDifference({ sufficient: 3, n: 5 }, { sufficient: 2, n: 20 })).toThrow(RangeError);
});

it('allows for how many tests there are', () => {
  expect(standsOut([0.04])).toEqual([true]);
  expect(standsOut([0.04, 0.5])).toEqual([false, false]);
  expect(standsOut([0.02, 0.5])).toEqual([true, false]);
});
