import { formatDate, formatDateTime } from '../../calendar/format-date.js';
import { parseDate, parseTime } from '../../calendar/parse-date.js';
import type { DateTimeItem } from '../document.js';
import { DATE_WANTED, isDate } from './date.js';
import { tidied, type Kind, type Read, type Typed } from './kind.js';

/** A day and a time of day on the clock in London, kept as 'YYYY-MM-DDTHH:MM'. */
export const dateTime: Kind<DateTimeItem> = {
  parts: ['date', 'time'],
  read: (_form, _item, typed) => {
    const read = readMoment(typed, 'date', 'time');
    if ('value' in read && read.value !== null && isDate(read.value)) {
      return { part: 'time', message: 'Give the time as well, such as 14:30.' };
    }
    return read;
  },
  typed: (_item, value) => ({ date: value?.slice(0, 10) ?? '', time: value?.slice(11) ?? '' }),
  answered: (_item, value) => value !== null,
  offered: (_form, _item, value) => isDateTime(value),
  words: (_form, _item, value) => formatDateTime(value),
};

/** Reads a date and a time of day from two parts; without a time the date alone. */
export function readMoment(typed: Typed, datePart: string, timePart: string): Read {
  const [written, clock] = [tidied(typed[datePart]), tidied(typed[timePart])];
  if (written === null) return clock === null ? { value: null } : { part: datePart, message: DATE_WANTED };
  const day = parseDate(written);
  if (day === null) return { part: datePart, message: DATE_WANTED };
  if (clock === null) return { value: day };
  const time = parseTime(clock);
  return time === null ? { part: timePart, message: 'Give a time, such as 14:30.' } : { value: `${day}T${time}` };
}

/** Whether text is a date and time that exist, 'YYYY-MM-DDTHH:MM'. */
export function isDateTime(value: string): boolean {
  return isDate(value.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(value.slice(10));
}

/** A date, with its time where there is one, as tables show it. */
export function momentInWords(value: string): string {
  return value.includes('T') ? formatDateTime(value) : formatDate(value);
}
