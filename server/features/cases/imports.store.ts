import type { RowFault } from '../../domain/register/register-row.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface Import {
  id: number;
  madeAt: string;
  madeBy: string | null;
  fileDigest: string;
  rows: number;
  cases: number;
  orders: number;
  faulty: number;
  added: number;
  changed: number;
  unchanged: number;
}

export type NewImport = Omit<Import, 'id' | 'madeBy'> & { madeBy: number | null; mapping: string };

export function addImport(db: Db, made: NewImport): number {
  const added = sql<NewImport>(
    db,
    `INSERT INTO imports (made_by, made_at, file_digest, mapping, rows, cases, orders, faulty, added, changed, unchanged)
     VALUES (@madeBy, @madeAt, @fileDigest, @mapping, @rows, @cases, @orders, @faulty, @added, @changed, @unchanged)`,
  ).run(made);
  return Number(added.lastInsertRowid);
}

const columns = `i.id, i.made_at AS madeAt, p.name AS madeBy, i.file_digest AS fileDigest, i.rows, i.cases, i.orders,
  i.faulty, i.added, i.changed, i.unchanged`;

/** The newest register, or none yet. */
export function newestImport(db: Db): Import | undefined {
  return sql<void, Import>(
    db,
    `SELECT ${columns} FROM imports i LEFT JOIN people p ON p.id = i.made_by
     WHERE i.id = (SELECT max(id) FROM imports)`,
  ).get();
}

export function importById(db: Db, id: number): Import | undefined {
  return sql<{ id: number }, Import>(
    db,
    `SELECT ${columns} FROM imports i LEFT JOIN people p ON p.id = i.made_by WHERE i.id = @id`,
  ).get({ id });
}

export function keepFault(db: Db, importId: number, fault: RowFault): void {
  const row = { importId, ...fault };
  sql<typeof row>(
    db,
    `INSERT INTO import_faults (import_id, line, field, value, reason) VALUES (@importId, @line, @field, @value, @reason)
     ON CONFLICT (import_id, line, field) DO NOTHING`,
  ).run(row);
}

export function faultsOfImport(db: Db, importId: number): RowFault[] {
  return sql<{ importId: number }, RowFault>(
    db,
    'SELECT line, field, value, reason FROM import_faults WHERE import_id = @importId ORDER BY line, field',
  ).all({ importId });
}

/** Faults hold cells of a register: they are emptied once they have served. */
export function emptyFaultsBefore(db: Db, at: string): void {
  sql<{ at: string }>(
    db,
    'DELETE FROM import_faults WHERE import_id IN (SELECT id FROM imports WHERE made_at < @at)',
  ).run({ at });
}
