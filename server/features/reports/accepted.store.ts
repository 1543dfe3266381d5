import { latenessReasons } from '../../domain/forms/lateness.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** Which reasons for lateness counted as met at a moment: what the service had decided by then, else our list. */
export function acceptedOn(db: Db): (at: string) => ReadonlySet<string> {
  const decided = sql<void, { value: string; setAt: string }>(
    db,
    `SELECT value, set_at AS setAt FROM settings WHERE key = 'accepted-reasons' ORDER BY id DESC`,
  )
    .all()
    .map(({ value, setAt }) => ({ setAt, codes: new Set(value.split(' ')) }));
  const atFirst = new Set(latenessReasons.filter(({ acceptedAtFirst }) => acceptedAtFirst).map(({ code }) => code));
  return (at) => decided.find(({ setAt }) => setAt <= at)?.codes ?? atFirst;
}
