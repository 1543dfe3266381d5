import { gradeName } from '../../domain/forms/scales.js';
import { date, table, text, units, type Table } from '../../platform/table.js';
import { caseOf } from './always-listed.js';
import type { Judged } from './figure.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { writtenIn } from './written.store.js';

const says: Record<string, string> = { yes: 'good enough', 'in-part': 'partly', no: 'not good enough' };

/** The audits behind a figure, each a step away: only those that the reader may open. */
export function auditsBehind(r: Reporting, judged: readonly Judged[], key: string, head = 'On this'): Table {
  return table({
    key,
    title: 'The audits behind it',
    sentence: `Those that you may open, ${selectedInWords(r)}, newest first.`,
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'agreed', head: 'Agreed', kind: 'date' },
      { key: 'form', head: 'Form', kind: 'text' },
      { key: 'team', head: 'Team', kind: 'text' },
      { key: 'auditor', head: 'Auditor', kind: 'text' },
      { key: 'grade', head: 'Grade', kind: 'text' },
      { key: 'judged', head, kind: 'units' },
      { key: 'written', head: 'What must improve', kind: 'words' },
    ],
    rows: judged.map(({ audit, mark }) => ({
      case: text(caseOf(audit).reference, { href: caseOf(audit).href }),
      agreed: date(audit.agreedOn),
      form: text(r.form(audit.form)),
      team: text(r.team(audit.team)),
      auditor: text(r.person(audit.auditor)),
      grade: text(audit.ownGrade === null ? 'none' : gradeName(audit.ownGrade)),
      judged: units([mark], says[mark] ?? 'counted'),
      written: text(shortened(writtenIn(r.db, audit.id).find(({ item }) => item === 'close-improve')?.value ?? '')),
    })),
  });
}

const shortened = (words: string): string =>
  words === '' ? '' : `‘${words.length > 90 ? `${words.slice(0, words.lastIndexOf(' ', 88))} …` : words}’`;
