import { bankHolidays, OutsideYearsCovered, yearsCovered } from './bank-holidays.js';
import { addDays, dayNumber, weekday } from './days.js';

/**
 * Working days of England and Wales after `from` up to and including `to` ('YYYY-MM-DD'): Monday to Friday without
 * bank holidays. The start day never counts, the end day does if it is a working day. Negative when `to` comes first,
 * so that counts add up over any days in between.
 * @throws OutsideYearsCovered when a date lies in a year whose bank holidays are not known
 * @example workingDaysBetween('2026-04-02', '2026-04-08') // 2, Easter left out
 */
export function workingDaysBetween(from: string, to: string): number {
  return workingDaysUpTo(to) - workingDaysUpTo(from);
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
  return workingDaysUpTo(date) > (counted[dayNumber(date) - firstDay - 1] ?? 0);
}

/** Working days since the first of the years covered, up to and including a date. */
function workingDaysUpTo(date: string): number {
  const count = counted[dayNumber(date) - firstDay];
  if (count === undefined) throw new OutsideYearsCovered(date);
  return count;
}

const firstDay = dayNumber(`${yearsCovered.first}-01-01`);

/** The count for each day of the years covered: working days between two dates are then one subtraction. */
const counted = countDays();

function countDays(): readonly number[] {
  const holidays = new Set(bankHolidays.map(({ date }) => dayNumber(date)));
  const counts: number[] = [];
  let count = 0;
  const lastDay = dayNumber(`${yearsCovered.last}-12-31`);
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (weekday(day) <= 5 && !holidays.has(day)) count += 1;
    counts.push(count);
  }
  return counts;
}
