import { spawn } from 'node:child_process';
import { extname, join } from 'node:path';
import { Type as T } from '@sinclair/typebox';
import Ajv from 'ajv';
import { invalidField } from '../../domain/problems.js';
import type { SheetRows } from '../../domain/register/sheet-rows.js';
import { declaredSize } from './zip-sizes.js';

/** A sheet of a workbook; a row's line is the number that Excel shows beside it. */
export interface WorkbookSheet extends SheetRows {
  readonly name: string;
}

/** Some 50,000 rows of 20 columns; a workbook that unpacks to more has killed a process. */
const mostUnpacked = 64 * 1024 * 1024;
const mostMemoryInMb = 768;
const mostSeconds = 30;

const Sheets = T.Array(T.Object({ name: T.String(), rows: T.Array(T.Array(T.String())) }));
const isSheets = new Ajv().compile<{ name: string; rows: string[][] }[]>(Sheets);

/**
 * The sheets of a workbook, cells as text: dates as YYYY-MM-DD, a formula as the value that was saved with it. The
 * sizes that the file declares are added up first; then it is read in a child process, so that a workbook made to
 * harm takes nobody else down.
 * @throws invalid at `file` when it is too large inside or is no workbook
 */
export async function readWorkbook(bytes: Buffer): Promise<WorkbookSheet[]> {
  const size = declaredSize(bytes);
  if (size !== null && size > mostUnpacked) {
    const mb = Math.round(size / 1024 / 1024);
    throw invalidField(
      'file',
      `This workbook unpacks to ${mb} MB. Save only the sheet with the case list, or as .csv.`,
    );
  }
  const output = size === null ? null : await readInChild(bytes);
  const sheets: unknown = output === null ? null : JSON.parse(output);
  if (!isSheets(sheets)) {
    throw invalidField(
      'file',
      'This can’t be read as a workbook. Save it again as .xlsx, or as .csv, and choose that.',
    );
  }
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((cells, at) => ({ line: at + 1, cells })) }));
}

/** What the child wrote, or null when it failed, was too slow or ran out of memory. */
function readInChild(bytes: Buffer): Promise<string | null> {
  return new Promise((resolve) => {
    // Compiled there is a child.js; where the source itself runs (tests, development) Node needs its loader.
    const loader = extname(__filename) === '.ts' ? ['--import', 'tsx'] : [];
    const script = join(__dirname, `child${extname(__filename)}`);
    const child = spawn(process.execPath, [`--max-old-space-size=${mostMemoryInMb}`, ...loader, script], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: mostSeconds * 1000,
      killSignal: 'SIGKILL',
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(parts).toString('utf8') : null));
    // A child that ended early has closed the pipe: its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}
