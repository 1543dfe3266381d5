import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface TrailRow {
  id: number;
  at: string;
  person: number | null;
  act: string;
  thing: string | null;
  thingId: number | null;
  details: string;
  previous: string;
  hash: string;
}

export const beginning = '0'.repeat(64);

/** The head of the chain: printed on certificates and reports. */
export function lastHash(db: Db): string {
  return sql<void, { hash: string }>(db, 'SELECT hash FROM trail ORDER BY id DESC LIMIT 1').get()?.hash ?? beginning;
}

export function appendEntry(db: Db, row: Omit<TrailRow, 'id'>): void {
  sql<Omit<TrailRow, 'id'>>(
    db,
    `INSERT INTO trail (at, person_id, act, thing, thing_id, details, previous, hash)
     VALUES (@at, @person, @act, @thing, @thingId, @details, @previous, @hash)`,
  ).run(row);
}

/** A page of the trail, newest first, older than an entry. */
export function trailBefore(db: Db, before: number, limit: number): (TrailRow & { name: string | null })[] {
  return sql<{ before: number; limit: number }, TrailRow & { name: string | null }>(
    db,
    `SELECT t.id, t.at, t.person_id AS person, t.act, t.thing, t.thing_id AS thingId, t.details, t.previous, t.hash, p.name
     FROM trail t LEFT JOIN people p ON p.id = t.person_id
     WHERE t.id < @before ORDER BY t.id DESC LIMIT @limit`,
  ).all({ before, limit });
}

/** Entries in the order in which they were written, after an entry. */
export function trailAfter(db: Db, after: number, limit: number): TrailRow[] {
  return sql<{ after: number; limit: number }, TrailRow>(
    db,
    `SELECT id, at, person_id AS person, act, thing, thing_id AS thingId, details, previous, hash
     FROM trail WHERE id > @after ORDER BY id LIMIT @limit`,
  ).all({ after, limit });
}

/** Whether this person's look at this thing was already written down since a moment. */
export function viewedSince(db: Db, person: number, thing: string, thingId: number, since: string): boolean {
  const row = sql<{ person: number; thing: string; thingId: number; since: string }, { found: number }>(
    db,
    `SELECT 1 AS found FROM trail
     WHERE person_id = @person AND at >= @since AND thing = @thing AND thing_id = @thingId AND act = 'viewed' LIMIT 1`,
  ).get({ person, thing, thingId, since });
  return row !== undefined;
}

/** Who has looked at a thing, newest first: shown to the practitioner whom it is about. */
export function viewsOf(db: Db, thing: string, thingId: number): { name: string | null; at: string }[] {
  return sql<{ thing: string; thingId: number }, { name: string | null; at: string }>(
    db,
    `SELECT p.name, t.at FROM trail t LEFT JOIN people p ON p.id = t.person_id
     WHERE t.thing = @thing AND t.thing_id = @thingId AND t.act = 'viewed' ORDER BY t.id DESC LIMIT 50`,
  ).all({ thing, thingId });
}
