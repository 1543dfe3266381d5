import { formatDate } from '../calendar/format-date.js';
import { months } from '../calendar/months.js';
import { parseDate } from '../calendar/parse-date.js';

/**
 * When a result was published, as exactly as it is known: a day, a month or a year.
 * @returns 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'; null when it can't be read
 * @example readPublishedOn('May 2016') // '2016-05'
 */
export function readPublishedOn(typed: string): string | null {
  const given = typed.trim();
  if (/^(19|20)\d\d$/.test(given)) return given;
  const [, name = '', year = ''] = /^([A-Za-z]+) ((?:19|20)\d\d)$/.exec(given) ?? [];
  const month = months.findIndex((one) => name.length >= 3 && one.toLowerCase().startsWith(name.toLowerCase()));
  return month >= 0 ? `${year}-${String(month + 1).padStart(2, '0')}` : parseDate(given);
}

/** @example publishedInWords('2016-05') // 'May 2016' */
export function publishedInWords(on: string): string {
  if (on.length === 10) return formatDate(on);
  const [year = '', month] = on.split('-');
  return month === undefined ? year : `${months[Number(month) - 1]} ${year}`;
}
