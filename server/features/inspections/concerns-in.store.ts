import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** How many concerns readers of an inspection raised from its readings, and how many nobody has answered. */
export function concernsInInspection(db: Db, inspection: number): { raised: number; open: number } {
  const row = sql<{ inspection: number }, { raised: number; open: number | null }>(
    db,
    `SELECT count(*) AS raised, sum(c.state = 'raised') AS open FROM audits a JOIN concerns c ON c.audit_id = a.id
     WHERE a.inspection_id = @inspection`,
  ).get({ inspection });
  return { raised: row?.raised ?? 0, open: row?.open ?? 0 };
}
