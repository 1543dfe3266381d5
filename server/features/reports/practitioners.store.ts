import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { peopleWithin, reachParams } from './reach.js';

export interface Practitioner {
  id: number;
  name: string;
  teams: string | null;
  leftOn: string | null;
}

const columns = `p.id, p.name, p.left_on AS leftOn,
  (SELECT group_concat(t.name, ', ') FROM memberships m JOIN teams t ON t.id = m.team_id
   WHERE m.person_id = p.id AND m.from_on <= @today AND (m.until_on IS NULL OR m.until_on > @today)) AS teams`;

/** Who holds cases or the role of practitioner, within reach, in order of name. */
export function practitionersWithin(db: Db, reach: Reach, today: string): Practitioner[] {
  return sql<{ me: number; today: string }, Practitioner>(
    db,
    `SELECT ${columns} FROM people p
     WHERE p.id IN (${peopleWithin(reach)})
       AND (EXISTS (SELECT 1 FROM roles_held h WHERE h.person_id = p.id AND h.role = 'practitioner')
         OR EXISTS (SELECT 1 FROM orders o WHERE o.practitioner_id = p.id))
     ORDER BY p.name, p.id`,
  ).all(reachParams(reach, today));
}

/** A person by id, and whether their figures exist for the reader by the team that they belong to now. */
export function practitionerById(
  db: Db,
  id: number,
  reach: Reach,
  today: string,
): (Practitioner & { isWithin: 0 | 1 }) | undefined {
  return sql<{ id: number; me: number; today: string }, Practitioner & { isWithin: 0 | 1 }>(
    db,
    `SELECT ${columns}, p.id IN (${peopleWithin(reach)}) AS isWithin FROM people p WHERE p.id = @id`,
  ).get({ id, ...reachParams(reach, today) });
}

/** How many open cases somebody holds now. */
export function openCasesOf(db: Db, person: number): number {
  const row = sql<{ person: number }, { n: number }>(
    db,
    `SELECT count(DISTINCT case_id) AS n FROM orders WHERE practitioner_id = @person AND status = 'open'`,
  ).get({ person });
  return row?.n ?? 0;
}

/** The type of an order. */
export function orderTypeOf(db: Db, order: number): string | undefined {
  return sql<{ order: number }, { type: string }>(db, 'SELECT order_type AS type FROM orders WHERE id = @order').get({
    order,
  })?.type;
}
