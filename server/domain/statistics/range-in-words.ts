import type { Interval } from './interval.js';
import { limitPercent, scoreText } from './rounding.js';

/**
 * A range of a share in one sample, as numbers of the cases that could have been drawn.
 * @example rangeInPopulation(15, 36, 41) // 'most likely between 15 and 36 of all 41'
 */
export function rangeInPopulation(lowerCount: number, upperCount: number, population: number): string {
  if (lowerCount === upperCount) return `${lowerCount} of all ${population}`;
  return `most likely between ${lowerCount} and ${upperCount} of all ${population}`;
}

/**
 * A range of a share without a known population, in tenths, widened to whole ones: few audits carry no per cent.
 * @example rangeInTenths({ lower: 0.36, upper: 0.81 }) // 'most likely between 3 and 9 in 10'
 */
export function rangeInTenths({ lower, upper }: Interval): string {
  const least = Math.floor(Math.max(0, lower) * 10 + 1e-9);
  const most = Math.ceil(Math.min(1, upper) * 10 - 1e-9);
  return least === most ? `most likely ${least} in 10` : `most likely between ${least} and ${most} in 10`;
}

/**
 * A range of a share as per cent, cut to what is possible.
 * @example rangeInPerCent({ lower: 0.447, upper: 0.744 }) // '45 to 74%'
 */
export function rangeInPerCent({ lower, upper }: Interval): string {
  return `${limitPercent(lower)} to ${limitPercent(upper)}%`;
}

/**
 * A range of a mean score, two places, cut to the scale of 0 to 1.
 * @example rangeOfScores({ lower: 0.612, upper: 1.04 }) // '0.61 to 1.00'
 */
export function rangeOfScores({ lower, upper }: Interval): string {
  return `${scoreText(Math.max(0, lower))} to ${scoreText(Math.min(1, upper))}`;
}
