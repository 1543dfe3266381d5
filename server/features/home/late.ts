import { calendarDaysBetween } from '../../domain/calendar/days.js';

/** One line of a list: what it is, where it leads, and how it stands. */
export interface Thing {
  text: string;
  href?: string;
  line?: string;
  state?: 'late' | 'gap' | 'concern';
  says?: string;
}

/** By how much something is late. @example overdueBy('2026-11-18', '2026-11-24') // 'Overdue by 6 days' */
export function overdueBy(dueOn: string, today: string): string {
  const days = calendarDaysBetween(dueOn, today);
  return `Overdue by ${days} ${days === 1 ? 'day' : 'days'}`;
}
