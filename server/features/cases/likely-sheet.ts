import { factOfHeading } from '../../domain/register/columns.js';
import { findHeader } from '../../domain/register/header.js';
import type { SheetRows } from '../../domain/register/sheet-rows.js';

/** The place of the sheet that most likely is the case list: the one whose heading names most facts, else the first. */
export function likelySheet(sheets: readonly SheetRows[]): number {
  const known = sheets.map((sheet) => {
    const header = findHeader(sheet);
    return header === null ? -1 : (sheet.rows[header]?.cells ?? []).filter(factOfHeading).length;
  });
  return known.indexOf(Math.max(...known));
}
