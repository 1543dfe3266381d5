import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface Person {
  id: number;
  name: string;
  addedAt: string;
  leftOn: string | null;
}

const columns = 'id, name, added_at AS addedAt, left_on AS leftOn';

export function addPerson(db: Db, name: string, now: string): number {
  const added = sql<{ name: string; now: string }>(db, 'INSERT INTO people (name, added_at) VALUES (@name, @now)');
  return Number(added.run({ name, now }).lastInsertRowid);
}

export function personById(db: Db, id: number): Person | undefined {
  return sql<{ id: number }, Person>(db, `SELECT ${columns} FROM people WHERE id = @id`).get({ id });
}

/** Everybody, in order of name. A service has some dozens of people, so one page holds them. */
export function people(db: Db): Person[] {
  return sql<void, Person>(db, `SELECT ${columns} FROM people ORDER BY name, id`).all();
}

export function markLeft(db: Db, id: number, on: string): void {
  sql<{ id: number; on: string }>(db, 'UPDATE people SET left_on = @on WHERE id = @id').run({ id, on });
}

export interface PersonInList extends Person {
  signInName: string | null;
  disabledAt: string | null;
  teams: string | null;
  /** Roles held today, as JSON: [{ "role", "team" }]. */
  roles: string;
}

/** Everybody with their account, teams and roles of today, in order of name. */
export function peopleInList(db: Db, today: string): PersonInList[] {
  return sql<{ today: string }, PersonInList>(
    db,
    `SELECT p.id, p.name, p.added_at AS addedAt, p.left_on AS leftOn, a.sign_in_name AS signInName, a.disabled_at AS disabledAt,
       (SELECT group_concat(t.name, ', ') FROM memberships m JOIN teams t ON t.id = m.team_id
        WHERE m.person_id = p.id AND m.from_on <= @today AND (m.until_on IS NULL OR m.until_on > @today)) AS teams,
       (SELECT json_group_array(json_object('role', r.role, 'team', t.name)) FROM roles_held r LEFT JOIN teams t ON t.id = r.team_id
        WHERE r.person_id = p.id AND r.role <> 'inspector' AND r.from_on <= @today
          AND (r.until_on IS NULL OR r.until_on > @today)) AS roles
     FROM people p LEFT JOIN accounts a ON a.person_id = p.id ORDER BY p.name, p.id`,
  ).all({ today });
}

export function comeBack(db: Db, id: number): void {
  sql<{ id: number }>(db, 'UPDATE people SET left_on = NULL WHERE id = @id').run({ id });
}
