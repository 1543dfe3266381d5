import { oneCase, type OneCase } from './one-case.js';
import type { Reading } from './reading.js';
import type { RatedStandard } from './standard.js';
import { shareBands, type RatingBand } from './bands.js';

/** How near a boundary a share must be, in points of per cent; exactly so many is near. */
const nearBy = 5;

/** From how few cases on a share is a ground for discretion. */
const fewCases = 5;

/** Why a rating may be looked at again. A flag moves nothing. */
export interface Flags extends OneCase {
  /** Boundaries that lie within 5 points of the deciding share, before rounding. */
  near: readonly number[];
  /** Key questions in the lowest band that rest on five cases or fewer. */
  few: readonly string[];
}

export type FlagKind = 'near' | 'one-case' | 'few';

/**
 * The grounds for discretion on a standard, each with its numbers: within 5 points of a boundary, one case that would
 * change the rating, five cases or fewer. A standard that is not rated has none.
 * @example flagsOf(rateStandard(questions, readings), readings).near // [65]
 */
export function flagsOf(
  standard: RatedStandard,
  readings: readonly Reading[],
  bands: readonly RatingBand[] = shareBands,
): Flags {
  return {
    near: nearBoundaries(standard, bands),
    few: standard.questions
      .filter(({ rating, n }) => rating !== null && rating === standard.rating && n <= fewCases)
      .map(({ question }) => question),
    ...oneCase(standard, readings, bands),
  };
}

/** In whole numbers, so that 55 per cent is within 5 points of 50 whatever floats make of it. */
function nearBoundaries({ questions, deciding }: RatedStandard, bands: readonly RatingBand[]): number[] {
  const lowest = questions.find(({ question }) => question === deciding[0]);
  if (!lowest) return [];
  return bands
    .map(({ from }) => from)
    .filter((from) => from > 0 && Math.abs(100 * lowest.sufficient - from * lowest.n) <= nearBy * lowest.n)
    .toSorted((a, b) => a - b);
}

/** Which grounds there are, by name. */
export function grounds({ near, up, down, few }: Flags): FlagKind[] {
  const kinds: FlagKind[] = [];
  if (near.length > 0) kinds.push('near');
  if (up.length + down.length > 0) kinds.push('one-case');
  if (few.length > 0) kinds.push('few');
  return kinds;
}
