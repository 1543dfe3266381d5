import { exists } from './days.js';
import { months } from './months.js';

const isoOrder = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/;
const britishOrder = /^(?<day>\d{1,2})(?:\s*[-/.]\s*|\s+)(?<month>\d{1,2})(?:\s*[-/.]\s*|\s+)(?<year>\d{4}|\d{2})$/;
const namedMonth =
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*(?:of\s)?\s*(?<month>[a-z]{3,9})\.?,?[\s\-/.]*(?<year>\d{4}|\d{2})$/;

/**
 * A date as British people type it (day first), as 'YYYY-MM-DD'; null when it is none. Two-digit years are of this
 * century; a day of the week before it and a midnight after it, as case systems export them, are passed over.
 * Years run from 1900 to 2099.
 * @example parseDate('1/6/26') // '2026-06-01'
 * @example parseDate('1 June 2026') // '2026-06-01'
 * @example parseDate('31/02/2026') // null
 */
export function parseDate(typed: string): string | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/, '')
    .replace(/[\st]00:00(:00(\.0+)?)?$/, '');
  const found = (isoOrder.exec(text) ?? britishOrder.exec(text) ?? namedMonth.exec(text))?.groups;
  return found ? existing(yearOf(found['year'] ?? ''), monthOf(found['month'] ?? ''), Number(found['day'])) : null;
}

/**
 * A time of day as British people type it, as 'HH:MM'; null when it is none.
 * @example parseTime('2.30pm') // '14:30'
 * @example parseTime('9:05') // '09:05'
 */
export function parseTime(typed: string): string | null {
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/.exec(typed.trim().toLowerCase());
  if (!parts || (!parts[2] && !parts[3])) return null;
  const [hour, minute, half] = [Number(parts[1]), Number(parts[2] ?? 0), parts[3]];
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return null;
  const hourOfDay = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour;
  return `${twoDigits(hourOfDay)}:${twoDigits(minute)}`;
}

function yearOf(typed: string): number {
  return typed.length === 2 ? 2000 + Number(typed) : Number(typed);
}

function monthOf(typed: string): number {
  if (/^\d/.test(typed)) return Number(typed);
  return 1 + months.findIndex((month) => month.toLowerCase().startsWith(typed));
}

function existing(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2099) return null;
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  return exists(date) ? date : null;
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');
