import type { PointOutcome } from '../../domain/audits/fact-points.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** What the practitioner says about one item, or, without an item, about the whole; with the auditor's answer. */
export interface FactPoint {
  id: number;
  audit: number;
  item: string | null;
  said: string | null;
  by: number;
  byName: string;
  at: string;
  reply: string | null;
  outcome: PointOutcome | null;
  repliedByName: string | null;
  repliedAt: string | null;
}

export function pointsOf(db: Db, audit: number): FactPoint[] {
  return sql<{ audit: number }, FactPoint>(
    db,
    `SELECT f.id, f.audit_id AS audit, f.item_key AS item, f.said, f.by_id AS "by", p.name AS byName, f.at, f.reply,
       f.outcome, r.name AS repliedByName, f.replied_at AS repliedAt
     FROM fact_points f JOIN people p ON p.id = f.by_id LEFT JOIN people r ON r.id = f.replied_by
     WHERE f.audit_id = @audit ORDER BY f.id`,
  ).all({ audit });
}

export function addPoint(
  db: Db,
  point: { audit: number; item: string | null; said: string; by: number; now: string },
): number {
  const added = sql<typeof point>(
    db,
    'INSERT INTO fact_points (audit_id, item_key, said, by_id, at) VALUES (@audit, @item, @said, @by, @now)',
  ).run(point);
  return Number(added.lastInsertRowid);
}

export function replyToPoint(
  db: Db,
  reply: { point: number; outcome: PointOutcome; reply: string; by: number; now: string },
): void {
  sql<typeof reply>(
    db,
    'UPDATE fact_points SET outcome = @outcome, reply = @reply, replied_by = @by, replied_at = @now WHERE id = @point',
  ).run(reply);
}
