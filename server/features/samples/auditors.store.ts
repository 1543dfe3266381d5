import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface Auditor {
  id: number;
  name: string;
  /** Audits that are theirs and not yet agreed or withdrawn. */
  holds: number;
}

/** Everybody who is an auditor today, with what each already has to do, in order of name. */
export function auditors(db: Db, today: string): Auditor[] {
  return sql<{ today: string }, Auditor>(
    db,
    `SELECT p.id, p.name,
       (SELECT count(*) FROM audits a WHERE a.auditor_id = p.id AND a.state IN ('assigned', 'in-progress', 'returned')) AS holds
     FROM people p
     WHERE p.id IN (SELECT person_id FROM roles_held WHERE role = 'auditor' AND from_on <= @today
                      AND (until_on IS NULL OR until_on > @today))
       AND (p.left_on IS NULL OR p.left_on > @today)
     ORDER BY p.name, p.id`,
  ).all({ today });
}

/** Who reads, or was last given, the case at a place. */
export function auditorOfPlace(db: Db, sampleId: number, unit: string): number | null {
  return (
    sql<{ sampleId: number; unit: string }, { auditor: number }>(
      db,
      `SELECT auditor_id AS auditor FROM audits WHERE sample_id = @sampleId AND unit = @unit ORDER BY id DESC LIMIT 1`,
    ).get({ sampleId, unit })?.auditor ?? null
  );
}

export function auditorsOfSample(db: Db, sampleId: number): number[] {
  return sql<{ sampleId: number }, { auditor: number }>(
    db,
    'SELECT DISTINCT auditor_id AS auditor FROM audits WHERE sample_id = @sampleId',
  )
    .all({ sampleId })
    .map((row) => row.auditor);
}
