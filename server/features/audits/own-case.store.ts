import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/**
 * Whether a case is somebody's own: they are practitioner of any of its orders now, or were at an earlier import.
 * Nobody audits their own case.
 */
export function isOwnCase(db: Db, caseId: number | null, person: number): boolean {
  const row = sql<{ caseId: number | null; person: number; asText: string }, { own: number }>(
    db,
    `SELECT 1 AS own FROM orders WHERE case_id = @caseId AND practitioner_id = @person
     UNION SELECT 1 FROM register_changes WHERE case_id = @caseId AND fact = 'practitioner' AND before = @asText LIMIT 1`,
  ).get({ caseId, person, asText: String(person) });
  return row !== undefined;
}
