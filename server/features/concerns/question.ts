import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { formVersion } from '../forms/forms.store.js';

/** The wording of the question at which a concern was raised, in the version of the form that the audit has. */
export function questionOf(db: Db, auditId: number | null, itemKey: string | null): string | null {
  if (auditId === null || itemKey === null) return null;
  const audit = sql<{ auditId: number }, { version: number }>(
    db,
    'SELECT form_version_id AS version FROM audits WHERE id = @auditId',
  ).get({ auditId });
  if (!audit) return null;
  const items = formVersion(db, audit.version).document.sections.flatMap((section) => section.items);
  return items.find((item) => item.key === itemKey)?.question ?? null;
}
