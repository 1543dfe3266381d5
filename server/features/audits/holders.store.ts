import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import type { Audit } from './audits.store.js';

/** Who held the case: the practitioner at the draw, those of its orders now, and those before; never the auditor. */
export function holdersOfOrder(db: Db, audit: Audit): { value: string; text: string }[] {
  return sql<{ caseId: number | null; practitioner: number | null; auditor: number }, { value: string; text: string }>(
    db,
    `SELECT CAST(p.id AS TEXT) AS value, p.name AS text FROM people p
     WHERE p.id <> @auditor AND p.id IN (
       SELECT practitioner_id FROM orders WHERE case_id = @caseId
       UNION SELECT CAST(before AS INTEGER) FROM register_changes WHERE case_id = @caseId AND fact = 'practitioner'
       UNION SELECT @practitioner)
     ORDER BY p.id = @practitioner DESC, p.name`,
  ).all({ caseId: audit.caseId, practitioner: audit.practitionerId, auditor: audit.auditorId });
}
