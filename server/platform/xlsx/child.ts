import readWorkbook from 'read-excel-file/node';
import { sizesAreTrue } from './zip-sizes.js';

/** Runs in a process of its own: a workbook on standard input, its sheets as JSON on standard output. */
async function main(): Promise<void> {
  const bytes = await everything();
  if (!sizesAreTrue(bytes)) throw new Error('The zip unpacks to more than it declares');
  // Numbers stay as the file writes them: references of 17 digits would lose their last ones.
  const sheets = await readWorkbook(bytes, { trim: false, parseNumber: (digits) => digits });
  const read = sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(asText)) }));
  process.stdout.write(JSON.stringify(read));
}

async function everything(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The package's own type of a cell names the constructor of dates, not dates: so each kind is looked at. */
function asText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return String(cell);
  if (typeof cell !== 'string') return '';
  return /^-?\d(\.\d+)?E[+-]\d+$/.test(cell) ? String(Number(cell)) : cell;
}

main().catch(() => {
  process.exitCode = 1;
});
