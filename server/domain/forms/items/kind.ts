import type { FormDocument, Item } from '../document.js';

/** What was typed, by part of the question: most kinds have the one part 'value'. A part that was not sent is absent. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** A value as it is kept, null when nothing was typed; or what is wrong with one part. */
export type Read = { value: string | null } | { part: string; message: string };

/** What a kind of question knows: how it is typed, kept, checked and said. One kind is one file in this folder. */
export interface Kind<I extends Item = Item> {
  /** The parts that a page asks for, in order. */
  parts: readonly string[];
  /** Reads what was typed. */
  read: (form: FormDocument, item: I, typed: Typed) => Read;
  /** What stands in each part for a kept value: the opposite of `read`. */
  typed: (item: I, value: string | null) => Readonly<Record<string, string>>;
  /** Whether a kept value answers the question whole. */
  answered: (item: I, value: string | null) => boolean;
  /** Whether a kept value is one that the form offers or a well-formed one. */
  offered: (form: FormDocument, item: I, value: string) => boolean;
  /** The value in words. */
  words: (form: FormDocument, item: I, value: string) => string;
}

/** Text without blanks around it and without control characters; null when nothing is left. */
export function tidied(typed: string | undefined): string | null {
  const text = (typed ?? '').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();
  return text === '' ? null : text;
}
