import type { Change } from '../../domain/register/compare.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** Where a change belongs; `orderId` is null for a fact of the case itself. */
export interface ChangeOf {
  importId: number;
  caseId: number;
  orderId: number | null;
}

/** Keeps what a later register said otherwise. Practitioners and teams are kept by their ids. */
export function keepChange(db: Db, of: ChangeOf, { fact, before, after }: Change): void {
  const row = { ...of, fact, before, after };
  sql<typeof row>(
    db,
    `INSERT INTO register_changes (import_id, case_id, order_id, fact, before, after)
     VALUES (@importId, @caseId, @orderId, @fact, @before, @after)`,
  ).run(row);
}

export interface PastChange {
  madeAt: string;
  orderId: number | null;
  fact: string;
  before: string | null;
  after: string | null;
}

/** What registers changed about a case, newest first; people and teams by name. */
export function changesOfCase(db: Db, caseId: number): PastChange[] {
  return sql<{ caseId: number }, PastChange>(
    db,
    `SELECT i.made_at AS madeAt, c.order_id AS orderId, c.fact,
       CASE c.fact WHEN 'practitioner' THEN (SELECT name FROM people WHERE id = CAST(c.before AS INTEGER))
         WHEN 'team' THEN (SELECT name FROM teams WHERE id = CAST(c.before AS INTEGER)) ELSE c.before END AS before,
       CASE c.fact WHEN 'practitioner' THEN (SELECT name FROM people WHERE id = CAST(c.after AS INTEGER))
         WHEN 'team' THEN (SELECT name FROM teams WHERE id = CAST(c.after AS INTEGER)) ELSE c.after END AS after
     FROM register_changes c JOIN imports i ON i.id = c.import_id
     WHERE c.case_id = @caseId ORDER BY c.id DESC`,
  ).all({ caseId });
}
