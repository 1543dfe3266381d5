import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../server/platform/sqlite/open.js';
import { measured, type Measured } from './figures.js';
import { root, runNode } from './processes.js';
import { registerCsv } from './register.js';

const rows = 10_000;

/** The whole command on an empty folder, against reading the file and committing its rows as they are. */
export function importingARegister(folder: string, rounds: number): Measured[] {
  const file = join(folder, 'register.csv');
  writeFileSync(file, registerCsv(rows, 7));
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let i = 0; i < rounds; i += 1) {
    ours.push(milliseconds(() => bringIn(file, mkdtempSync(join(folder, 'import-')))));
    theirs.push(milliseconds(() => insertRows(file, mkdtempSync(join(folder, 'bare-')))));
  }
  return [measured('importing 10,000 rows by command (ms)', 1, ours, theirs, { atMost: 5000 }, 'median')];
}

function bringIn(file: string, dataDir: string): void {
  const said = runNode([join(root, 'dist', 'commands', 'import.js'), file, '--json'], { DATA_DIR: dataDir });
  const { rows: read, faulty } = JSON.parse(said) as { rows: number; faulty: number };
  if (read !== rows || faulty > 0) throw new Error(`The import read ${read} rows, ${faulty} of them faulty.`);
}

function insertRows(file: string, folder: string): void {
  const db: Database.Database = openDatabase(join(folder, 'bare.sqlite'));
  const records: string[][] = parse(readFileSync(file), { bom: true });
  const [heads = [], ...rest] = records;
  db.exec(`CREATE TABLE register (${heads.map((_, i) => `c${i} TEXT`).join(', ')}) STRICT`);
  const insert = db.prepare(`INSERT INTO register VALUES (${heads.map(() => '?').join(', ')})`);
  db.transaction(() => rest.forEach((cells) => insert.run(cells)))();
  db.close();
}

function milliseconds(work: () => void): number {
  const from = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - from) / 1e6;
}
