import { exists } from '../../calendar/days.js';
import { formatDate } from '../../calendar/format-date.js';
import { parseDate } from '../../calendar/parse-date.js';
import type { DateItem } from '../document.js';
import { tidied, type Kind } from './kind.js';

export const DATE_WANTED = 'Give a date, such as 24 11 2026.';

/** A day, kept as 'YYYY-MM-DD'. */
export const date: Kind<DateItem> = {
  parts: ['value'],
  read: (_form, _item, typed) => {
    const written = tidied(typed['value']);
    const value = written === null ? null : parseDate(written);
    return written !== null && value === null ? { part: 'value', message: DATE_WANTED } : { value };
  },
  typed: (_item, value) => ({ value: value ?? '' }),
  answered: (_item, value) => value !== null,
  offered: (_form, _item, value) => isDate(value),
  words: (_form, _item, value) => formatDate(value),
};

/** Whether text is a date that exists, 'YYYY-MM-DD', in the years that can be typed. */
export function isDate(value: string): boolean {
  return value >= '1900' && value < '2100' && exists(value);
}
