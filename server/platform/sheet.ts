import type { Cell, Column, Table } from './table.js';

/** A value as a file writes it. Whoever writes `text` must keep it from being read as a formula. */
export type Value =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'date'; readonly value: string }
  | null;

export interface Sheet {
  readonly title: string;
  readonly sentence: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** A table as plain rows for CSV and workbooks. A share takes three columns: count, whole, share. */
export function sheet(table: Table): Sheet {
  const rows = table.total ? [...table.rows, table.total] : table.rows;
  return {
    title: table.title,
    sentence: table.sentence,
    heads: table.columns.flatMap(heads),
    rows: rows.map((row) => table.columns.flatMap((column) => values(column, row[column.key]))),
  };
}

function heads({ head, kind }: Column): string[] {
  return kind === 'share' ? [`${head}: count`, `${head}: of`, `${head}: share`] : [head];
}

function values(column: Column, cell: Cell | undefined): Value[] {
  if (cell === undefined) throw new Error(`The table has no cell in column '${column.key}'`);
  if (column.kind === 'share') return shareValues(cell);
  if (typeof cell.value === 'number') return [{ type: 'number', value: cell.value }];
  if (cell.value === null || cell.value === '') return [null];
  return [{ type: column.kind === 'date' && isDay(cell.value) ? 'date' : 'text', value: cell.value }];
}

function shareValues({ value, of, text }: Cell): Value[] {
  if (typeof value !== 'number' || of === null) return [text === '' ? null : { type: 'text', value: text }, null, null];
  const share: Value = of === 0 ? null : { type: 'number', value: value / of };
  return [{ type: 'number', value }, { type: 'number', value: of }, share];
}

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);
