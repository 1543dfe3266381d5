import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface Preparation {
  id: number;
  kind: 'task' | 'evidence';
  standard: string | null;
  title: string;
  /** Where the evidence is, or where the thing is done. */
  place: string | null;
  ownerId: number | null;
  owner: string | null;
  dueOn: string;
  state: 'open' | 'done' | 'missing';
}

export type NewPreparation = Omit<Preparation, 'id' | 'owner' | 'state'>;

export function addPreparation(db: Db, inspection: number, given: NewPreparation): number {
  const added = sql<NewPreparation & { inspection: number }>(
    db,
    `INSERT INTO preparations (inspection_id, kind, standard, title, place, owner_id, due_on, state)
     VALUES (@inspection, @kind, @standard, @title, @place, @ownerId, @dueOn, 'open')`,
  ).run({ ...given, inspection });
  return Number(added.lastInsertRowid);
}

/** Tasks and evidence, the first due first. */
export function preparationsOf(db: Db, inspection: number): Preparation[] {
  return sql<{ inspection: number }, Preparation>(
    db,
    `SELECT r.id, r.kind, r.standard, r.title, r.place, r.owner_id AS ownerId, p.name AS owner, r.due_on AS dueOn, r.state
     FROM preparations r LEFT JOIN people p ON p.id = r.owner_id
     WHERE r.inspection_id = @inspection AND r.removed_at IS NULL ORDER BY r.due_on, r.id`,
  ).all({ inspection });
}

export type PreparationSet = Pick<Preparation, 'place' | 'ownerId' | 'dueOn' | 'state'>;

export function setPreparation(db: Db, id: number, set: PreparationSet): void {
  sql<PreparationSet & { id: number }>(
    db,
    'UPDATE preparations SET place = @place, owner_id = @ownerId, due_on = @dueOn, state = @state WHERE id = @id',
  ).run({ ...set, id });
}

export function removePreparation(db: Db, id: number, now: string): void {
  sql<{ id: number; now: string }>(db, 'UPDATE preparations SET removed_at = @now WHERE id = @id').run({ id, now });
}
