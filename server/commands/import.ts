import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { openDataFolder } from '../data-folder.js';
import { londonDate } from '../domain/calendar/london-date.js';
import { Problem } from '../domain/problems.js';
import type { Imported } from '../features/cases/import.js';
import { importSheet, planSheet } from '../features/cases/import-sheet.js';
import { likelySheet } from '../features/cases/likely-sheet.js';
import { readFile } from '../features/cases/read-file.js';
import { perform } from '../features/trail/perform.js';
import { readSettings } from '../settings.js';

const usage = 'npm run import -- FILE [--dry-run] [--json]';

/** Ends with 0 when all rows were good, 1 when some were faulty, 2 when nothing could be read. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new Error(`Name one file: ${usage}`);
  const { sheets, digest } = await readFile(basename(path), bytesOf(path));
  const sheet = sheets[likelySheet(sheets)] ?? { rows: [] };
  const { db } = openDataFolder(readSettings(process.env).dataDir);
  try {
    const now = new Date().toISOString();
    const who = { me: null, now, random: (bytes: number) => randomBytes(bytes).toString('hex') };
    const imported = values['dry-run']
      ? planSheet(db, { sheet, digest }, londonDate(now))
      : perform(db, who, 'cases.import', (by) => importSheet(db, by, { sheet, digest }));
    console.log(values.json ? asJson(imported) : asWords(imported, values['dry-run']));
    return imported.faulty > 0 ? 1 : 0;
  } finally {
    db.close();
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new Error(`There is no file ${path} that can be read.`);
  }
}

/** Remarks are for people: the object holds what a script counts. */
function asJson(imported: Imported): string {
  return JSON.stringify({ ...imported, remarks: undefined });
}

function asWords(imported: Imported, dryRun: boolean): string {
  const { rows, cases, orders, added, changed, unchanged, faulty, faults, remarks } = imported;
  return [
    ...faults.map(({ line, field, value, reason }) => `line ${line}, ${field}: '${value}'. ${reason}`),
    ...remarks.map(({ line, field, says }) => `line ${line}, ${field}: ${says}`),
    `${rows} rows, of which ${faulty} faulty; ${cases} cases with ${orders} orders.`,
    `${dryRun ? 'Would be' : 'Cases'}: ${added} added, ${changed} changed, ${unchanged} unchanged.`,
  ].join('\n');
}

function words(fault: unknown): string {
  if (fault instanceof Problem && fault.faults.length > 0) return fault.faults.map(({ message }) => message).join('\n');
  return fault instanceof Error ? fault.message : String(fault);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    console.error(words(fault));
    process.exitCode = 2;
  },
);
