import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A person that a list offers. */
export interface Offered {
  id: number;
  name: string;
}

const holds = `FROM people p JOIN roles_held r ON r.person_id = p.id JOIN accounts a ON a.person_id = p.id
  WHERE r.from_on <= @today AND (r.until_on IS NULL OR r.until_on > @today) AND a.disabled_at IS NULL
    AND (p.left_on IS NULL OR p.left_on > @today)`;

/** People of the service who may lead an inspection: the head, team leads and auditors. */
export function possibleLeads(db: Db, today: string): Offered[] {
  return sql<{ today: string }, Offered>(
    db,
    `SELECT DISTINCT p.id, p.name ${holds} AND r.role IN ('head', 'team-lead', 'auditor') ORDER BY p.name, p.id`,
  ).all({ today });
}

/** Auditors who may read for an inspection. Whoever sees every audit can read none blind. */
export function possibleReaders(db: Db, today: string): Offered[] {
  return sql<{ today: string }, Offered>(
    db,
    `SELECT DISTINCT p.id, p.name ${holds} AND r.role = 'auditor' AND p.id NOT IN (
       SELECT person_id FROM roles_held WHERE role = 'head' AND from_on <= @today AND (until_on IS NULL OR until_on > @today))
     ORDER BY p.name, p.id`,
  ).all({ today });
}

/** Everybody of the service who can be asked to get something ready. */
export function possibleOwners(db: Db, today: string): Offered[] {
  return sql<{ today: string }, Offered>(
    db,
    `SELECT DISTINCT p.id, p.name ${holds} AND r.role <> 'inspector' ORDER BY p.name, p.id`,
  ).all({ today });
}
