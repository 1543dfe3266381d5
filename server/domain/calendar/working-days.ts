import { bankHolidays, bankHolidaysBetween, isCovered, OutsideYearsCovered } from './bank-holidays.js';
import { addDays, calendarDaysBetween, dayOfWeek } from './days.js';

const holidayDates = new Set(bankHolidays.map((holiday) => holiday.date));

/**
 * Working days of England and Wales after `from` up to and including `to` ('YYYY-MM-DD'): Monday to Friday without
 * bank holidays. The start day never counts, the end day does if it is a working day. Negative when `to` comes first,
 * so that counts add up over any days in between.
 * @throws OutsideYearsCovered when a date lies in a year whose bank holidays are not known
 * @example workingDaysBetween('2026-04-02', '2026-04-08') // 2, Easter left out
 */
export function workingDaysBetween(from: string, to: string): number {
  // Taken from 0, or no working days backwards would be -0, which is written '-0' and is not the same as 0.
  if (to < from) return 0 - workingDaysBetween(to, from);
  return weekdaysBetween(from, to) - bankHolidaysBetween(from, to).length;
}

/**
 * The date on which the n-th working day after `from` falls; `from` itself when n is 0.
 * @param n whole number, 0 or more
 * @throws OutsideYearsCovered, RangeError
 * @example addWorkingDays('2026-12-24', 5) // '2027-01-05'
 */
export function addWorkingDays(from: string, n: number): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Working days to add must be a whole number, not ${n}`);
  let date = from;
  for (let left = n; left > 0;) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

/**
 * Whether a date is a Monday to Friday and no bank holiday.
 * @throws OutsideYearsCovered
 * @example isWorkingDay('2026-12-28') // false: Boxing Day is kept
 */
export function isWorkingDay(date: string): boolean {
  if (!isCovered(date)) throw new OutsideYearsCovered(date);
  return dayOfWeek(date) <= 5 && !holidayDates.has(date);
}

function weekdaysBetween(from: string, to: string): number {
  const days = calendarDaysBetween(from, to);
  const start = dayOfWeek(from);
  const beyondWholeWeeks = Array.from({ length: days % 7 }, (_, i) => ((start + i) % 7) + 1);
  return Math.floor(days / 7) * 5 + beyondWholeWeeks.filter((day) => day <= 5).length;
}
