import type { Db } from '../../platform/sqlite/open.js';
import { factOfHeading } from '../../domain/register/columns.js';
import { planOf, registerOf, type Reading } from './upload-reading.js';

export const steps = [
  { key: 'sheet', text: 'Sheet and headings' },
  { key: 'columns', text: 'Columns' },
  { key: 'values', text: 'Values' },
  { key: 'people', text: 'People and teams' },
  { key: 'preview', text: 'Look before anything is kept' },
] as const;

export type Step = (typeof steps)[number]['key'];

export const stepAddress = (upload: number, step: Step): string => `/cases/uploads/${upload}/${step}`;

/** The steps for the head of a page; `current` is the one that it shows. */
export function stepsAt(current: Step): { text: string; current: boolean }[] {
  return steps.map(({ key, text }) => ({ text, current: key === current }));
}

/** The first step after this one where something must be looked at: what is known already is passed over. */
export function nextStep(db: Db, read: Reading, today: string, done: Step | null): string {
  const at = done === null ? -1 : steps.findIndex(({ key }) => key === done);
  const next = steps.slice(at + 1).find(({ key }) => isNeeded[key](db, read, today));
  return stepAddress(read.upload.id, next?.key ?? 'preview');
}

const isNeeded: Record<Step, (db: Db, read: Reading, today: string) => boolean> = {
  sheet: (_db, { sheets, headings }) => sheets.length > 1 || headings.filter(factOfHeading).length < 2,
  columns: (_db, { isMapped, columnFaults }) => !isMapped || columnFaults.length > 0,
  values: (_db, read, today) => registerOf(read, today).unknown.length > 0,
  people: (db, read, today) => {
    const { people, teams } = planOf(db, read, registerOf(read, today)).names;
    return people.some(({ match }) => match.is !== 'known') || teams.some(({ known }) => !known);
  },
  preview: () => true,
};
