import { subjectName } from '../../domain/audits/subject.js';
import { stateNames } from '../../domain/audits/states.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import type { Db } from '../../platform/sqlite/open.js';
import { state, table, text, type Table } from '../../platform/table.js';
import { formVersion } from '../forms/forms.store.js';
import type { AuditAtHome } from './home.store.js';
import { overdueBy } from './late.js';

/** What somebody has to audit, the one due first on top. */
export const yoursToAudit = (db: Db, audits: readonly AuditAtHome[], today: string): Table =>
  table({
    key: 'yours-to-audit',
    title: 'Yours to audit',
    sentence: 'Audits assigned to you that are not submitted.',
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'form', head: 'Form', kind: 'text' },
      { key: 'practitioner', head: 'Practitioner', kind: 'text' },
      { key: 'takes', head: 'Takes', kind: 'text' },
      { key: 'state', head: 'State', kind: 'text' },
    ],
    rows: audits.map((audit) => ({
      case: text(subjectName(audit), { href: `/audits/${audit.id}` }),
      form: text(audit.form),
      practitioner: text(audit.practitioner ?? ''),
      takes: text(takes(db, audit.formVersionId)),
      state:
        audit.dueOn < today
          ? state('late', overdueBy(audit.dueOn, today))
          : text(`${stateNames[audit.state]}, due ${formatDate(audit.dueOn)}`),
    })),
  });

function takes(db: Db, version: number): string {
  const { from, to } = formVersion(db, version).document.about.minutes;
  return from === to ? `${from} min` : `${from}–${to} min`;
}
