import fc from 'fast-check';
import { meanAllowed } from '../../../server/domain/statistics/mean-allowed.js';
import { rangeInTenths, rangeOfScores } from '../../../server/domain/statistics/range-in-words.js';
import { limitPercent, roundHalfUp, scoreText, wholePercent } from '../../../server/domain/statistics/rounding.js';
import { pooledShareAllowed, shareAllowed } from '../../../server/domain/statistics/share-allowed.js';
import { enoughForAllReaders } from '../../../server/domain/statistics/small-numbers.js';

const share = (sufficient: number, n: number) => shareAllowed({ sufficient, n }, null, null);

describe('a share of audits', () => {
  test('of none is nothing yet', () => {
    expect(share(0, 0)).toEqual({ show: 'none-yet' });
  });

  test('of 1 to 4 is a count without a range', () => {
    expect(share(1, 1)).toEqual({ show: 'count', count: '1 of 1' });
    expect(share(3, 4)).toEqual({ show: 'count', count: '3 of 4' });
  });

  test('of 5 to 9 is a count with its range in words, without per cent', () => {
    expect(share(5, 5)).toMatchObject({
      show: 'count-with-range',
      count: '5 of 5',
      range: 'most likely between 5 and 10 in 10',
    });
    expect(share(5, 9)).toMatchObject({ show: 'count-with-range', range: 'most likely between 2 and 9 in 10' });
    expect(JSON.stringify(share(5, 9))).not.toContain('%');
  });

  test('of 10 and more is per cent with count and range', () => {
    expect(share(23, 38)).toMatchObject({ show: 'per-cent', count: '23 of 38', percent: 61, range: '45 to 74%' });
    expect(share(10, 10)).toMatchObject({ show: 'per-cent', percent: 100 });
  });

  test('in one sample has a range of the cases that could have been drawn', () => {
    expect(shareAllowed({ sufficient: 5, n: 8 }, 41, null)).toMatchObject({
      count: '5 of 8',
      range: 'most likely between 12 and 36 of all 41',
    });
    expect(shareAllowed({ sufficient: 5, n: 8 }, 8, null)).toMatchObject({ range: '5 of all 8' });
    expect(shareAllowed({ sufficient: 7, n: 10 }, 146, null)).toMatchObject({ percent: 70, range: '36 to 92%' });
  });

  test('is not shown to a reader without reach unless it rests on 5 audits of 3 practitioners', () => {
    expect(shareAllowed({ sufficient: 9, n: 12 }, null, { audits: 12, practitioners: 2 })).toEqual({ show: 'too-few' });
    expect(shareAllowed({ sufficient: 0, n: 0 }, null, { audits: 0, practitioners: 0 })).toEqual({ show: 'too-few' });
    expect(shareAllowed({ sufficient: 9, n: 12 }, null, { audits: 12, practitioners: 3 })).toMatchObject({
      percent: 75,
    });
    expect(enoughForAllReaders({ audits: 4, practitioners: 4 })).toBe(false);
    expect(enoughForAllReaders({ audits: 5, practitioners: 3 })).toBe(true);
  });
});

describe('items pooled over audits', () => {
  const audits = (n: number) => Array.from({ length: n }, (_, i) => ({ sufficient: 3 + (i % 3), n: 6 }));

  test('are shown by the number of audits, not of items', () => {
    expect(pooledShareAllowed([], null)).toEqual({ show: 'none-yet' });
    expect(pooledShareAllowed([{ sufficient: 0, n: 0 }], null)).toEqual({ show: 'none-yet' });
    expect(pooledShareAllowed(audits(4), null)).toEqual({ show: 'count', count: '15 of 24' });
    expect(pooledShareAllowed(audits(9), null)).toMatchObject({ show: 'count-with-range', count: '36 of 54' });
    expect(pooledShareAllowed(audits(10), null)).toMatchObject({ show: 'per-cent', count: '39 of 60', percent: 65 });
  });

  test('are too few to show for a reader without reach', () => {
    expect(pooledShareAllowed(audits(4), { audits: 4, practitioners: 3 })).toEqual({ show: 'too-few' });
  });
});

describe('a mean score', () => {
  test('of 1 to 4 audits is not shown, but each score is', () => {
    expect(meanAllowed([], null)).toEqual({ show: 'none-yet' });
    expect(meanAllowed([0.7, 0.6499999999999999], null)).toEqual({ show: 'each', n: 2, scores: ['0.70', '0.65'] });
    expect(meanAllowed([0, 1, 1, 1], null)).toMatchObject({ show: 'each', n: 4 });
  });

  test('of 5 and more has two places, n and its range', () => {
    expect(meanAllowed([0.48, 0.46, 0.64, 0.55, 0.63], null)).toMatchObject({
      show: 'mean',
      n: 5,
      text: '0.55',
      range: '0.45 to 0.65',
    });
  });

  test('is too few to show for a reader without reach', () => {
    expect(meanAllowed([0.5, 0.5, 0.5, 0.5, 0.5], { audits: 5, practitioners: 2 })).toEqual({ show: 'too-few' });
  });
});

describe('rounding', () => {
  test('whole per cent rounds halves up where floats would not', () => {
    expect([
      wholePercent(23, 40),
      wholePercent(1, 8),
      wholePercent(57, 200),
      wholePercent(0, 7),
      wholePercent(7, 7),
    ]).toEqual([58, 13, 29, 0, 100]);
    expect(() => wholePercent(1, 0)).toThrow(RangeError);
  });

  test('whole per cent is never further than half a point from the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (n, k) => {
        const sufficient = Math.min(k, n);
        const twice = 2 * (wholePercent(sufficient, n) * n - 100 * sufficient);
        expect(twice > -n && twice <= n).toBe(true);
      }),
    );
  });

  test('what floats made a hair smaller is rounded as it was meant', () => {
    expect([roundHalfUp(1.005, 2), roundHalfUp(0.285, 2), limitPercent(0.575)]).toEqual([1.01, 0.29, 58]);
    expect(scoreText(0.6499999999999999)).toBe('0.65');
  });

  test('ranges in words are cut to what is possible, tenths are widened', () => {
    expect(limitPercent(1.08)).toBe(100);
    expect(rangeOfScores({ lower: -0.1, upper: 1.04 })).toBe('0.00 to 1.00');
    expect(rangeInTenths({ lower: 0.3, upper: 0.61 })).toBe('most likely between 3 and 7 in 10');
    expect(rangeInTenths({ lower: 1, upper: 1 })).toBe('most likely 10 in 10');
  });
});

it('gives a share of all or none over audits the range of so many audits, not none', () => {
  const all = pooledShareAllowed(
    Array.from({ length: 6 }, () => ({ sufficient: 3, n: 3 })),
    null,
  );
  expect(all).toMatchObject({
    show: 'count-with-range',
    count: '18 of 18',
    range: 'most likely between 6 and 10 in 10',
  });
});
