import type { Item } from './document.js';
import { DOES_NOT_APPLY } from './scales.js';

/** What kind of reason an answer needs: words of one's own, or one of the reasons for lateness. */
export type ReasonNeeded = 'words' | 'lateness';

/**
 * The reason that an answer needs: why it does not apply, or why something was late. Null when none.
 * @param outcome what a timescale came to; null for other kinds and while it is open
 */
export function reasonNeeded(item: Item, value: string | null, outcome: string | null): ReasonNeeded | null {
  if (value === DOES_NOT_APPLY.key) return 'words';
  if (item.kind === 'choice' && item.scale === 'compliance') return value === 'not-met-with-reason' ? 'lateness' : null;
  const late = outcome === 'not-met' || outcome === 'not-met-with-reason';
  return item.kind === 'timescale' && item.note?.rule === 'late' && late ? 'lateness' : null;
}
