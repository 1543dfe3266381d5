import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** What a service decides for itself; the newest row of a key holds, older ones stay as its history. */
export type SettingKey = 'service-name' | 'demonstration' | 'accepted-reasons' | 'concern-hours';

export function setting(db: Db, key: SettingKey): string | null {
  const row = sql<{ key: string }, { value: string }>(
    db,
    'SELECT value FROM settings WHERE key = @key ORDER BY id DESC LIMIT 1',
  ).get({ key });
  return row?.value ?? null;
}

export function setSetting(db: Db, key: SettingKey, value: string, by: number | null, at: string): void {
  sql<{ key: string; value: string; by: number | null; at: string }>(
    db,
    'INSERT INTO settings (key, value, set_by, set_at) VALUES (@key, @value, @by, @at)',
  ).run({ key, value, by, at });
}
