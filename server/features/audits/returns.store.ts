import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** One thing that an audit was sent back for; without an item it is about the whole. */
export interface Return {
  id: number;
  item: string | null;
  reason: string | null;
  by: number;
  byName: string;
  at: string;
  answeredAt: string | null;
}

export function addReturn(
  db: Db,
  given: { audit: number; item: string | null; reason: string; by: number; now: string },
): void {
  sql<typeof given>(
    db,
    'INSERT INTO returns (audit_id, item_key, reason, by_id, at) VALUES (@audit, @item, @reason, @by, @now)',
  ).run(given);
}

/** All that an audit was ever sent back for, oldest first. */
export function returnsOf(db: Db, audit: number): Return[] {
  return sql<{ audit: number }, Return>(
    db,
    `SELECT r.id, r.item_key AS item, r.reason, r.by_id AS "by", p.name AS byName, r.at, r.answered_at AS answeredAt
     FROM returns r JOIN people p ON p.id = r.by_id WHERE r.audit_id = @audit ORDER BY r.id`,
  ).all({ audit });
}

/** What still has to be looked at before the audit is submitted again. */
export function openReturns(db: Db, audit: number): Return[] {
  return returnsOf(db, audit).filter((r) => r.answeredAt === null);
}

/** A new submission answers what was sent back. */
export function answerReturns(db: Db, audit: number, now: string): void {
  sql<{ audit: number; now: string }>(
    db,
    'UPDATE returns SET answered_at = @now WHERE audit_id = @audit AND answered_at IS NULL',
  ).run({ audit, now });
}
