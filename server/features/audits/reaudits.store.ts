import type { State } from '../../domain/audits/states.js';
import { reauditKey } from '../../domain/forms/check/keys.js';
import type { Me, Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { auditColumns, auditTables, type Audit } from './audits.store.js';
import { isWithin, reachParams } from './reach.js';

/** The second readings of what fell short in an audit, the newest first; those withdrawn are left out. */
export function reauditsOf(
  db: Db,
  audit: { id: number; caseId: number | null },
): { id: number; state: State; auditor: string }[] {
  return sql<{ id: number; caseId: number | null }, { id: number; state: State; auditor: string }>(
    db,
    `SELECT a.id, a.state, p.name AS auditor FROM audits a JOIN people p ON p.id = a.auditor_id
     WHERE a.case_id = @caseId AND a.reaudit_of = @id AND a.state <> 'withdrawn' ORDER BY a.id DESC`,
  ).all({ id: audit.id, caseId: audit.caseId });
}

/** Readings of other cases with the questions that fell short in an audit, the newest first; withdrawn ones are left out. */
export function readingsElsewhere(
  db: Db,
  audit: { id: number; caseId: number | null },
  reach: Reach,
  today: string,
): Audit[] {
  return sql<{ key: string; id: number; caseId: number | null; me: number; today: string }, Audit>(
    db,
    `SELECT ${auditColumns} FROM ${auditTables}
     WHERE a.form_key = @key AND a.reaudit_of = @id AND a.case_id <> @caseId AND a.state <> 'withdrawn'
       AND ${isWithin(reach, 'a.id')} ORDER BY a.id DESC`,
  ).all({ key: reauditKey, id: audit.id, caseId: audit.caseId, ...reachParams(reach, today) });
}

/** Whether somebody reads again what fell short in an audit, and has not submitted it: until then it is closed to them. */
export function readsAgain(db: Db, person: number, audit: number): { id: number } | undefined {
  return sql<{ person: number; audit: number }, { id: number }>(
    db,
    `SELECT id FROM audits WHERE auditor_id = @person AND state IN ('assigned', 'in-progress') AND reaudit_of = @audit`,
  ).get({ person, audit });
}

/** Whether an audit reads the very case of an earlier one again, so that the two can stand side by side. */
export function readsSameCase(db: Db, audit: { caseId: number | null; reauditOf: number | null }): boolean {
  if (audit.reauditOf === null) return false;
  const first = sql<{ id: number }, { caseId: number | null }>(
    db,
    'SELECT case_id AS caseId FROM audits WHERE id = @id',
  ).get({ id: audit.reauditOf });
  return first !== undefined && first.caseId === audit.caseId;
}

/** Who may not read an audit again: its auditor, its practitioners, and whoever owns or owned one of its actions. */
export function barredFromReaudit(db: Db, audit: number): number[] {
  return sql<{ audit: number }, { person: number }>(
    db,
    `SELECT auditor_id AS person FROM audits WHERE id = @audit
     UNION SELECT practitioner_id FROM audits WHERE id = @audit AND practitioner_id IS NOT NULL
     UNION SELECT work_of_id FROM audits WHERE id = @audit AND work_of_id IS NOT NULL
     UNION SELECT owner_id FROM actions WHERE audit_id = @audit
     UNION SELECT s.owner_id FROM actions x JOIN action_steps s ON s.action_id = x.id
       WHERE x.audit_id = @audit AND s.owner_id IS NOT NULL`,
  )
    .all({ audit })
    .map(({ person }) => person);
}

/** The questions of a re-audit tell what was weak in somebody’s work: they are for those of its audits only. */
export function mayReadReaudit(db: Db, version: number, me: Me): boolean {
  if (me.roles.has('head')) return true;
  const audits = sql<
    { key: string; version: number },
    { auditor: number; practitioner: number | null; team: number | null }
  >(
    db,
    `SELECT auditor_id AS auditor, practitioner_id AS practitioner, team_id AS team FROM audits
     WHERE form_key = @key AND form_version_id = @version`,
  ).all({ key: reauditKey, version });
  return audits.some(
    ({ auditor, practitioner, team }) =>
      auditor === me.id || practitioner === me.id || (team !== null && me.teamsLed.includes(team)),
  );
}

/** Who holds an order now, and in which team. */
export function holderNow(db: Db, order: number): { practitioner: number | null; team: number | null } {
  const row = sql<{ order: number }, { practitioner: number | null; team: number | null }>(
    db,
    'SELECT practitioner_id AS practitioner, team_id AS team FROM orders WHERE id = @order',
  ).get({ order });
  return row ?? { practitioner: null, team: null };
}
