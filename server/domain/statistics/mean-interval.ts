import { usualConfidence } from './interval.js';
import { studentReach } from './quantiles.js';

export interface Mean {
  n: number;
  mean: number;
  /** standard deviation with n - 1; null for one value */
  sd: number | null;
  lower: number | null;
  upper: number | null;
}

/**
 * Mean of scores, one an audit, with its t interval; no interval for one value. Limits are not cut to the scale: a
 * page cuts what it draws. Student 1908.
 * @throws RangeError without values
 * @example meanInterval([0.68, 0.69]) // mean .685, lower .6214..., upper .7485...
 */
export function meanInterval(values: readonly number[], confidence = usualConfidence): Mean {
  const n = values.length;
  if (n === 0) throw new RangeError('No values, no mean');
  const mean = sum(values) / n;
  if (n === 1) return { n, mean, sd: null, lower: null, upper: null };
  // Equal values have no spread; the sum of their floats may say 1e-17.
  const spread = values.every((value) => value === values[0]) ? 0 : sum(values.map((value) => (value - mean) ** 2));
  const sd = Math.sqrt(spread / (n - 1));
  const half = (studentReach(confidence, n - 1) * sd) / Math.sqrt(n);
  return { n, mean, sd, lower: mean - half, upper: mean + half };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
