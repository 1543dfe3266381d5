import { grades, type Grade } from '../forms/scales.js';
import { wholePercent } from '../statistics/rounding.js';
import type { Count } from '../statistics/interval.js';
import { lowestOf, pointsOf } from './bands.js';
import type { FrameworkBand, RollUp, Way } from './framework-document.js';

/** The rating of a part by the lowest of its shares, in the bands of the rule that was entered; null without cases. */
export function ratingOfPart(
  shares: readonly Count[],
  { rounding, bands }: Pick<RollUp, 'rounding' | 'bands'>,
): Grade | null {
  const rated = shares.flatMap((share) => (share.n === 0 ? [] : (bandHolding(wholeIn(share, rounding), bands) ?? [])));
  return lowestOf(rated);
}

/** In whole numbers throughout: floats would put 23 of 40 on either side of 57.5. */
function wholeIn({ sufficient, n }: Count, rounding: RollUp['rounding']): number {
  if (rounding === 'half-up') return wholePercent(sufficient, n);
  return rounding === 'down' ? Math.floor((100 * sufficient) / n) : Math.ceil((100 * sufficient) / n);
}

/**
 * Several ratings as one; null while one of them is missing.
 * @example combined(['good', 'inadequate'], { how: 'lowest' }) // 'inadequate'
 */
export function combined(ratings: readonly (Grade | null)[], way: Way): Grade | null {
  const given = ratings.filter((rating) => rating !== null);
  if (given.length < ratings.length || given.length === 0) return null;
  if (way.how === 'lowest') return lowestOf(given);
  if (way.how === 'sum')
    return bandHolding(
      given.reduce((sum, rating) => sum + pointsOf(rating), 0),
      way.bands,
    );
  return (
    way.rows.find(({ of }) => of.length === given.length && of.every((one, i) => one === given[i]))?.rating ?? null
  );
}

/** The rating of the band that holds a whole number. */
const bandHolding = (value: number, bands: readonly FrameworkBand[]): Grade | null =>
  bands.find(({ from, to }) => value >= from && value <= to)?.rating ?? null;

/** Every combination of so many ratings, one after the other. */
export function* combinations(length: number): Generator<Grade[]> {
  if (length === 0) yield [];
  else for (const rest of combinations(length - 1)) for (const rating of grades) yield [...rest, rating];
}
