import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** One case of a recorded list: eligible with its rank, or left out with the rule. */
export interface FrameRow {
  sampleId: number;
  unit: string;
  /** Null for the service itself. */
  caseId: number | null;
  orderId: number | null;
  practitionerId: number | null;
  teamId: number | null;
  /** JSON: the facts that the page and the certificate show, as they were at the draw. */
  facts: string;
  excludedBy: string | null;
  stratum: string | null;
  rank: number | null;
  /** Set in a draw of victims. */
  victimId: number | null;
}

export function addFrameRow(db: Db, row: Omit<FrameRow, 'victimId'> & { victimId?: number | null }): void {
  sql<{ [K in keyof FrameRow]: FrameRow[K] }>(
    db,
    `INSERT INTO frame_rows (sample_id, unit, case_id, order_id, practitioner_id, team_id, facts, excluded_by, stratum, rank, victim_id)
     VALUES (@sampleId, @unit, @caseId, @orderId, @practitionerId, @teamId, @facts, @excludedBy, @stratum, @rank, @victimId)`,
  ).run({ ...row, victimId: row.victimId ?? null });
}

const columns = `sample_id AS sampleId, unit, case_id AS caseId, order_id AS orderId, practitioner_id AS practitionerId,
  team_id AS teamId, facts, excluded_by AS excludedBy, stratum, rank, victim_id AS victimId`;

/** The whole list of a sample: the eligible by rank, then those left out. */
export function frameOf(db: Db, sampleId: number): FrameRow[] {
  return sql<{ sampleId: number }, FrameRow>(
    db,
    `SELECT ${columns} FROM frame_rows WHERE sample_id = @sampleId ORDER BY rank IS NULL, stratum, rank, unit`,
  ).all({ sampleId });
}

export function frameRow(db: Db, sampleId: number, unit: string): FrameRow | undefined {
  return sql<{ sampleId: number; unit: string }, FrameRow>(
    db,
    `SELECT ${columns} FROM frame_rows WHERE sample_id = @sampleId AND unit = @unit`,
  ).get({ sampleId, unit });
}

/** Everybody who may be drawn, with their place in the draw. */
export function ranksOf(db: Db, sampleId: number): { unit: string; stratum: string | null; rank: number }[] {
  return sql<{ sampleId: number }, { unit: string; stratum: string | null; rank: number }>(
    db,
    `SELECT unit, stratum, rank FROM frame_rows WHERE sample_id = @sampleId AND rank IS NOT NULL ORDER BY stratum, rank`,
  ).all({ sampleId });
}

/** What the service calls some cases of a list; an erased one has no reference. */
export function referencesOf(db: Db, sampleId: number): Map<string, string | null> {
  const rows = sql<{ sampleId: number }, { unit: string; reference: string | null }>(
    db,
    `SELECT f.unit, c.reference FROM frame_rows f LEFT JOIN cases c ON c.id = f.case_id WHERE f.sample_id = @sampleId`,
  ).all({ sampleId });
  return new Map(rows.map(({ unit, reference }) => [unit, reference]));
}
