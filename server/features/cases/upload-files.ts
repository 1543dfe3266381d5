import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Type as T } from '@sinclair/typebox';
import Ajv from 'ajv';
import type { Db } from '../../platform/sqlite/open.js';
import type { NamedSheet } from './read-file.js';

const Sheets = T.Array(
  T.Object({
    name: T.String(),
    rows: T.Array(T.Object({ line: T.Integer(), cells: T.Array(T.String()) })),
  }),
);
const isSheets = new Ajv().compile<NamedSheet[]>(Sheets);

/** Keeps the rows of an upload in a file beside the database: no back-up of the database ever holds them. */
export function writeUpload(db: Db, id: number, sheets: readonly NamedSheet[]): void {
  mkdirSync(folderOf(db), { recursive: true, mode: 0o700 });
  writeFileSync(fileOf(db, id), JSON.stringify(sheets), { mode: 0o600 });
}

/** The rows of an upload, or null when its file is gone. */
export function readUploadFile(db: Db, id: number): NamedSheet[] | null {
  try {
    const sheets: unknown = JSON.parse(readFileSync(fileOf(db, id), 'utf8'));
    return isSheets(sheets) ? sheets : null;
  } catch {
    return null;
  }
}

export function removeUploadFile(db: Db, id: number): void {
  rmSync(fileOf(db, id), { force: true });
}

/** Ids of the uploads that have a file, whether they still exist or not. */
export function uploadFiles(db: Db): number[] {
  return filesIn(folderOf(db)).flatMap((name) => {
    const id = /^(\d+)\.json$/.exec(name)?.[1];
    return id === undefined ? [] : [Number(id)];
  });
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function folderOf(db: Db): string {
  return join(dirname(db.name), 'uploads');
}

function fileOf(db: Db, id: number): string {
  return join(folderOf(db), `${id}.json`);
}
