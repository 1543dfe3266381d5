import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { bannerOf, type Made } from '../made.js';
import { sheet, type Value } from '../sheet.js';
import type { Table } from '../table.js';

/** The same table as a workbook: typed numbers and dates, and text that stays text even where it begins with '='. */
export async function tableAsWorkbook(table: Table, made: Made): Promise<Buffer> {
  const { title, heads, rows } = sheet(table);
  const banner = bannerOf(table, made).map((line): Cell[] => [words(line)]);
  const headings = heads.map((head): Cell => ({ ...words(head), fontWeight: 'bold' }));
  const data = [...banner, [], headings, ...rows.map((row) => row.map(written))];
  return writeExcelFile(data, { sheet: sheetName(title), columns: heads.map(() => ({ width: 18 })) }).toBuffer();
}

function written(value: Value): Cell {
  if (value === null) return null;
  if (value.type === 'number') return { value: value.value, type: Number };
  if (value.type === 'date') return { value: new Date(`${value.value}T00:00:00Z`), type: Date, format: 'd mmm yyyy' };
  return words(value.value);
}

function words(text: string) {
  return { value: printable(text), type: String };
}

/** Excel refuses a workbook with a control character in it. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '');
}

/** Excel allows 31 characters and none of these in the name of a sheet. */
function sheetName(title: string): string {
  return (
    title
      .replace(/[\\/?*:[\]]/g, ' ')
      .slice(0, 31)
      .trim() || 'Sheet 1'
  );
}
