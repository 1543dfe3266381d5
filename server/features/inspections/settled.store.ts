import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A judgement as it was settled, beside what its readers wrote. */
export interface Settled {
  id: number;
  auditId: number;
  itemKey: string;
  firstValue: string | null;
  /** Null where only one person read. */
  secondValue: string | null;
  value: string;
  reason: string;
  by: string;
  at: string;
}

export type NewSettled = Omit<Settled, 'id' | 'by'> & { inspection: number; by: number };

export function addSettled(db: Db, given: NewSettled): void {
  sql<NewSettled>(
    db,
    `INSERT INTO settled_judgements (inspection_id, audit_id, item_key, first_value, second_value, value, reason, by_id, at)
     VALUES (@inspection, @auditId, @itemKey, @firstValue, @secondValue, @value, @reason, @by, @at)`,
  ).run(given);
}

/** Every settlement of an inspection, oldest first: the newest of a question holds. */
export function settledOf(db: Db, inspection: number): Settled[] {
  return sql<{ inspection: number }, Settled>(
    db,
    `SELECT s.id, s.audit_id AS auditId, s.item_key AS itemKey, s.first_value AS firstValue,
       s.second_value AS secondValue, s.value, s.reason, p.name AS by, s.at
     FROM settled_judgements s JOIN people p ON p.id = s.by_id WHERE s.inspection_id = @inspection ORDER BY s.id`,
  ).all({ inspection });
}
