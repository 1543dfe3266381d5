import type { ItemScore } from './item-score.js';

/** How often rules were met: raw, adjusted for accepted reasons, and out of how many that were due. */
export interface Compliance {
  met: number;
  metAdjusted: number;
  due: number;
}

const counted = ['met', 'not-met-with-reason', 'not-met', 'not-evidenced'];

/** Whether an outcome counts; 'not yet due' and 'does not apply' leave the sum. */
export function isDue(outcome: string): boolean {
  return counted.includes(outcome);
}

/** Counts results, each item once: for a repeated one pass the case's own result. */
export function complianceOf(results: readonly ItemScore[]): Compliance {
  const due = results.filter(({ outcome }) => isDue(outcome));
  const met = due.filter(({ outcome }) => outcome === 'met').length;
  return { met, metAdjusted: met + due.filter(({ accepted }) => accepted).length, due: due.length };
}

/**
 * The case's own result of a repeated item (occurrence 0): that of its worst row, so it is Met when every row with a
 * result is, and accepted when every late row is. Null when there is no row, as with 'none in the period'.
 */
export function caseResult(rows: readonly ItemScore[]): ItemScore | null {
  const worst = rows.reduce<ItemScore | null>((so, row) => (!so || badness(row) > badness(so) ? row : so), null);
  return worst && { ...worst, occurrence: 0, days: null };
}

function badness({ outcome, accepted }: ItemScore): number {
  const fromBest = [
    'does-not-apply',
    'not-yet-due',
    'met',
    'accepted',
    'not-met-with-reason',
    'not-evidenced',
    'not-met',
  ];
  return fromBest.indexOf(accepted ? 'accepted' : outcome);
}
