import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** What somebody wants to come back to in an audit, with a note to self: item key to note. Nobody else sees it. */
export function comeBacksOf(db: Db, audit: number, person: number): Map<string, string> {
  const rows = sql<{ audit: number; person: number }, { item: string; note: string }>(
    db,
    'SELECT item_key AS item, note FROM come_backs WHERE audit_id = @audit AND person_id = @person',
  ).all({ audit, person });
  return new Map(rows.map(({ item, note }) => [item, note]));
}

export function comeBackTo(db: Db, audit: number, person: number, item: string, note: string): void {
  sql<{ audit: number; person: number; item: string; note: string }>(
    db,
    `INSERT INTO come_backs (audit_id, person_id, item_key, note) VALUES (@audit, @person, @item, @note)
     ON CONFLICT (audit_id, person_id, item_key) DO UPDATE SET note = @note`,
  ).run({ audit, person, item, note });
}

export function cameBackTo(db: Db, audit: number, person: number, item: string): void {
  sql<{ audit: number; person: number; item: string }>(
    db,
    'DELETE FROM come_backs WHERE audit_id = @audit AND person_id = @person AND item_key = @item',
  ).run({ audit, person, item });
}
