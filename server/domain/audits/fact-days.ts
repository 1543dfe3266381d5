import { addWorkingDays } from '../calendar/working-days.js';

/** How the practitioner's days can end before their last one. */
export type DaysClosed = 'nothing-to-put-right' | 'read-together' | 'given-on-paper';

export const closedWords: Readonly<Record<DaysClosed, string>> = {
  'nothing-to-put-right': 'nothing to put right',
  'read-together': 'read together',
  'given-on-paper': 'given on paper',
};

/**
 * The last day on which the practitioner can put facts right: the fifth working day after submission.
 * @param submittedOn 'YYYY-MM-DD' in London
 * @example factDaysUntil('2026-11-24') // '2026-12-01'
 */
export function factDaysUntil(submittedOn: string): string {
  return addWorkingDays(submittedOn, 5);
}

/**
 * What is known of the days of one submitted audit: their last day, null where it is nobody’s work and so nobody has
 * days; and how they ended early, if they did.
 */
export interface FactDays {
  factsUntil: string | null;
  factsClosed: DaysClosed | null;
}

/**
 * Whether the practitioner's days are over: ended early, their last day has passed, or there never were any.
 * @example factDaysOver({ factsUntil: '2026-12-01', factsClosed: null }, '2026-12-01') // false
 */
export function factDaysOver(days: FactDays, today: string): boolean {
  return days.factsClosed !== null || days.factsUntil === null || today > days.factsUntil;
}
