import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { casesWithin, reachParams } from '../cases/reach.js';

/**
 * The case that a reference names, whoever asks: anybody may raise a concern about any child, and whoever raises it
 * has typed the reference already.
 */
export function caseNamed(db: Db, reference: string): { id: number } | undefined {
  return sql<{ reference: string }, { id: number }>(db, 'SELECT id FROM cases WHERE reference = @reference').get({
    reference,
  });
}

/** The reference of a case within reach: to fill the page in for somebody who comes from the case. */
export function referenceOf(db: Db, caseId: number, reach: Reach, today: string): string | null {
  const row = sql<{ caseId: number; me: number; today: string }, { reference: string | null }>(
    db,
    `SELECT reference FROM cases WHERE id = @caseId AND id IN (${casesWithin(reach)})`,
  ).get({ caseId, ...reachParams(reach, today) });
  return row?.reference ?? null;
}

/** The team of a case: that of the order that began last. */
export function teamOfCase(db: Db, caseId: number): number | null {
  const row = sql<{ caseId: number }, { team: number | null }>(
    db,
    'SELECT team_id AS team FROM orders WHERE case_id = @caseId ORDER BY started_on DESC LIMIT 1',
  ).get({ caseId });
  return row?.team ?? null;
}

/** The version of the form that an audit has. */
export function formVersionOfAudit(db: Db, auditId: number): number | null {
  const row = sql<{ auditId: number }, { version: number }>(
    db,
    'SELECT form_version_id AS version FROM audits WHERE id = @auditId',
  ).get({ auditId });
  return row?.version ?? null;
}
