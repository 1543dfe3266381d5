import { grades, type Grade } from '../forms/scales.js';
import { pointsOf, ratingOfShare, shareBands, type RatingBand } from './bands.js';
import type { RatedStandard } from './standard.js';

/** The next rating up, and how many more cases each key question would need for it. */
export interface Lift {
  to: Grade;
  needs: readonly { question: string; more: number }[];
}

/**
 * What would lift a standard to the next rating: for each key question below that band the fewest further cases judged
 * sufficient. Null when it is Outstanding or not rated.
 * @example whatWouldLift(standard) // { to: 'good', needs: [{ question: '2.2.3', more: 2 }] }
 */
export function whatWouldLift(
  { rating, questions }: RatedStandard,
  bands: readonly RatingBand[] = shareBands,
): Lift | null {
  const to = rating === null ? undefined : grades[pointsOf(rating) + 1];
  if (to === undefined) return null;
  const needs = questions.flatMap(({ question, sufficient, n }) => {
    const reaches = (more: number) => {
      const reached = ratingOfShare({ sufficient: sufficient + more, n }, bands);
      return reached === null || pointsOf(reached) >= pointsOf(to);
    };
    const more = Array.from({ length: n - sufficient + 1 }, (_, i) => i).find(reaches) ?? n - sufficient;
    return more > 0 ? [{ question, more }] : [];
  });
  return { to, needs };
}
