import { factDaysOver, type FactDays } from './fact-days.js';

/**
 * What came of a point: the auditor changes the answer, the answer stands, or it is noted beside the audit: what was
 * added when it was read together, and a correction to an audit that is agreed already and so can't change.
 */
export type PointOutcome = 'changed' | 'stands' | 'noted';

export const outcomeWords: Readonly<Record<PointOutcome, string>> = {
  changed: 'Right: the answer is changed',
  stands: 'The answer stands',
  noted: 'Noted beside the audit',
};

/**
 * The ends of a point that are open to the auditor. An agreed audit never changes, so there a correction can only
 * stand beside it.
 * @example outcomesFor('submitted') // ['changed', 'stands']
 */
export function outcomesFor(state: string): readonly PointOutcome[] {
  return state === 'agreed' ? ['noted', 'stands'] : ['changed', 'stands'];
}

/** What the rules of putting right look at. */
export interface PutRight extends FactDays {
  state: string;
  agreement: 'full' | 'light';
  practitionerId: number | null;
  workOfId: number | null;
}

/** Whether the audit is about this person's work: as practitioner of the case, or as whose work it counts. */
export const isOwnWork = (audit: Pick<PutRight, 'practitionerId' | 'workOfId'>, person: number): boolean =>
  audit.practitionerId === person || audit.workOfId === person;

/**
 * Why this person can't put a fact right now; null when they can: it is their own work, and their days still run. On a
 * light audit the days run on after it is agreed.
 * @example whyNotPutRight({ state: 'submitted', agreement: 'full', practitionerId: 3, workOfId: 3, factsUntil: '2026-12-01', factsClosed: null }, 3, '2026-12-02')
 * // 'The days to put facts right are over.'
 */
export function whyNotPutRight(audit: PutRight, person: number, today: string): string | null {
  if (!isOwnWork(audit, person)) return 'Whoever did the work puts facts right.';
  if (audit.state === 'returned') return 'The audit is back with its auditor. You have it again when it is submitted.';
  const open = audit.state === 'submitted' || (audit.state === 'agreed' && audit.agreement === 'light');
  if (!open) return 'Facts are put right before an audit is agreed.';
  return factDaysOver(audit, today) ? 'The days to put facts right are over.' : null;
}
