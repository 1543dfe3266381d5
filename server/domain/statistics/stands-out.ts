import { hypergeometricAtMost } from './quantiles.js';
import { requireCount, type Count } from './interval.js';

/**
 * How likely a part is at least as far from the rest as it is, were all alike: twice the smaller exact tail, 1 at most.
 * Fisher's exact test; the hypergeometric distribution of the part's count, given how many there are in all.
 * @param part one person's count
 * @param whole all, the part included
 * @throws RangeError when one is no share or the part does not fit into the whole
 * @example chanceOfDifference({ sufficient: 0, n: 5 }, { sufficient: 10, n: 20 }) // 0.0325...
 */
export function chanceOfDifference(part: Count, whole: Count): number {
  requireCount(part);
  requireCount(whole);
  if (part.n > whole.n || part.sufficient > whole.sufficient) throw new RangeError('The part is larger than the whole');
  const atMost = hypergeometricAtMost(part.sufficient, whole.n, whole.sufficient, part.n);
  const below =
    part.sufficient === 0 ? 0 : hypergeometricAtMost(part.sufficient - 1, whole.n, whole.sufficient, part.n);
  return Math.min(1, 2 * Math.min(atMost, 1 - below));
}

/**
 * Which of several tests stand when their number is allowed for: chance below 5 % divided by how many there are
 * (Bonferroni).
 */
export const standsOut = (chances: readonly number[]): boolean[] =>
  chances.map((chance) => chance < 0.05 / chances.length);
