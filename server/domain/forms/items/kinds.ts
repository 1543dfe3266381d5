import type { FormDocument, Item } from '../document.js';
import { choice } from './choice.js';
import { dateTime } from './date-time.js';
import { date } from './date.js';
import { echo } from './echo.js';
import { judgement } from './judgement.js';
import type { Kind, Read, Typed } from './kind.js';
import { number } from './number.js';
import { text } from './text.js';
import { timescale } from './timescale.js';

type ItemOf<K extends Item['kind']> = Extract<Item, { kind: K }>;

/** Every kind of question there is. A new kind is one name here, one file beside this one, one template and one test. */
export const kinds: { readonly [K in Item['kind']]: Kind<ItemOf<K>> } = {
  choice,
  judgement,
  date,
  'date-time': dateTime,
  number,
  text,
  timescale,
  echo,
};

/** The parts that a page asks for, such as 'date' and 'time'. */
export const partsOf = (item: Item): readonly string[] => kindOf(item).parts;

/** Reads what was typed into a question: the value to keep, or what is wrong. */
export const readTyped = (form: FormDocument, item: Item, typed: Typed): Read => kindOf(item).read(form, item, typed);

/** What stands in each part of a question for a kept value. */
export const typedOf = (item: Item, value: string | null): Readonly<Record<string, string>> =>
  kindOf(item).typed(item, value);

/** Whether a kept value answers the question whole. */
export const isAnswered = (item: Item, value: string | null): boolean => kindOf(item).answered(item, value);

/** Whether a kept value is one that the form offers here. */
export const isOffered = (form: FormDocument, item: Item, value: string): boolean =>
  kindOf(item).offered(form, item, value);

/** A kept value in words, such as 'Yes, well enough' or '4 Nov 2026'. */
export const answerInWords = (form: FormDocument, item: Item, value: string): string =>
  kindOf(item).words(form, item, value);

// The record pairs each kind with items of that kind, which TypeScript can't follow through a lookup.
function kindOf(item: Item): Kind {
  return kinds[item.kind] as Kind;
}
