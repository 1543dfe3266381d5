import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export const findingKinds = {
  strength: 'Strength',
  improve: 'Area for improvement',
  recommendation: 'Recommendation',
} as const;

export type FindingKind = keyof typeof findingKinds;

export const isFindingKind = (key: string): key is FindingKind => Object.hasOwn(findingKinds, key);

export interface Finding {
  id: number;
  kind: FindingKind;
  standard: string | null;
  wording: string;
  /** Whom a recommendation is for: a role, never a name. */
  forRole: string | null;
  /** The action that a recommendation became. */
  actionId: number | null;
  writtenBy: string | null;
  writtenAt: string;
}

export interface NewFinding {
  inspection: number;
  kind: FindingKind;
  standard: string | null;
  wording: string;
  forRole: string | null;
  by: number | null;
  at: string;
}

export function addFinding(db: Db, finding: NewFinding): number {
  const added = sql<NewFinding>(
    db,
    `INSERT INTO findings (inspection_id, kind, standard, wording, for_role, written_by, written_at)
     VALUES (@inspection, @kind, @standard, @wording, @forRole, @by, @at)`,
  ).run(finding);
  return Number(added.lastInsertRowid);
}

/** Strengths first, then what to improve, then recommendations; each in the order written. */
export function findingsOf(db: Db, inspection: number): Finding[] {
  return sql<{ inspection: number }, Finding>(
    db,
    `SELECT f.id, f.kind, f.standard, f.wording, f.for_role AS forRole, f.action_id AS actionId, p.name AS writtenBy,
       f.written_at AS writtenAt
     FROM findings f LEFT JOIN people p ON p.id = f.written_by
     WHERE f.inspection_id = @inspection AND f.removed_at IS NULL
     ORDER BY CASE f.kind WHEN 'strength' THEN 1 WHEN 'improve' THEN 2 ELSE 3 END, f.id`,
  ).all({ inspection });
}

export function removeFinding(db: Db, inspection: number, id: number, at: string): boolean {
  const done = sql<{ inspection: number; id: number; at: string }>(
    db,
    `UPDATE findings SET removed_at = @at
     WHERE id = @id AND inspection_id = @inspection AND removed_at IS NULL AND action_id IS NULL`,
  ).run({ inspection, id, at });
  return done.changes === 1;
}

export function setActionOf(db: Db, id: number, action: number): void {
  sql<{ id: number; action: number }>(db, 'UPDATE findings SET action_id = @action WHERE id = @id').run({ id, action });
}
