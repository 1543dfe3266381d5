import { grades, type Grade } from '../forms/scales.js';
import type { Count } from '../statistics/interval.js';
import { wholePercent } from '../statistics/rounding.js';

/** From which whole per cent, or from which total, a rating holds. */
export interface RatingBand {
  rating: Grade;
  from: number;
}

/**
 * The bands of 2018 to 2024 for the share of cases judged sufficient, best first: a minority, too few, a reasonable
 * majority, a large majority.
 */
export const shareBands: readonly RatingBand[] = [
  { rating: 'outstanding', from: 80 },
  { rating: 'good', from: 65 },
  { rating: 'requires-improvement', from: 50 },
  { rating: 'inadequate', from: 0 },
];

/** What a rating adds to a total: 0 for Inadequate to 3 for Outstanding. */
export const pointsOf = (rating: Grade): number => grades.indexOf(rating);

/**
 * The rating of a share. Bands are whole numbers, so the share is rounded first, halves up; that is this tool's choice
 * where the published rule is silent. Null without cases: that is neither Inadequate nor Outstanding.
 * @example ratingOfShare({ sufficient: 99, n: 200 }, shareBands) // 'requires-improvement': 49.5 is 50
 */
export function ratingOfShare({ sufficient, n }: Count, bands: readonly RatingBand[]): Grade | null {
  return n === 0 ? null : bandOf(wholePercent(sufficient, n), bands);
}

/** The band that a whole number falls in. @throws RangeError below the lowest band */
export function bandOf(value: number, bands: readonly RatingBand[]): Grade {
  const band = bands.filter(({ from }) => value >= from).toSorted((a, b) => b.from - a.from)[0];
  if (!band) throw new RangeError(`No band holds ${value}`);
  return band.rating;
}

/** The lowest of some ratings; null of none. @example lowestOf(['good', 'inadequate']) // 'inadequate' */
export function lowestOf(ratings: readonly Grade[]): Grade | null {
  return grades.find((rating) => ratings.includes(rating)) ?? null;
}
