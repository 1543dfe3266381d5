import { factOfHeading } from './columns.js';
import { isBlank, type SheetRows } from './sheet-rows.js';

/** Exports begin with a banner of a few lines; a header further down than this is chosen by hand. */
const rowsLookedAt = 30;

/**
 * Where the headings stand: the place in `rows` of the row that names most facts. When no row names two, the first
 * with the most cells filled: whoever looks at the page then chooses.
 * @returns index into `sheet.rows`, or null when nothing is written in the sheet
 */
export function findHeader(sheet: SheetRows): number | null {
  const first = sheet.rows.slice(0, rowsLookedAt);
  const known = best(first.map((row) => new Set(row.cells.map(factOfHeading).filter(Boolean)).size));
  if (known.score >= 2) return known.at;
  const filled = best(first.map((row) => row.cells.filter((cell) => cell.trim() !== '').length));
  return filled.score > 0 ? filled.at : firstFilled(sheet);
}

function firstFilled(sheet: SheetRows): number | null {
  const at = sheet.rows.findIndex((row) => !isBlank(row));
  return at === -1 ? null : at;
}

function best(scores: readonly number[]): { at: number; score: number } {
  return scores.reduce((top, score, at) => (score > top.score ? { at, score } : top), { at: 0, score: 0 });
}
