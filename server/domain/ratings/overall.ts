import type { Grade } from '../forms/scales.js';
import { bandOf, pointsOf, type RatingBand } from './bands.js';

/** The standards in the sum, in their order. 4.1 is printed apart and never added. */
export const summed = ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '2.4', '3.1', '3.2', '3.3', '3.4'] as const;

/** The bands of the total out of 36; all published pairs of total and rating agree with them. */
export const totalBands: readonly RatingBand[] = [
  { rating: 'outstanding', from: 31 },
  { rating: 'good', from: 19 },
  { rating: 'requires-improvement', from: 7 },
  { rating: 'inadequate', from: 0 },
];

/** The sum of the standards and what it comes to. */
export interface Overall {
  total: number;
  /** 3 for each standard that is rated. */
  outOf: number;
  notRated: readonly string[];
  /** Null unless all twelve are rated: then a named person sets it, or it stays open. */
  rating: Grade | null;
}

/**
 * Adds up the twelve standards, 0 to 3 each, none weighing more than another and none that caps the whole. Anything else
 * that is given, such as 4.1, is left alone.
 * @example overallOf({ '1.1': 'good', '1.2': null }) // { total: 2, outOf: 3, rating: null, ... }
 */
export function overallOf(ratings: Readonly<Record<string, Grade | null | undefined>>): Overall {
  const rated = summed.flatMap((standard) => ratings[standard] ?? []);
  const total = rated.reduce((sum, rating) => sum + pointsOf(rating), 0);
  const notRated = summed.filter((standard) => (ratings[standard] ?? null) === null);
  return { total, outOf: 3 * rated.length, notRated, rating: notRated.length > 0 ? null : ratingOfTotal(total) };
}

/** The rating of a total out of 36. @example ratingOfTotal(18) // 'requires-improvement' */
export const ratingOfTotal = (total: number): Grade => bandOf(total, totalBands);

/**
 * The same bands in proportion to a smaller sum, where standards are not rated. Nobody has published such bands: an aid
 * to whoever sets the overall, never applied.
 * @returns the highest total of each rating, the lowest rating first
 * @example inProportion(24) // [{ rating: 'inadequate', upTo: 4 }, { rating: 'requires-improvement', upTo: 12 }, ...]
 */
export function inProportion(outOf: number): { rating: Grade; upTo: number }[] {
  return totalBands
    .map(({ rating }, i) => ({ rating, upTo: Math.floor((((totalBands[i - 1]?.from ?? 37) - 1) * outOf) / 36) }))
    .toReversed();
}
