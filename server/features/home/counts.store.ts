import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** Audits that somebody has still to finish. */
export function unfinishedAuditsOf(db: Db, person: number): number {
  const row = sql<{ person: number }, { n: number }>(
    db,
    `SELECT count(*) AS n FROM audits WHERE auditor_id = @person AND state IN ('assigned', 'in-progress', 'returned')`,
  ).get({ person });
  return row?.n ?? 0;
}
