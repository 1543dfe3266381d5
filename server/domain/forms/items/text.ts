import type { TextItem } from '../document.js';
import { tidied, type Kind } from './kind.js';

/** Longest text that is taken: some five pages. */
export const LONGEST_TEXT = 20_000;

/** Words, kept as they are typed. */
export const text: Kind<TextItem> = {
  parts: ['value'],
  read: (_form, _item, typed) => {
    const value = tidied(typed['value']);
    if (value === null || value.length <= LONGEST_TEXT) return { value };
    return { part: 'value', message: `Shorten this to ${LONGEST_TEXT} characters; it has ${value.length}.` };
  },
  typed: (_item, value) => ({ value: value ?? '' }),
  answered: (_item, value) => value !== null && value.trim() !== '',
  offered: (_form, _item, value) => value.length <= LONGEST_TEXT,
  words: (_form, _item, value) => value,
};
