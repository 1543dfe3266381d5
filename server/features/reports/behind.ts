import { gradeName } from '../../domain/forms/scales.js';
import type { Mark } from '../../platform/svg/units.js';
import { blank, date, number, table, text, units, type Cell, type Table } from '../../platform/table.js';
import { caseOf } from './always-listed.js';
import type { CountedAudit } from './audits.store.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { writtenIn } from './written.store.js';

const says: Partial<Record<Mark, string>> = {
  yes: 'yes',
  'in-part': 'in part',
  no: 'no',
  'not-evidenced': 'not evidenced',
};

/** One audit behind a figure, and how it was counted: a square, a score, or only that it was. */
export interface Behind {
  audit: CountedAudit;
  mark?: Mark;
  score?: number;
}

/**
 * The audits behind a figure, each a step away: only those that the reader may open.
 * @param head over the column that says how each was counted; null where there is nothing to say
 */
export function auditsBehind(r: Reporting, rows: readonly Behind[], key: string, head: string | null): Table {
  return table<string>({
    key,
    title: 'The audits behind it',
    sentence: `Those that you may open, ${selectedInWords(r)}, newest first.`,
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'agreed', head: 'Agreed', kind: 'date' },
      { key: 'form', head: 'Form', kind: 'file' },
      { key: 'team', head: 'Team', kind: 'text' },
      { key: 'auditor', head: 'Auditor', kind: 'file' },
      { key: 'grade', head: 'Grade', kind: 'text' },
      ...(head === null ? [] : [{ key: 'judged', head, kind: 'units' as const }]),
      { key: 'written', head: 'What must improve', kind: 'words' },
    ],
    rows: rows.map((row) => ({
      case: text(caseOf(row.audit).reference, { href: caseOf(row.audit).href, note: r.form(row.audit.form) }),
      agreed: date(row.audit.agreedOn),
      form: text(r.form(row.audit.form)),
      team: text(r.team(row.audit.team), { note: `read by ${r.person(row.audit.auditor)}` }),
      auditor: text(r.person(row.audit.auditor)),
      grade: text(row.audit.ownGrade === null ? 'none' : gradeName(row.audit.ownGrade)),
      judged: judgedCell(row),
      written: text(shortened(improveIn(r, row.audit))),
    })),
  });
}

function judgedCell({ mark, score }: Behind): Cell {
  if (score !== undefined) return number(score, 2);
  return mark ? units([mark], says[mark] ?? 'counted') : blank();
}

const improveIn = (r: Reporting, { id }: CountedAudit): string =>
  writtenIn(r.db, id).find(({ item }) => item === 'close-improve')?.value ?? '';

const shortened = (words: string): string =>
  words === '' ? '' : `‘${words.length > 90 ? `${words.slice(0, words.lastIndexOf(' ', 88))} …` : words}’`;
