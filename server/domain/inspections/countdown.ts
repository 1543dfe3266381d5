import { addDays } from '../calendar/days.js';
import { isWorkingDay } from '../calendar/working-days.js';
import type { FrameworkKey } from './frameworks.js';

export interface Task {
  title: string;
  /** YYYY-MM-DD */
  dueOn: string;
}

interface Planned {
  title: string;
  /** So many working days before the first day. */
  before: number;
  only?: FrameworkKey;
}

/** What a service gets ready, and when: the inspectorate’s own weeks, shortened to twenty working days. */
const plan: readonly Planned[] = [
  { before: 20, title: 'Tell the board, staff and partners: what it is for, what is looked at, who will see what' },
  { before: 15, title: 'Begin the service’s own review on the leadership form, and the list of evidence' },
  { before: 15, title: 'Fill in the data sheet about the service', only: '2025' },
  { before: 15, title: 'Write the narrative: children, what changed since last time, what audits say' },
  { before: 12, title: 'Check the register against the rules of eligibility and put right what is missing' },
  { before: 10, title: 'Name the readers and declare conflicts of interest' },
  { before: 10, title: 'Draw the cases' },
  { before: 8, title: 'Timetable, rooms, a screen for each reader, the diaries of practitioners' },
  { before: 8, title: 'Fill in the template for the discussion of one child by all who work with them', only: '2025' },
  { before: 5, title: 'Tell practitioners which case, when and what for' },
  { before: 5, title: 'Accounts of visiting inspectors; confidentiality signed' },
  { before: 3, title: 'Read the evidence; list what is missing and what to follow' },
  { before: 1, title: 'Readers read one practice case, each alone, then compare' },
  { before: 1, title: 'Briefing of staff; way to raise a concern tried out with the named manager' },
];

/**
 * The countdown to an inspection as tasks with their dates, the first due first.
 * @param startsOn first day of the inspection, 'YYYY-MM-DD'
 * @throws OutsideYearsCovered
 * @example countdown('2017', '2026-12-07')[0] // { title: 'Tell the board ...', dueOn: '2026-11-09' }
 */
export function countdown(framework: FrameworkKey, startsOn: string): Task[] {
  return plan
    .filter(({ only }) => only === undefined || only === framework)
    .map(({ title, before }) => ({ title, dueOn: workingDaysBefore(startsOn, before) }));
}

/**
 * The n-th working day before a date.
 * @example workingDaysBefore('2026-12-29', 1) // '2026-12-24': Boxing Day is kept on the 28th
 */
export function workingDaysBefore(date: string, n: number): string {
  let day = date;
  for (let left = n; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
