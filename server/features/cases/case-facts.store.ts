import type { KeptFactKey } from '../../domain/register/kept-facts.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A fact of a case, or of one of its orders, beyond the register: out of a list, or asked when an audit was begun. */
export interface NewCaseFact {
  caseId: number;
  orderId: number | null;
  fact: KeptFactKey;
  value: string | null;
  importId: number | null;
  auditId: number | null;
  by: number | null;
  at: string;
}

export interface CaseFactRow {
  fact: string;
  orderId: number | null;
  value: string | null;
  source: 'import' | 'asked';
  at: string;
}

export function addCaseFact(db: Db, fact: NewCaseFact): void {
  sql<NewCaseFact & { source: 'import' | 'asked' }>(
    db,
    `INSERT INTO case_facts (case_id, order_id, fact, value, source, import_id, audit_id, recorded_by, recorded_at)
     VALUES (@caseId, @orderId, @fact, @value, @source, @importId, @auditId, @by, @at)`,
  ).run({ ...fact, source: fact.importId === null ? 'asked' : 'import' });
}

/** What is known now of a case and all its orders: the newest row of each fact. */
export function factsOfCase(db: Db, caseId: number): CaseFactRow[] {
  return sql<{ caseId: number }, CaseFactRow>(
    db,
    `SELECT f.fact, f.order_id AS orderId, f.value, f.source, f.recorded_at AS at FROM case_facts f
     WHERE f.case_id = @caseId AND f.id = (SELECT max(n.id) FROM case_facts n
       WHERE n.case_id = f.case_id AND n.fact = f.fact AND n.order_id IS f.order_id)
     ORDER BY f.id`,
  ).all({ caseId });
}

/** The same for one order: facts of the case and of this order. */
export function factsOfOrder(db: Db, caseId: number, orderId: number): ReadonlyMap<string, CaseFactRow> {
  const rows = factsOfCase(db, caseId).filter((row) => row.orderId === null || row.orderId === orderId);
  return new Map(rows.map((row) => [row.fact, row]));
}
