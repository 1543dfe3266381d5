import { AnswerBook } from '../answer-book.js';
import { because } from '../because.js';
import { holds } from '../condition.js';
import type { Dropped, FormDocument } from '../document.js';
import type { Facts } from '../filled.js';
import { hideServiceLevels } from '../levels.js';
import { whenAsked } from './needs.js';

/** Facts that only time brings: what waits for one of them may yet come. */
export const countedInDays: readonly string[] = ['days-supervised', 'days-to-end'];

/**
 * Why an item can't be asked of the case as it is today, whatever is answered; null when it may be. The service's levels
 * decide nothing here: the reason would tell them before the auditor has put their own.
 */
export function whyDropped(form: FormDocument, item: string, facts: Facts): Dropped | null {
  const known = hideServiceLevels(facts);
  const book = new AnswerBook({ form, facts: known, answers: [], occurrences: [] });
  const values = book.valuesOf(0);
  const closed = whenAsked(form, item).find((condition) => holds(condition, values) === false);
  if (!closed) return null;
  const { because: words, closedBy } = because(closed, values, book.wording);
  const mayCome = closedBy.some((closing) => 'fact' in closing && countedInDays.includes(closing.fact));
  return { item, kind: mayCome ? 'not-yet-due' : 'no-longer-possible', because: words };
}
