import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from './platform/sqlite/migrate.js';
import { openDatabase, type Db } from './platform/sqlite/open.js';

/** File systems on which SQLite's write-ahead log and its locks can't be trusted: NFS, SMB, CIFS, AFS, 9P. */
const networkShares = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997]);

/** Opens the data folder: one database brought up to date, one secret for cookies. Throws with what to do. */
export function openDataFolder(folder: string, fileSystemOf = typeOfFileSystem): { db: Db; secret: string } {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(
      `The data folder ${folder} can't be written. Give this user the right to write there, or set DATA_DIR.`,
    );
  }
  if (networkShares.has(fileSystemOf(folder))) {
    throw new Error(
      `The data folder ${folder} lies on a network share, where the database can be damaged. Set DATA_DIR to a local disk.`,
    );
  }
  return { db: openUpToDate(join(folder, 'assay.sqlite')), secret: secretIn(folder) };
}

function openUpToDate(file: string): Db {
  try {
    const db = openDatabase(file);
    migrate(db, join(__dirname, '..', 'migrations'));
    return db;
  } catch (error) {
    const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    if (code !== 'SQLITE_NOTADB') throw error;
    throw new Error(`${file} is not a database of Assay. Put it elsewhere, or set DATA_DIR to another folder.`, {
      cause: error,
    });
  }
}

const typeOfFileSystem = (folder: string): number => statfsSync(folder).type;

function secretIn(folder: string): string {
  const file = join(folder, 'cookie-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
