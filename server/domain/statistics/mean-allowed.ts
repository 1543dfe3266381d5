import type { Interval } from './interval.js';
import { meanInterval } from './mean-interval.js';
import { rangeOfScores } from './range-in-words.js';
import { scoreText } from './rounding.js';
import { enoughForAllReaders, fewestForRange, type Behind } from './small-numbers.js';

/** What a mean score may look like. `each` lists the scores as given, worded. */
export type MeanAllowed =
  | { show: 'none-yet' }
  | { show: 'too-few' }
  | { show: 'each'; n: number; scores: string[] }
  | { show: 'mean'; n: number; mean: number; text: string; interval: Interval; range: string };

/**
 * What the mean of scores of audits may look like: nothing yet; each audit by itself and no mean, chart or range (1 to
 * 4); the mean to two places with n and its t range (5 and more). Never per cent.
 * @param scores 0 to 1, one an audit, in order of date
 * @param behind null for a reader who may open all audits behind the figure
 * @example meanAllowed([0.7, 0.8], null) // { show: 'each', n: 2, scores: ['0.70', '0.80'] }
 */
export function meanAllowed(scores: readonly number[], behind: Behind | null): MeanAllowed {
  if (behind && !enoughForAllReaders(behind)) return { show: 'too-few' };
  const n = scores.length;
  if (n === 0) return { show: 'none-yet' };
  if (n < fewestForRange) return { show: 'each', n, scores: scores.map(scoreText) };
  const { mean, lower, upper } = meanInterval(scores);
  const interval = { lower: lower ?? mean, upper: upper ?? mean };
  return { show: 'mean', n, mean, text: scoreText(mean), interval, range: rangeOfScores(interval) };
}
