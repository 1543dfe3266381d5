import type { CellsOf } from '../../domain/register/check-columns.js';
import { headingsOf } from '../../domain/register/columns.js';
import type { SheetRows } from '../../domain/register/sheet-rows.js';

/** The cells under each heading, for looking at what a column holds. */
export function cellsUnder(sheet: SheetRows, header: number): CellsOf {
  const headings = headingsOf(sheet.rows[header]?.cells ?? []);
  const data = sheet.rows.slice(header + 1);
  return (heading) => {
    const at = headings.indexOf(heading);
    return at === -1 ? [] : data.map((row) => row.cells[at] ?? '');
  };
}
