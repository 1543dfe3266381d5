import type { Occurrence } from '../../domain/forms/filled.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** The rows of repeated groups that are there, in the order shown; occurrence 0 says 'none in the period'. */
export function occurrencesOf(db: Db, audit: number): Occurrence[] {
  return sql<{ audit: number }, Occurrence>(
    db,
    `SELECT group_key AS "group", occurrence FROM occurrences
     WHERE audit_id = @audit AND removed_at IS NULL ORDER BY group_key, position`,
  ).all({ audit });
}

/** The highest number that a row of a group ever had: a removed row's number is not used again. */
export function lastOccurrence(db: Db, audit: number, group: string): number {
  const row = sql<{ audit: number; group: string }, { last: number | null }>(
    db,
    'SELECT max(occurrence) AS last FROM occurrences WHERE audit_id = @audit AND group_key = @group',
  ).get({ audit, group });
  return row?.last ?? 0;
}

export function putOccurrence(db: Db, audit: number, group: string, occurrence: number): void {
  sql<{ audit: number; group: string; occurrence: number }>(
    db,
    `INSERT INTO occurrences (audit_id, group_key, occurrence, position) VALUES (@audit, @group, @occurrence, @occurrence)
     ON CONFLICT (audit_id, group_key, occurrence) DO UPDATE SET removed_at = NULL`,
  ).run({ audit, group, occurrence });
}

export function removeOccurrence(db: Db, audit: number, group: string, occurrence: number, at: string): void {
  sql<{ audit: number; group: string; occurrence: number; at: string }>(
    db,
    `UPDATE occurrences SET removed_at = @at
     WHERE audit_id = @audit AND group_key = @group AND occurrence = @occurrence AND removed_at IS NULL`,
  ).run({ audit, group, occurrence, at });
}
