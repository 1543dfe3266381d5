/** One row of a sheet as it came: the line of the file (first line 1, banner included) and its cells as text. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a CSV file and a sheet of a workbook both are once read: the only thing that differs is how this was made. */
export interface SheetRows {
  readonly rows: readonly SheetRow[];
}

/** True when nothing is written in the row: such a line is not counted anywhere. */
export function isBlank(row: SheetRow): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}
