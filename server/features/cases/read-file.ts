import { createHash } from 'node:crypto';
import { invalidField } from '../../domain/problems.js';
import type { SheetRows } from '../../domain/register/sheet-rows.js';
import { readCsv } from '../../platform/csv/read.js';
import { readWorkbook } from '../../platform/xlsx/read.js';

/** More than any service has had in ten years; reading them still takes a few seconds only. */
const mostRows = 50_000;

export interface NamedSheet extends SheetRows {
  readonly name: string;
}

export interface RegisterFile {
  readonly sheets: readonly NamedSheet[];
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly digest: string;
}

/**
 * The sheets of a case list, by what its bytes are and not by how it is called: a CSV file has one.
 * @throws invalid at `file` in plain words when it is neither, or nothing is in it
 */
export async function readFile(name: string, bytes: Buffer): Promise<RegisterFile> {
  if (bytes.length === 0) throw invalidField('file', 'This file is empty.');
  if (startsWith(bytes, oldWorkbook)) {
    const message =
      'An old Excel workbook (.xls), or one with a password. Save it as .xlsx without a password, or as .csv.';
    throw invalidField('file', message);
  }
  if (startsWith(bytes, pdf)) throw invalidField('file', 'This is a PDF. Export the case list as .csv or .xlsx.');
  const sheets = startsWith(bytes, zip) ? await readWorkbook(bytes) : [{ name, ...readCsv(bytes) }];
  if (sheets.length === 0) throw invalidField('file', 'This workbook has no sheet.');
  const longest = Math.max(...sheets.map(({ rows }) => rows.length));
  if (longest > mostRows) {
    const message = `This file has ${longest} rows; at most ${mostRows} can be brought in. Export fewer years.`;
    throw invalidField('file', message);
  }
  return { sheets, digest: createHash('sha256').update(bytes).digest('hex') };
}

const zip = Buffer.from('PK');
const pdf = Buffer.from('%PDF');
const oldWorkbook = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}
