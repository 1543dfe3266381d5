import { addDays } from '../../domain/calendar/days.js';
import { addWorkingDays, isWorkingDay } from '../../domain/calendar/working-days.js';

/** So many working days later; roughly, when that is earlier or years away. */
export function workingDaysFrom(date: string, days: number): string {
  return days >= 0 && days < 200 ? addWorkingDays(date, days) : addDays(date, Math.floor((days * 7) / 5));
}

/** The same day, or the next working day after it. */
export const workingDay = (date: string): string => (isWorkingDay(date) ? date : addWorkingDays(date, 1));

/** A moment of a day as ISO UTC. */
export const momentOf = (date: string, time: string): string => new Date(`${date}T${time}:00Z`).toISOString();
