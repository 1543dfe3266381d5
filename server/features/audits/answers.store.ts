import type { Answer } from '../../domain/forms/filled.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** An answer as it stands, with whose it is and when. */
export interface StoredAnswer extends Answer {
  /** Counts the values that it has had. */
  version: number;
  by: number | null;
  byName: string | null;
  at: string;
}

const columns =
  'x.item_key AS item, x.occurrence, x.value, x.note, x.evidence, x.reason, x.version, x.by_id AS by, p.name AS byName, x.at';

export function answersOf(db: Db, audit: number): StoredAnswer[] {
  return sql<{ audit: number }, StoredAnswer>(
    db,
    `SELECT ${columns} FROM answers x LEFT JOIN people p ON p.id = x.by_id WHERE x.audit_id = @audit`,
  ).all({ audit });
}

export function answerTo(db: Db, audit: number, item: string, occurrence: number): StoredAnswer | undefined {
  return sql<{ audit: number; item: string; occurrence: number }, StoredAnswer>(
    db,
    `SELECT ${columns} FROM answers x LEFT JOIN people p ON p.id = x.by_id
     WHERE x.audit_id = @audit AND x.item_key = @item AND x.occurrence = @occurrence`,
  ).get({ audit, item, occurrence });
}

/** Every value that an answer has had, oldest first; the one that stands is the last. */
export function historyOf(db: Db, audit: number, item: string, occurrence: number): StoredAnswer[] {
  return sql<{ audit: number; item: string; occurrence: number }, StoredAnswer>(
    db,
    `SELECT ${columns} FROM answer_history x LEFT JOIN people p ON p.id = x.by_id
     WHERE x.audit_id = @audit AND x.item_key = @item AND x.occurrence = @occurrence ORDER BY x.version`,
  ).all({ audit, item, occurrence });
}

interface Kept extends Answer {
  audit: number;
  version: number;
  by: number | null;
  at: string;
}

/** Puts an answer in place of what stood; the history keeps both. */
export function keepAnswer(db: Db, kept: Kept): void {
  sql<Kept>(
    db,
    `INSERT INTO answers (audit_id, item_key, occurrence, value, note, evidence, reason, version, by_id, at)
     VALUES (@audit, @item, @occurrence, @value, @note, @evidence, @reason, @version, @by, @at)
     ON CONFLICT (audit_id, item_key, occurrence) DO UPDATE SET value = @value, note = @note, evidence = @evidence,
       reason = @reason, version = @version, by_id = @by, at = @at`,
  ).run(kept);
  sql<Kept>(
    db,
    `INSERT INTO answer_history (audit_id, item_key, occurrence, version, value, note, evidence, reason, by_id, at)
     VALUES (@audit, @item, @occurrence, @version, @value, @note, @evidence, @reason, @by, @at)`,
  ).run(kept);
}
