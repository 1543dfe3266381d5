import { requireCount, usualConfidence, type Count, type Interval } from './interval.js';
import { normalReach } from './quantiles.js';

/**
 * Interval of a share whose population is not known: audits or cases, each counted once.
 * Wilson 1927; Newcombe 1998, method 3. Lies within 0 to 1.
 * @throws RangeError when it is no share
 * @example wilson({ sufficient: 7, n: 12 }) // { lower: 0.3195..., upper: 0.8067... }
 */
export function wilson(count: Count, confidence = usualConfidence): Interval {
  requireCount(count);
  const { sufficient, n } = count;
  const z = normalReach(confidence);
  const share = sufficient / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  // Exactly 0 and 1 where nobody or everybody is sufficient; rounding would leave 1e-17.
  return { lower: sufficient === 0 ? 0 : centre - half, upper: sufficient === n ? 1 : centre + half };
}
