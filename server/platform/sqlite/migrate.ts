import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from './open.js';

/** Brings the database forward, one file a transaction, in the order of their numbers. Never backwards. */
export function migrate(db: Db, folder: string): string[] {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort();
  const done = Number(db.pragma('user_version', { simple: true }));
  if (done > files.length) {
    throw new Error(`The data folder was used by a newer version of Assay (step ${done}). Start that version instead.`);
  }
  const todo = files.slice(done);
  todo.forEach((name, i) => {
    const text = readFileSync(join(folder, name), 'utf8');
    db.transaction(() => {
      db.exec(text);
      db.pragma(`user_version = ${done + i + 1}`);
    }).immediate();
  });
  return todo;
}
