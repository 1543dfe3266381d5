import { headingsOf, type ColumnFact, type Columns } from './columns.js';
import { readRow } from './read-row.js';
import type { RowOfFacts, UnknownValue } from './row-notes.js';
import type { RegisterRow, Remark, RowFault } from './register-row.js';
import { isBlank, type SheetRow, type SheetRows } from './sheet-rows.js';
import { valueKey, type ValueMap } from './values.js';

/** How a register is read: which column holds what, and what its own words mean. */
export interface Mapping {
  readonly columns: Columns;
  readonly values: ValueMap;
}

/** A register, read. Every data row is in one of: good, faulty, repeats, left out. */
export interface Register {
  readonly headings: readonly string[];
  /** Rows after the heading; blank lines are not counted. */
  readonly rows: number;
  readonly good: readonly RegisterRow[];
  readonly faulty: number;
  readonly faults: readonly RowFault[];
  /** Rows that say the same as an earlier one, word for word: counted once. */
  readonly repeats: number;
  readonly leftOut: number;
  /** References of rows that are faulty or left out: such a case is listed all the same. */
  readonly alsoListed: ReadonlySet<string>;
  readonly remarks: readonly Remark[];
  /** Words to be mapped, with the number of rows that hold them. */
  readonly unknown: readonly (UnknownValue & { readonly rows: number })[];
}

/** Longer words than this in a cell are no name, team or ethnic group. */
const longestCell = 200;

/**
 * Reads all rows under the heading.
 * @param header place of the heading in `sheet.rows`
 * @param today YYYY-MM-DD
 */
export function readRegister(sheet: SheetRows, header: number, mapping: Mapping, today: string): Register {
  const headings = headingsOf(sheet.rows[header]?.cells ?? []);
  const columns = columnsByFact(headings, mapping.columns);
  const data = sheet.rows.slice(header + 1).filter((row) => !isBlank(row));
  const seen = new Set<string>();
  const register = { good: [] as RegisterRow[], faults: [] as RowFault[], remarks: [] as Remark[] };
  const unknown = new Map<string, UnknownValue & { rows: number }>();
  const alsoListed = new Set<string>();
  let [faulty, repeats, leftOut] = [0, 0, 0];

  for (const row of data) {
    const cleaned = clean(row, headings);
    const content = JSON.stringify(cleaned.cells);
    if (seen.has(content)) {
      repeats += 1;
      continue;
    }
    seen.add(content);
    register.remarks.push(...cleaned.remarks);
    const facts = rowOfFacts(row.line, cleaned.cells, headings, columns);
    const half = brokenOff(row, headings);
    if (half) {
      alsoListed.add(facts.text('reference'));
      register.faults.push(half);
      faulty += 1;
      continue;
    }
    const read = readRow(facts, mapping.values, today);
    register.faults.push(...read.faults);
    register.remarks.push(...read.remarks);
    if (read.row) register.good.push(read.row);
    else if (read.leftOut) leftOut += 1;
    else faulty += 1;
    if (!read.row) alsoListed.add(facts.text('reference'));
    for (const [key, value] of new Map(
      read.unknown.map((value) => [`${value.kind} ${valueKey(value.words)}`, value]),
    )) {
      const before = unknown.get(key);
      unknown.set(key, { ...(before ?? value), rows: (before?.rows ?? 0) + 1 });
    }
  }
  return {
    headings,
    rows: data.length,
    ...register,
    faulty,
    repeats,
    leftOut,
    alsoListed,
    unknown: [...unknown.values()],
  };
}

function columnsByFact(headings: readonly string[], columns: Columns): ReadonlyMap<ColumnFact, number> {
  return new Map(
    headings.flatMap((heading, at) => {
      const fact = Object.hasOwn(columns, heading) ? columns[heading] : null;
      return fact ? [[fact, at] as const] : [];
    }),
  );
}

/** Fewer cells than headings: what follows the break can't be trusted, so the row is not read at all. */
function brokenOff(row: SheetRow, headings: readonly string[]): RowFault | null {
  if (row.cells.length >= headings.length) return null;
  const cells = row.cells.length === 1 ? '1 cell' : `${row.cells.length} cells`;
  const field = headings[row.cells.length] ?? '';
  return { line: row.line, field, value: '', reason: `Half a row: ${cells} under ${headings.length} headings.` };
}

function clean(row: SheetRow, headings: readonly string[]): { cells: string[]; remarks: Remark[] } {
  const remarks: Remark[] = [];
  const remark = (at: number, says: string) =>
    remarks.push({ line: row.line, field: headings[at] ?? `column ${at + 1}`, says });
  const cells = row.cells.map((cell, at) => {
    const printable = cell.replace(/[^\P{C}\t\r\n\u200c\u200d]/gu, '');
    if (printable !== cell) remark(at, 'Held a control character, which was taken out.');
    const text = printable.replace(/\s+/g, ' ').trim();
    if (text.length > longestCell) remark(at, `Longer than ${longestCell} characters; the rest was left out.`);
    return text.slice(0, longestCell);
  });
  if (cells.slice(headings.length).some((cell) => cell !== '')) {
    remark(headings.length, 'More cells than headings; what stands beyond them was not read.');
  }
  return { cells, remarks };
}

function rowOfFacts(
  line: number,
  cells: readonly string[],
  headings: readonly string[],
  columns: ReadonlyMap<ColumnFact, number>,
): RowOfFacts {
  const at = (fact: ColumnFact) => columns.get(fact) ?? -1;
  return { line, text: (fact) => cells[at(fact)] ?? '', heading: (fact) => headings[at(fact)] ?? '' };
}
