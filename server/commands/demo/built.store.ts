import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** The audits of a sample; without a sample, all that nobody has begun yet, the earliest due first. */
export function auditsOfSample(db: Db, sample: number | null): number[] {
  if (sample === null) {
    const rows = sql<void, { id: number }>(
      db,
      `SELECT id FROM audits WHERE state = 'assigned' ORDER BY due_on, id`,
    ).all();
    return rows.map(({ id }) => id);
  }
  const rows = sql<{ sample: number }, { id: number }>(
    db,
    'SELECT id FROM audits WHERE sample_id = @sample ORDER BY id',
  ).all({ sample });
  return rows.map(({ id }) => id);
}
