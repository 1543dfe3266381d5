import { usualConfidence, type Count, type Interval } from './interval.js';
import { wilson } from './wilson.js';

/**
 * Difference of two independent shares, a minus b, with its interval: can two teams be told apart? They can when 0 lies
 * outside. Newcombe 1998, method 10, without continuity correction.
 * @throws RangeError when one is no share
 * @example newcombe({ sufficient: 56, n: 70 }, { sufficient: 48, n: 80 }) // .2, from .0524 to .3339
 */
export function newcombe(a: Count, b: Count, confidence = usualConfidence): Interval & { difference: number } {
  const [shareA, shareB] = [a.sufficient / a.n, b.sufficient / b.n];
  const [rangeA, rangeB] = [wilson(a, confidence), wilson(b, confidence)];
  const difference = shareA - shareB;
  return {
    difference,
    lower: difference - Math.hypot(shareA - rangeA.lower, rangeB.upper - shareB),
    upper: difference + Math.hypot(rangeA.upper - shareA, shareB - rangeB.lower),
  };
}
