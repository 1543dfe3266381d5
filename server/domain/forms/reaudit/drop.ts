import { because, type Wording } from '../because.js';
import { placesOf } from '../check/places.js';
import { holds, type Values } from '../condition.js';
import type { Dropped, FormDocument } from '../document.js';
import type { Facts } from '../filled.js';
import { answerInWords } from '../items/kinds.js';
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
  const values: Values = { fact: (key) => known[key] ?? null, answer: () => null };
  const closed = whenAsked(form, item).find((condition) => holds(condition, values) === false);
  if (!closed) return null;
  const { because: words, closedBy } = because(closed, values, wordingOf(form));
  const mayCome = closedBy.some((closing) => 'fact' in closing && countedInDays.includes(closing.fact));
  return { item, kind: mayCome ? 'not-yet-due' : 'no-longer-possible', because: words };
}

const wordingOf = (form: FormDocument): Wording => ({
  item: (key) => placesOf(form).find((place) => place.item.key === key)?.item ?? null,
  words: (item, value) => answerInWords(form, item, value),
  asked: () => false,
  hidden: () => false,
});
