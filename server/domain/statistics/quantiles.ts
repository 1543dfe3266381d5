import type Hypergeometric from '@stdlib/stats-base-dists-hypergeometric-cdf';
import type Normal from '@stdlib/stats-base-dists-normal-quantile';
import type StudentT from '@stdlib/stats-base-dists-t-quantile';

// These packages take a third of a second to load together: each is loaded by the first figure that needs it.
/* eslint-disable @typescript-eslint/no-require-imports */
let normal: typeof Normal | undefined;
let studentT: typeof StudentT | undefined;
let hypergeometric: typeof Hypergeometric | undefined;

/** How many standard errors a two-sided interval reaches. @example normalReach(0.95) // 1.959963984540054 */
export function normalReach(confidence: number): number {
  normal ??= require('@stdlib/stats-base-dists-normal-quantile') as typeof Normal;
  return normal(upperTail(confidence), 0, 1);
}

/** The same for Student's t. @example studentReach(0.95, 4) // 2.776445105197794 */
export function studentReach(confidence: number, degreesOfFreedom: number): number {
  studentT ??= require('@stdlib/stats-base-dists-t-quantile') as typeof StudentT;
  return studentT(upperTail(confidence), degreesOfFreedom);
}

/** P(at most `count` sufficient among `drawn` out of `population`, of whom `marked` are sufficient). */
export function hypergeometricAtMost(count: number, population: number, marked: number, drawn: number): number {
  hypergeometric ??= require('@stdlib/stats-base-dists-hypergeometric-cdf') as typeof Hypergeometric;
  return hypergeometric(count, population, marked, drawn);
}

function upperTail(confidence: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`Confidence must lie between 0 and 1, not ${confidence}`);
  return 1 - (1 - confidence) / 2;
}
