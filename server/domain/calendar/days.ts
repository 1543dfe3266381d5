import { Temporal } from 'temporal-polyfill';

/**
 * Calendar days from one date to another, both 'YYYY-MM-DD': the first day is day 0; negative when `to` comes first.
 * @throws RangeError for a date that does not exist
 * @example calendarDaysBetween('2026-02-27', '2026-03-02') // 3
 */
export function calendarDaysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/**
 * The date so many calendar days later (earlier when negative).
 * @example addDays('2026-12-31', 1) // '2027-01-01'
 */
export function addDays(from: string, days: number): string {
  return Temporal.PlainDate.from(from).add({ days }).toString();
}

/**
 * The same day so many months later (earlier when negative), held to the last day of a shorter month.
 * @example addMonths('2026-01-31', 1) // '2026-02-28'
 */
export function addMonths(from: string, months: number): string {
  return Temporal.PlainDate.from(from).add({ months }, { overflow: 'constrain' }).toString();
}

/**
 * Day of the week, 1 = Monday to 7 = Sunday.
 * @example dayOfWeek('2026-11-24') // 2
 */
export function dayOfWeek(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}
