/**
 * Calendar days from one date to another, both 'YYYY-MM-DD': the first day is day 0; negative when `to` comes first.
 * @throws RangeError for a date that does not exist
 * @example calendarDaysBetween('2026-02-27', '2026-03-02') // 3
 */
export function calendarDaysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The date so many calendar days later (earlier when negative).
 * @throws RangeError for a date that does not exist
 * @example addDays('2026-12-31', 1) // '2027-01-01'
 */
export function addDays(from: string, days: number): string {
  return dateOf(dayNumber(from) + days);
}

/**
 * The same day so many months later (earlier when negative), held to the last day of a shorter month.
 * @throws RangeError for a date that does not exist
 * @example addMonths('2026-01-31', 1) // '2026-02-28'
 */
export function addMonths(from: string, months: number): string {
  const first = dayNumber(`${from.slice(0, 7)}-01`);
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + months];
  const [start, next] = [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)].map((time) => time / msOfDay);
  return dateOf(Math.min((start ?? NaN) + dayNumber(from) - first, (next ?? NaN) - 1));
}

/**
 * Day of the week, 1 = Monday to 7 = Sunday.
 * @throws RangeError for a date that does not exist
 * @example dayOfWeek('2026-11-24') // 2
 */
export function dayOfWeek(date: string): number {
  // Day 0, 1 January 1970, was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/**
 * Whether text is a date that exists, 'YYYY-MM-DD'.
 * @example exists('2026-02-29') // false
 */
export function exists(date: string): boolean {
  const time = timeOf(date);
  return !Number.isNaN(time) && dateOf(time / msOfDay) === date;
}

const msOfDay = 86_400_000;

/** Days since 1 January 1970. Dates are counted as days in UTC, where every day has 24 hours. */
function dayNumber(date: string): number {
  if (!exists(date)) throw new RangeError(`Not a date: ${date}`);
  return timeOf(date) / msOfDay;
}

const timeOf = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)));

const dateOf = (day: number): string => new Date(day * msOfDay).toISOString().slice(0, 10);
