import { grades, type Grade } from '../forms/scales.js';
import type { FlagKind } from './flags.js';

/** A named person's decision to move a rating, and the grounds that there were then. */
export interface Discretion {
  from: Grade;
  to: Grade;
  grounds: readonly FlagKind[];
}

/** A rating with what became of a decision about it. `stale` says why the decision does not hold any more. */
export interface AfterDiscretion {
  rating: Grade | null;
  stale: 'ground-gone' | 'rating-changed' | null;
}

/** The ratings that discretion may move to: one step up or down, and only where there are grounds. */
export function mayMoveTo(byRule: Grade | null, grounds: readonly FlagKind[]): Grade[] {
  if (byRule === null || grounds.length === 0) return [];
  const at = grades.indexOf(byRule);
  return grades.filter((_, i) => Math.abs(i - at) === 1);
}

/**
 * The rating after discretion. A decision holds while the rule gives the rating that it started from and every ground
 * that it rested on is still there; otherwise it is stale: shown and not applied until somebody decides again.
 * @example afterDiscretion('good', ['near'], { from: 'good', to: 'requires-improvement', grounds: ['near'] })
 * // { rating: 'requires-improvement', stale: null }
 */
export function afterDiscretion(
  byRule: Grade | null,
  grounds: readonly FlagKind[],
  decision: Discretion | null,
): AfterDiscretion {
  if (!decision) return { rating: byRule, stale: null };
  if (decision.from !== byRule) return { rating: byRule, stale: 'rating-changed' };
  if (!decision.grounds.every((ground) => grounds.includes(ground))) return { rating: byRule, stale: 'ground-gone' };
  return { rating: decision.to, stale: null };
}
