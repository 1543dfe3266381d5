import { requireCount, usualConfidence, type Count, type Interval } from './interval.js';
import { hypergeometricAtMost } from './quantiles.js';

export interface ExactInterval extends Interval {
  /** the same limits as numbers of the population: at least and at most so many of it are sufficient */
  lowerCount: number;
  upperCount: number;
}

/**
 * Interval of a share in a sample drawn from a known population (one recorded sample and its frame). Never impossible
 * counts, never under the confidence asked for; a point when everybody was read.
 * Two one-sided exact tests, inverted: Katz 1953; Buonaccorsi 1987.
 * @param population number of things that could have been drawn, at least n
 * @throws RangeError
 * @example hypergeometricExact({ sufficient: 4, n: 6 }, 20) // lowerCount 6, upperCount 18, lower .3, upper .9
 */
export function hypergeometricExact(count: Count, population: number, confidence = usualConfidence): ExactInterval {
  requireCount(count);
  const { sufficient, n } = count;
  if (!Number.isInteger(population) || population < n) throw new RangeError(`${n} can’t be drawn from ${population}`);
  const tail = (1 - confidence) / 2;
  const fewest = sufficient;
  const most = population - (n - sufficient);
  const atLeast = (marked: number) => 1 - hypergeometricAtMost(sufficient - 1, population, marked, n);
  const atMost = (marked: number) => hypergeometricAtMost(sufficient, population, marked, n);
  const lowerCount = sufficient === 0 ? 0 : firstWhere(fewest, most, (marked) => atLeast(marked) > tail);
  const upperCount =
    sufficient === n
      ? population
      : firstWhere(fewest, most + 1, (marked) => marked > most || atMost(marked) <= tail) - 1;
  return { lowerCount, upperCount, lower: lowerCount / population, upper: upperCount / population };
}

/** The first whole number from `low` to `high` for which `holds`; it holds for `high`, and for all after the first. */
function firstWhere(low: number, high: number, holds: (value: number) => boolean): number {
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
