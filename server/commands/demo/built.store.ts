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
    'SELECT id FROM audits WHERE state = @state AND inspection_id IS NULL ORDER BY due_on, id',
  );
  return found.all({ state }).map(({ id }) => id);
}

/** Audits on a form that were agreed by a day with actions and a middling score, the newest first. */
export function agreedWithActions(db: Db, form: string, until: string): number[] {
  const found = sql<{ form: string; until: string }, { id: number }>(
    db,
    `SELECT a.id FROM audits a JOIN audit_results r ON r.audit_id = a.id
     WHERE a.form_key = @form AND a.agreed_on <= @until AND r.score BETWEEN 0.5 AND 0.8
       AND EXISTS (SELECT 1 FROM actions x WHERE x.audit_id = a.id) ORDER BY a.agreed_on DESC, a.id`,
  );
  return found.all({ form, until }).map(({ id }) => id);
}
