import { scoreOf, type Points } from '../scoring/weighted-mean.js';

/** From which share of what a form asks on a theme an audit is good enough on it: where the band Good begins. */
export const goodEnoughFrom = 0.7;
/** From where it is so in part: where Requires improvement begins. */
export const partlyFrom = 0.45;

/** A slack for sums of binary fractions: 0.7 stored as 0.6999999999999999 is 0.7. */
const SLACK = 1e-9;

export type Enough = 'yes' | 'in-part' | 'no';

/**
 * Whether an audit is good enough on a theme; null where the form asked nothing on it.
 * @example howGood({ points: 7, weight: 10 }) // 'yes'
 */
export function howGood(points: Points): Enough | null {
  const score = scoreOf(points);
  if (score === null) return null;
  if (score >= goodEnoughFrom - SLACK) return 'yes';
  return score >= partlyFrom - SLACK ? 'in-part' : 'no';
}
