import { londonDate, londonTime } from './london-date.js';
import { months } from './months.js';

/**
 * A date ('YYYY-MM-DD') as tables show it.
 * @throws RangeError when the text does not begin with a date
 * @example formatDate('2026-11-04') // '4 Nov 2026'
 */
export function formatDate(date: string): string {
  const { day, month, year } = partsOf(date);
  return `${day} ${month.slice(0, 3)} ${year}`;
}

/**
 * A date as sentences show it.
 * @example formatDateInFull('2026-11-04') // '4 November 2026'
 */
export function formatDateInFull(date: string): string {
  const { day, month, year } = partsOf(date);
  return `${day} ${month} ${year}`;
}

/**
 * Time of day in London at an instant (ISO UTC).
 * @example formatTime('2026-11-24T14:02:11.000Z') // '14:02'
 */
export function formatTime(now: string): string {
  return londonTime(now);
}

/**
 * Date and time in London at an instant (ISO UTC).
 * @example formatMoment('2026-11-24T14:02:11.000Z') // '24 Nov 2026, 14:02'
 */
export function formatMoment(now: string): string {
  return `${formatDate(londonDate(now))}, ${londonTime(now)}`;
}

/**
 * A date and time as answers keep it ('YYYY-MM-DDTHH:MM', already London's).
 * @example formatDateTime('2026-11-24T14:02') // '24 Nov 2026, 14:02'
 */
export function formatDateTime(local: string): string {
  return `${formatDate(local)}, ${local.slice(11, 16)}`;
}

function partsOf(date: string) {
  const [, year, number, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  const month = months[Number(number) - 1];
  if (month === undefined) throw new RangeError(`Not a date: ${date}`);
  return { day: Number(day), month, year };
}
