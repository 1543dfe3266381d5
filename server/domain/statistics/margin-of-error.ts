import { normalReach } from './quantiles.js';

/**
 * Half width of the range that a sample of n from a population gives a share: the inverse of the sample size.
 * 0 when everybody is read.
 * @throws RangeError unless 1 <= n <= population
 * @example marginOfError(6, 60) // .3827...: a dip of six can't carry a percentage
 */
export function marginOfError(n: number, population: number, confidence = 0.95, expectedShare = 0.5): number {
  if (n < 1 || n > population) throw new RangeError(`${n} can’t be drawn from ${population}`);
  if (n === population) return 0;
  const variance = (expectedShare * (1 - expectedShare)) / n;
  return normalReach(confidence) * Math.sqrt((variance * (population - n)) / (population - 1));
}
