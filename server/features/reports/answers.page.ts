import type { Table } from '../../platform/table.js';
import { auditsToExport } from './answers-export.store.js';
import { answersTable } from './answers-table.js';
import { frame, type Frame } from './frame.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';

/** All answers that the reader may take away: some of them shown, all of them in the file. */
export interface AnswersPage {
  frame: Frame;
  sentence: string;
  /** The first rows. */
  some: Table | null;
  more: string;
  notes: { text: string; link: string; href: string };
  /** Whole, for the file. */
  table: Table;
}

const shown = 8;

export function answersPage(r: Reporting, withNotes: boolean): AnswersPage {
  const audits = auditsToExport(r.db, r.selection, r.me, r.reach, r.today);
  const kept: Readonly<Record<string, string>> = withNotes ? { notes: 'with' } : {};
  const n = `${audits.length} ${audits.length === 1 ? 'audit' : 'audits'}`;
  const sentence = `Every answer of ${n}, ${selectedInWords(r)}, and of those submitted in that time; each in the words of its version. What was not asked in the end is marked and counted nowhere.`;
  const first = { ...answersTable(r.db, audits.slice(0, 1), withNotes, sentence) };
  const rows = first.rows.slice(0, shown);
  return {
    frame: { ...frame(r, { counted: `${n} that you may open`, kept }), waiting: null },
    sentence: 'One row an answer, over all versions of the forms, to be counted elsewhere.',
    some: rows.length === 0 ? null : { ...first, rows },
    more: `The first ${rows.length} rows. The file holds every answer of ${n}.`,
    notes: withNotes
      ? {
          text: 'With notes, evidence, reasons and written answers: words about children and workers. Keep the file as you keep the case file, and delete it when it is done with; erasing a case here does not reach it.',
          link: 'Leave them out',
          href: `${r.address}${queryOf(r.selection, r.today)}`,
        }
      : {
          text: 'Without what auditors wrote in their own words.',
          link: 'Take notes and written answers too',
          href: `${r.address}${queryOf(r.selection, r.today, { notes: 'with' })}`,
        },
    table: answersTable(r.db, audits, withNotes, sentence),
  };
}
