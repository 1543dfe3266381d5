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
  return weekday(dayNumber(date));
}

/** The same of a day's number. Day 0, 1 January 1970, was a Thursday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * Whether text is a date that exists, 'YYYY-MM-DD'.
 * @example exists('2026-02-29') // false
 */
export function exists(date: string): boolean {
  return numberOf(date) !== null;
}

/**
 * Days since 1 January 1970; negative before it.
 * @throws RangeError for a date that does not exist
 * @example dayNumber('1970-01-02') // 1
 */
export function dayNumber(date: string): number {
  const number = numberOf(date);
  if (number === null) throw new RangeError(`Not a date: ${date}`);
  return number;
}

const msOfDay = 86_400_000;

/** Days are counted in UTC, where every one has 24 hours. */
function numberOf(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  const isThere = year >= 1000 && day >= 1 && day <= daysIn(year, month);
  return isThere ? Date.UTC(year, month - 1, day) / msOfDay : null;
}

/** None in a month that does not exist. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

const dateOf = (day: number): string => new Date(day * msOfDay).toISOString().slice(0, 10);
