import Database from 'better-sqlite3';

export type Db = Database.Database;

/**
 * The one way to a connection. An answer that a page called saved must survive a power cut, so every commit waits
 * for the disk: this build of SQLite falls back to NORMAL in WAL without a word.
 */
export function openDatabase(file: string, options: { readonly?: boolean } = {}): Db {
  const db = new Database(file, { readonly: options.readonly ?? false });
  if (!options.readonly) db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 5000');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('cache_size = -16000');
  return db;
}
