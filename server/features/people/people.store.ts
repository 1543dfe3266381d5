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
