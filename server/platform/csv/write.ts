import { stringify } from 'csv-stringify/sync';
import { bannerOf, type Made } from '../made.js';
import { sheet, type Value } from '../sheet.js';
import type { Table } from '../table.js';

/**
 * A table as CSV that Excel opens with its letters intact. The first lines name the table, what is counted, and when
 * and by what it was made; then the rows of the page, no more and no fewer.
 */
export function tableAsCsv(table: Table, made: Made): Buffer {
  const { heads, rows } = sheet(table);
  const banner = bannerOf(table, made).map((line) => [harmless(line)]);
  const lines = [...banner, [], heads.map(harmless), ...rows.map((row) => row.map(written))];
  return Buffer.from(stringify(lines, { bom: true, record_delimiter: 'windows' }));
}

/**
 * Text that a spreadsheet would run as a formula is kept from it by an apostrophe in front.
 * @example harmless('=HYPERLINK("x")') // "'=HYPERLINK("x")"
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}

function written(value: Value): string | number {
  if (value === null) return '';
  return value.type === 'text' ? harmless(value.value) : value.value;
}
