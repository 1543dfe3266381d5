import { gradeName } from '../../domain/forms/scales.js';
import { blank, date, number, table, text, type Table } from '../../platform/table.js';
import { caseOf } from './always-listed.js';
import type { CountedAudit } from './audits.store.js';
import { selectedInWords, type Reporting } from './reporting.js';

/** The audits themselves, oldest first: grade and score of each. */
export function auditsTable(r: Reporting, audits: readonly CountedAudit[]): Table {
  return table({
    key: 'audits',
    title: 'The audits',
    sentence: `Agreed audits of this person’s work, ${selectedInWords(r)}, oldest first.`,
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'agreed', head: 'Agreed', kind: 'date' },
      { key: 'form', head: 'Form', kind: 'file' },
      { key: 'auditor', head: 'Auditor', kind: 'text' },
      { key: 'own', head: 'Auditor’s grade', kind: 'text' },
      { key: 'computed', head: 'Worked out', kind: 'text' },
      { key: 'score', head: 'Practice score', kind: 'number' },
    ],
    rows: audits.map((audit) => ({
      case: text(caseOf(audit).reference, { href: caseOf(audit).href, note: r.form(audit.form) }),
      agreed: date(audit.agreedOn),
      form: text(r.form(audit.form)),
      auditor: text(r.person(audit.auditor)),
      own: text(audit.ownGrade === null ? 'none' : gradeName(audit.ownGrade)),
      computed: text(audit.computedGrade === null ? 'none' : gradeName(audit.computedGrade)),
      score: audit.practiceScore === null ? blank() : number(audit.practiceScore, 2),
    })),
  });
}
