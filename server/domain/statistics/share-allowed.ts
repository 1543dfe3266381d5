import { clusterShare } from './cluster-share.js';
import { hypergeometricExact } from './hypergeometric-exact.js';
import type { Count, Interval } from './interval.js';
import { rangeInPopulation, rangeInTenths, rangeInPerCent } from './range-in-words.js';
import { wholePercent } from './rounding.js';
import { enoughForAllReaders, fewestForPerCent, fewestForRange, type Behind } from './small-numbers.js';
import { wilson } from './wilson.js';

/** What a share may look like. `count` is '5 of 8'; `range` is the interval in words, `interval` for drawing. */
export type ShareAllowed =
  | { show: 'none-yet' }
  | { show: 'too-few' }
  | { show: 'count'; count: string }
  | { show: 'count-with-range'; count: string; interval: Interval; range: string }
  | { show: 'per-cent'; count: string; interval: Interval; range: string; percent: number };

/**
 * What a share of audits or cases may look like: nothing yet, a count (1 to 4), a count with its range in words
 * (5 to 9), per cent with its range (10 and more). In one recorded sample the range is exact for its population,
 * otherwise Wilson's.
 * @param population how many could have been drawn into the one sample that all n come from; null when not one sample
 * @param behind null for a reader who may open all audits behind the figure
 * @throws RangeError for what is no share
 * @example shareAllowed({ sufficient: 3, n: 4 }, null, null) // { show: 'count', count: '3 of 4' }
 */
export function shareAllowed(share: Count, population: number | null, behind: Behind | null): ShareAllowed {
  if (behind && !enoughForAllReaders(behind)) return { show: 'too-few' };
  if (share.n === 0) return { show: 'none-yet' };
  const count = `${share.sufficient} of ${share.n}`;
  if (share.n < fewestForRange) return { show: 'count', count };
  const exact = population === null ? null : hypergeometricExact(share, population);
  const interval = exact ? { lower: exact.lower, upper: exact.upper } : wilson(share);
  if (share.n >= fewestForPerCent) return perCent(share, interval);
  const range =
    exact && population ? rangeInPopulation(exact.lowerCount, exact.upperCount, population) : rangeInTenths(interval);
  return { show: 'count-with-range', count, interval, range };
}

/**
 * The same for items pooled over audits: how many audits had such items decides what is shown, and the audits are the
 * clusters of the range.
 * @param audits what was sufficient of what applied, one entry an audit
 * @example pooledShareAllowed([{ sufficient: 5, n: 12 }, { sufficient: 4, n: 10 }], null) // { show: 'count', count: '9 of 22' }
 */
export function pooledShareAllowed(audits: readonly Count[], behind: Behind | null): ShareAllowed {
  if (behind && !enoughForAllReaders(behind)) return { show: 'too-few' };
  const clusters = audits.filter((audit) => audit.n > 0);
  if (clusters.length === 0) return { show: 'none-yet' };
  const pooled = clusters.reduce((all, { sufficient, n }) => ({
    sufficient: all.sufficient + sufficient,
    n: all.n + n,
  }));
  const count = `${pooled.sufficient} of ${pooled.n}`;
  const { lower, upper } = rangeOfClusters(clusters, pooled);
  if (clusters.length < fewestForRange || lower === null || upper === null) return { show: 'count', count };
  if (clusters.length >= fewestForPerCent) return perCent(pooled, { lower, upper });
  return { show: 'count-with-range', count, interval: { lower, upper }, range: rangeInTenths({ lower, upper }) };
}

/** Where all or none were sufficient the clusters do not differ and say nothing of the range: then Wilson's, an audit as the unit. */
function rangeOfClusters(clusters: readonly Count[], pooled: Count): { lower: number | null; upper: number | null } {
  const isAllOrNone = pooled.sufficient === 0 || pooled.sufficient === pooled.n;
  if (!isAllOrNone) return clusterShare(clusters);
  return wilson({ sufficient: pooled.sufficient === 0 ? 0 : clusters.length, n: clusters.length });
}

function perCent({ sufficient, n }: Count, interval: Interval): ShareAllowed {
  const percent = wholePercent(sufficient, n);
  return { show: 'per-cent', count: `${sufficient} of ${n}`, interval, range: rangeInPerCent(interval), percent };
}
