import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** Managers with a working account: only they can be named for concerns, since only they can acknowledge one. */
export function answerers(db: Db, today: string): { id: number; name: string }[] {
  return sql<{ today: string }, { id: number; name: string }>(
    db,
    `SELECT DISTINCT p.id, p.name FROM roles_held r JOIN people p ON p.id = r.person_id JOIN accounts a ON a.person_id = p.id
     WHERE r.role IN ('team-lead', 'head') AND r.from_on <= @today AND (r.until_on IS NULL OR r.until_on > @today)
       AND a.disabled_at IS NULL AND (p.left_on IS NULL OR p.left_on > @today)
     ORDER BY p.name`,
  ).all({ today });
}
