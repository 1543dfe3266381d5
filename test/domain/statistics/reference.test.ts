import fc from 'fast-check';
import { clusterShare } from '../../../server/domain/statistics/cluster-share.js';
import { hypergeometricExact } from '../../../server/domain/statistics/hypergeometric-exact.js';
import { marginOfError } from '../../../server/domain/statistics/margin-of-error.js';
import { meanInterval } from '../../../server/domain/statistics/mean-interval.js';
import { newcombe } from '../../../server/domain/statistics/newcombe.js';
import { sampleSize } from '../../../server/domain/statistics/sample-size.js';
import { wilson } from '../../../server/domain/statistics/wilson.js';
import reference from '../../fixtures/reference-statistics.json';

const { groups } = reference;

/** A value agrees when |difference| <= absolute + relative x |reference|; null agrees with null only. */
function expectAgreement(got: object, expected: object, tolerance: { absolute: number; relative?: number }) {
  const found = new Map<string, unknown>(Object.entries(got));
  for (const [key, value] of Object.entries(expected)) {
    const actual = found.get(key);
    if (typeof value !== 'number' || typeof actual !== 'number') expect({ [key]: actual }).toEqual({ [key]: value });
    else if (Math.abs(actual - value) > tolerance.absolute + (tolerance.relative ?? 0) * Math.abs(value))
      throw new Error(`${key} is ${actual}, not ${value}`);
  }
}

test.each(groups.wilson.cases)('$id: $input.sufficient of $input.n', ({ input, expected }) => {
  expectAgreement(wilson(input, input.confidence), expected, groups.wilson.tolerance);
});

test.each(groups.hypergeometric_exact.cases)(
  '$id: $input.sufficient of $input.n from $input.population',
  ({ input, expected }) => {
    const { lowerCount, upperCount, lower, upper } = hypergeometricExact(input, input.population, input.confidence);
    expect([lowerCount, upperCount]).toEqual([expected.lower_count, expected.upper_count]);
    expectAgreement(
      { lower, upper },
      { lower: expected.lower, upper: expected.upper },
      groups.hypergeometric_exact.tolerance,
    );
  },
);

test.each(groups.sample_size.cases)('$id: size for $input.population', ({ input, expected }) => {
  const { population, confidence, margin, expected_share: expectedShare } = input;
  const { infinite, unrounded, n } = sampleSize(population, { confidence, margin, expectedShare });
  expect(n).toBe(expected.n);
  expectAgreement(
    { n_infinite: infinite, n_unrounded: unrounded },
    { ...expected, n: undefined },
    groups.sample_size.tolerance,
  );
});

test.each(groups.margin_of_error.cases)('$id: margin of $input.n from $input.population', ({ input, expected }) => {
  const margin = marginOfError(input.n, input.population, input.confidence, input.expected_share);
  expectAgreement({ margin }, expected, groups.margin_of_error.tolerance);
});

test.each(groups.newcombe.cases)('$id: difference of two shares', ({ input, expected }) => {
  expectAgreement(newcombe(input.a, input.b, input.confidence), expected, groups.newcombe.tolerance);
});

test.each(groups.mean_interval.cases)('$id: mean of scores', ({ input, expected }) => {
  expectAgreement(meanInterval(input.values, input.confidence), expected, groups.mean_interval.tolerance);
});

test.each(groups.cluster_share.cases)('$id: items pooled over audits', ({ input, expected }) => {
  const { share, se, lower, upper } = expected;
  const got = clusterShare(input.audits, input.confidence);
  expectAgreement(got, { share, se, lower, upper }, groups.cluster_share.tolerance);
});

const count = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.record({ n: fc.constant(n), sufficient: fc.integer({ min: 0, max: n }) }));

test('an interval of a share holds the share and lies within 0 to 1', () => {
  fc.assert(
    fc.property(count, fc.integer({ min: 0, max: 200 }), (share, unread) => {
      const p = share.sufficient / share.n;
      for (const { lower, upper } of [wilson(share), hypergeometricExact(share, share.n + unread)]) {
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(p);
        expect(upper).toBeGreaterThanOrEqual(p);
        expect(upper).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('an exact interval never speaks of counts that the sample has already ruled out', () => {
  fc.assert(
    fc.property(count, fc.integer({ min: 0, max: 200 }), ({ sufficient, n }, unread) => {
      const { lowerCount, upperCount } = hypergeometricExact({ sufficient, n }, n + unread);
      expect(lowerCount).toBeGreaterThanOrEqual(sufficient);
      expect(upperCount).toBeLessThanOrEqual(n + unread - (n - sufficient));
    }),
  );
});

test('when everybody was read the share is known', () => {
  expect(hypergeometricExact({ sufficient: 5, n: 8 }, 8)).toEqual({
    lowerCount: 5,
    upperCount: 5,
    lower: 5 / 8,
    upper: 5 / 8,
  });
  expect(marginOfError(8, 8)).toBe(0);
});

test('two shares are as far apart one way as the other', () => {
  fc.assert(
    fc.property(count, count, (a, b) => {
      const [there, back] = [newcombe(a, b), newcombe(b, a)];
      expect(there.lower).toBeCloseTo(-back.upper, 10);
      expect(there.upper).toBeCloseTo(-back.lower, 10);
    }),
  );
});

test('what is no share, no sample and no mean is refused', () => {
  expect(() => wilson({ sufficient: 0, n: 0 })).toThrow(RangeError);
  expect(() => wilson({ sufficient: 4, n: 3 })).toThrow(RangeError);
  expect(() => wilson({ sufficient: 1, n: 3 }, 1)).toThrow(RangeError);
  expect(() => hypergeometricExact({ sufficient: 1, n: 3 }, 2)).toThrow(RangeError);
  expect(() => newcombe({ sufficient: 0, n: 0 }, { sufficient: 1, n: 2 })).toThrow(RangeError);
  expect(() => meanInterval([])).toThrow(RangeError);
  expect(() => clusterShare([{ sufficient: 0, n: 0 }])).toThrow(RangeError);
  expect(() => sampleSize(0)).toThrow(RangeError);
  expect(() => sampleSize(10, { confidence: 0.8, margin: 0, expectedShare: 0.5 })).toThrow(RangeError);
  expect(() => marginOfError(9, 8)).toThrow(RangeError);
});

test('an audit in which nothing applied does not count as a cluster', () => {
  const audits = [
    { sufficient: 5, n: 12 },
    { sufficient: 4, n: 10 },
  ];
  expect(clusterShare([...audits, { sufficient: 0, n: 0 }])).toEqual(clusterShare(audits));
});
