import type { State } from '../../domain/audits/states.js';
import type { DaysClosed } from '../../domain/audits/fact-days.js';
import type { AuditSubject } from '../../domain/audits/subject.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface AuditAtHome extends AuditSubject {
  id: number;
  form: string;
  formKey: string;
  formVersionId: number;
  sample: string;
  practitioner: string | null;
  auditor: string;
  state: State;
  dueOn: string;
  submittedAt: string | null;
  factsUntil: string | null;
  factsClosed: DaysClosed | null;
}

const columns = `a.id, a.subject, k.reference, f.title AS form, a.form_key AS formKey, a.form_version_id AS formVersionId, s.name AS sample,
  pr.name AS practitioner, au.name AS auditor, a.state, a.due_on AS dueOn, a.submitted_at AS submittedAt,
  a.facts_until AS factsUntil, a.facts_closed AS factsClosed`;

const joined = `audits a JOIN forms f ON f.key = a.form_key JOIN samples s ON s.id = a.sample_id
  JOIN people au ON au.id = a.auditor_id LEFT JOIN people pr ON pr.id = a.practitioner_id
  LEFT JOIN cases k ON k.id = a.case_id`;

/** What somebody has to audit: not begun, in progress or sent back, the one due first on top. */
export function auditsToCarryOut(db: Db, person: number): AuditAtHome[] {
  return sql<{ person: number }, AuditAtHome>(
    db,
    `SELECT ${columns} FROM ${joined}
     WHERE a.auditor_id = @person AND a.state IN ('assigned', 'in-progress', 'returned') ORDER BY a.due_on, a.id`,
  ).all({ person });
}

/** The audit in which somebody wrote last, of those they have still to finish. */
export function lastWrittenIn(db: Db, person: number): { audit: number; at: string } | undefined {
  return sql<{ person: number }, { audit: number; at: string }>(
    db,
    `SELECT n.audit_id AS audit, max(n.at) AS at FROM audits a JOIN answers n ON n.audit_id = a.id
     WHERE a.auditor_id = @person AND a.state IN ('in-progress', 'returned') GROUP BY n.audit_id ORDER BY at DESC LIMIT 1`,
  ).get({ person });
}

/** Audits of somebody's own work that are not agreed: selected, being read, or with them for the facts. */
export function auditsOfMyWork(db: Db, person: number): AuditAtHome[] {
  return sql<{ person: number }, AuditAtHome>(
    db,
    `SELECT ${columns} FROM ${joined}
     WHERE a.practitioner_id = @person AND a.state IN ('assigned', 'in-progress', 'submitted', 'returned')
       AND (a.inspection_id IS NULL OR a.state IN ('assigned', 'in-progress'))
     ORDER BY a.submitted_at IS NULL, a.facts_until, a.due_on`,
  ).all({ person });
}

/** Audits that somebody has still to finish. */
export function unfinishedAuditsOf(db: Db, person: number): number {
  const row = sql<{ person: number }, { n: number }>(
    db,
    `SELECT count(*) AS n FROM audits WHERE auditor_id = @person AND state IN ('assigned', 'in-progress', 'returned')`,
  ).get({ person });
  return row?.n ?? 0;
}

/** Questions of an audit that somebody marked 'come back to this'. */
export function comeBacksIn(db: Db, audit: number, person: number): number {
  const row = sql<{ audit: number; person: number }, { n: number }>(
    db,
    'SELECT count(*) AS n FROM come_backs WHERE audit_id = @audit AND person_id = @person',
  ).get({ audit, person });
  return row?.n ?? 0;
}

/** Re-audits agreed since a day in which questions fell short for the second time, newest first, with how many. */
export function failedTwiceSince(
  db: Db,
  since: string,
): { id: number; reference: string | null; agreedOn: string; questions: number }[] {
  return sql<{ since: string }, { id: number; reference: string | null; agreedOn: string; questions: number }>(
    db,
    `SELECT * FROM (
       SELECT a.id, k.reference, a.agreed_on AS agreedOn, (
         SELECT count(DISTINCT now.item_key) FROM item_results now
         JOIN item_results was ON was.audit_id = a.reaudit_of AND was.item_key = now.item_key AND ${fellShort('was')}
         WHERE now.audit_id = a.id AND ${fellShort('now')}) AS questions
       FROM audits a LEFT JOIN cases k ON k.id = a.case_id
       WHERE a.agreed_on >= @since AND a.case_id = (SELECT first.case_id FROM audits first WHERE first.id = a.reaudit_of))
     WHERE questions > 0 ORDER BY agreedOn DESC LIMIT 8`,
  ).all({ since });
}

const fellShort = (result: string): string =>
  `(${result}.worth < 1 OR ${result}.outcome IN ('not-sufficient', 'not-met', 'not-met-with-reason', 'not-evidenced'))`;

/** Audits rated Inadequate and agreed since a day, newest first: listed by case at any number. */
export function inadequateSince(db: Db, since: string): { id: number; reference: string | null; agreedOn: string }[] {
  return sql<{ since: string }, { id: number; reference: string | null; agreedOn: string }>(
    db,
    `SELECT a.id, k.reference, a.agreed_on AS agreedOn FROM audits a JOIN audit_results r ON r.audit_id = a.id
     LEFT JOIN cases k ON k.id = a.case_id
     WHERE a.agreed_on >= @since AND a.inspection_id IS NULL AND (r.own_grade = 'inadequate' OR r.computed_grade = 'inadequate')
     ORDER BY a.agreed_on DESC LIMIT 8`,
  ).all({ since });
}
