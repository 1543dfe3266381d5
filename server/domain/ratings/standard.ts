import type { Grade } from '../forms/scales.js';
import type { Count } from '../statistics/interval.js';
import { lowestOf, ratingOfShare, shareBands, type RatingBand } from './bands.js';
import type { Reading } from './reading.js';
import { tally, type Tally } from './tally.js';

/** A key question with its band; no rating where it applied to no case. */
export interface RatedQuestion extends Tally {
  rating: Grade | null;
}

/** A standard that rests on cases, rated by the rule. */
export interface RatedStandard {
  questions: readonly RatedQuestion[];
  /** Null when not rated: none of its key questions applied to any case. */
  rating: Grade | null;
  /** The key questions with the lowest share, ties together: they decide. */
  deciding: readonly string[];
}

/**
 * Rates a standard by its lowest key question (rule of 2018 to 2024, section on standards 2.1 to 3.3). A key question
 * that applied to no case is left out; with all left out the standard is not rated. The deciding questions are told by
 * the share before rounding.
 * @example rateStandard(['2.1.1', '2.1.2', '2.1.3'], readings).rating // 'good'
 */
export function rateStandard(
  questions: readonly string[],
  readings: readonly Reading[],
  bands: readonly RatingBand[] = shareBands,
): RatedStandard {
  const rated = questions.map((question) => {
    const count = tally(question, readings);
    return { ...count, rating: ratingOfShare(count, bands) };
  });
  return { questions: rated, rating: ratingByLowest(rated, bands), deciding: lowestShares(rated) };
}

/** The band of the lowest of some shares; those without cases are left out, and null stands for none. */
export function ratingByLowest(shares: readonly Count[], bands: readonly RatingBand[]): Grade | null {
  return lowestOf(shares.flatMap((share) => ratingOfShare(share, bands) ?? []));
}

/** Compared in whole numbers, so that 1 of 3 and 2 of 6 tie. */
function lowestShares(rated: readonly RatedQuestion[]): string[] {
  const inUse = rated.filter(({ n }) => n > 0);
  const isLowest = (one: Count) => inUse.every((other) => one.sufficient * other.n <= other.sufficient * one.n);
  return inUse.filter(isLowest).map(({ question }) => question);
}
