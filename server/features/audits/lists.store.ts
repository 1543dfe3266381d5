import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { auditColumns, auditTables, type Audit } from './audits.store.js';
import { auditsWithin, reachParams } from './reach.js';

/** What somebody has to carry out: not begun, in progress or sent back, the first due first. */
export function toCarryOut(db: Db, person: number): Audit[] {
  return sql<{ person: number }, Audit>(
    db,
    `SELECT ${auditColumns} FROM ${auditTables}
     WHERE a.auditor_id = @person AND a.state IN ('assigned', 'in-progress', 'returned') ORDER BY a.due_on, a.id`,
  ).all({ person });
}

/** A page of the other audits within reach, newest first, older than one; those withdrawn are left out. */
export function auditsBefore(db: Db, before: number, limit: number, reach: Reach, today: string): Audit[] {
  return sql<{ before: number; limit: number; me: number; today: string }, Audit>(
    db,
    `SELECT ${auditColumns} FROM ${auditTables}
     WHERE a.id IN (${auditsWithin(reach)}) AND a.id < @before AND a.state <> 'withdrawn' ORDER BY a.id DESC LIMIT @limit`,
  ).all({ before, limit, ...reachParams(reach, today) });
}
