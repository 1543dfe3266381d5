import type { State } from '../../domain/audits/states.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export function auditsOfSample(db: Db, sample: number): number[] {
  const found = sql<{ sample: number }, { id: number }>(
    db,
    'SELECT id FROM audits WHERE sample_id = @sample ORDER BY id',
  );
  return found.all({ sample }).map(({ id }) => id);
}

/** The audits in a state, the earliest due first. */
export function auditsInState(db: Db, state: State): number[] {
  const found = sql<{ state: string }, { id: number }>(
    db,
    'SELECT id FROM audits WHERE state = @state ORDER BY due_on, id',
  );
  return found.all({ state }).map(({ id }) => id);
}
