import { factOfHeading } from '../../domain/register/columns.js';
import { isBlank } from '../../domain/register/sheet-rows.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { stepsAt } from './next-step.js';
import type { Reading } from './upload-reading.js';

/** Which sheet holds the case list, and which of its rows the headings. */
export interface SheetPage {
  name: string;
  steps: { text: string; current: boolean }[];
  sheets: { value: string; text: string }[] | null;
  sheet: string;
  sheetsHint: string | null;
  headers: { value: string; text: string }[];
  header: string;
  headerFault: string | null;
  stop: string;
}

/** Banners are short; rows of cases are shown no more than is needed to tell the headings from them. */
const rowsShown = 10;

export function sheetPage(c: Showing, read: Reading): SheetPage {
  const rows = read.sheet.rows.slice(0, rowsShown);
  return {
    name: read.upload.name,
    steps: stepsAt('sheet'),
    sheets:
      read.sheets.length > 1
        ? read.sheets.map(({ name, rows }, at) => ({ value: String(at), text: `${name} (${rows.length} rows)` }))
        : null,
    sheet: typed(c, 'sheet', String(read.at)),
    sheetsHint: read.sheets.length > 1 ? 'After another sheet is chosen, its rows are shown first.' : null,
    headers: rows.flatMap((row, at) =>
      isBlank(row) ? [] : [{ value: String(at), text: `Line ${row.line}: ${wordsOf(row.cells, c)}` }],
    ),
    header: typed(c, 'header', String(read.header)),
    headerFault: faultAt(c, 'header'),
    stop: `/cases/uploads/${read.upload.id}/stop`,
  };
}

/** What stands in a row. Whoever may not see rows of cases gets only the words that are known as headings. */
function wordsOf(cells: readonly string[], c: Showing): string {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const shown = may(c.me, 'cases.import-rows') ? filled : filled.filter(factOfHeading);
  const more = filled.length - Math.min(shown.length, 8);
  const words = shown.slice(0, 8).map((cell) => cell.slice(0, 40));
  return [words.join(', '), more > 0 ? `${more} ${words.length > 0 ? 'more' : 'cells'}` : '']
    .filter(Boolean)
    .join(' and ');
}
