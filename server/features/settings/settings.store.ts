import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** What a service decides for itself; the newest row of a key holds, older ones stay as its history. */
export type SettingKey = 'service-name' | 'demonstration' | 'accepted-reasons' | 'concern-hours' | 'kept-facts';

export function setting(db: Db, key: SettingKey): string | null {
  const row = sql<{ key: string }, { value: string }>(
    db,
    'SELECT value FROM settings WHERE key = @key ORDER BY id DESC LIMIT 1',
  ).get({ key });
  return row?.value ?? null;
}

/** What a setting was at a moment; null where it had not been set yet. */
export function settingAt(db: Db, key: SettingKey, at: string): string | null {
  const row = sql<{ key: string; at: string }, { value: string }>(
    db,
    'SELECT value FROM settings WHERE key = @key AND set_at <= @at ORDER BY id DESC LIMIT 1',
  ).get({ key, at });
  return row?.value ?? null;
}

/** Who set it last, and when. */
export function lastSet(db: Db, key: SettingKey): { by: string | null; at: string } | null {
  const row = sql<{ key: string }, { by: string | null; at: string }>(
    db,
    `SELECT p.name AS by, s.set_at AS at FROM settings s LEFT JOIN people p ON p.id = s.set_by
     WHERE s.key = @key ORDER BY s.id DESC LIMIT 1`,
  ).get({ key });
  return row ?? null;
}

export function setSetting(db: Db, key: SettingKey, value: string, by: number | null, at: string): void {
  sql<{ key: string; value: string; by: number | null; at: string }>(
    db,
    'INSERT INTO settings (key, value, set_by, set_at) VALUES (@key, @value, @by, @at)',
  ).run({ key, value, by, at });
}
