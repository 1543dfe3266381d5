import type { Db } from './open.js';
import { sql } from './sql.js';

/**
 * A text that stays the same as long as nothing in the database has changed, by this connection or another. What was
 * worked out from the database may be kept under it, and is never stale.
 */
export function changeStamp(db: Db): string {
  const own = sql<void, { changes: number }>(db, 'SELECT total_changes() AS changes').get()?.changes ?? 0;
  const others = sql<void, { data_version: number }>(db, 'PRAGMA data_version').get()?.data_version ?? 0;
  return `${own} ${others}`;
}

/** Keeps the newest results for each connection, each until anything in the database changes. */
export function keptUntilChange<Result>(most: number): (db: Db, key: string, work: () => Result) => Result {
  const known = new WeakMap<Db, Map<string, { stamp: string; result: Result }>>();
  return (db, key, work) => {
    let kept = known.get(db);
    if (!kept) known.set(db, (kept = new Map<string, { stamp: string; result: Result }>()));
    const stamp = changeStamp(db);
    const found = kept.get(key);
    if (found?.stamp === stamp) return found.result;
    const result = work();
    kept.delete(key);
    kept.set(key, { stamp, result });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return result;
  };
}
