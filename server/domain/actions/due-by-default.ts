import { addWorkingDays } from '../calendar/working-days.js';

/**
 * When an action is due unless somebody says otherwise: in twenty working days, four weeks of work.
 * @example dueByDefault('2026-11-24') // '2026-12-22'
 */
export function dueByDefault(today: string): string {
  return addWorkingDays(today, 20);
}
