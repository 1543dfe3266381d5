import { OutsideYearsCovered } from '../calendar/bank-holidays.js';
import { addDays, addMonths, calendarDaysBetween } from '../calendar/days.js';
import { hoursBetween } from '../calendar/hours-between.js';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.js';
import type { LimitUsed } from './limits.js';
import type { Measure } from './settings.js';

/**
 * The time between two moments ('YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM'), counted as the limit counts: working days, hours,
 * or calendar days (also for months, the same day, and before). The day of the first moment is day 0. Null when hours
 * are to be counted and a time of day is missing.
 * @throws OutsideYearsCovered for working days in years whose bank holidays are not known
 */
export function elapsed(from: string, to: string, limit: LimitUsed): number | null {
  const unit = limit.measure?.unit;
  if (unit === 'hours') return hasTime(from) && hasTime(to) ? hoursBetween(from, to) : null;
  return unit === 'working-days' ? workingDaysBetween(day(from), day(to)) : calendarDaysBetween(day(from), day(to));
}

/** Whether the time between two moments kept within the limit; null when it can't be told without the time of day. */
export function isKept(from: string, to: string, limit: LimitUsed): boolean | null {
  const { direction, measure } = limit;
  if (direction === 'same-day') return day(from) === day(to);
  if (direction === 'before' || !measure) return isBefore(from, to);
  if (measure.unit === 'months') {
    return direction === 'at-least-before'
      ? day(from) <= addMonths(day(to), -measure.amount)
      : day(to) <= addMonths(day(from), measure.amount);
  }
  const taken = elapsed(from, to, limit);
  if (taken === null) return null;
  return direction === 'at-least-before' ? taken >= measure.amount : taken <= measure.amount;
}

/**
 * The last day on which something that begins a limit at `from` can still be in time; null when it lies beyond the years
 * whose bank holidays are known, and so in the future.
 */
export function lastDay(from: string, limit: LimitUsed): string | null {
  if (!limit.measure || limit.direction === 'same-day') return day(from);
  try {
    return later(day(from), limit.measure);
  } catch (cause) {
    if (cause instanceof OutsideYearsCovered) return null;
    throw cause;
  }
}

function later(from: string, { amount, unit }: Measure): string {
  if (unit === 'months') return addMonths(from, amount);
  if (unit === 'working-days') return addWorkingDays(from, amount);
  return addDays(from, unit === 'hours' ? Math.ceil(amount / 24) : amount);
}

function isBefore(from: string, to: string): boolean | null {
  if (day(from) !== day(to)) return day(from) < day(to);
  return hasTime(from) && hasTime(to) ? from < to : null;
}

const day = (moment: string) => moment.slice(0, 10);
const hasTime = (moment: string) => moment.includes('T');
