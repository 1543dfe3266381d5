import type { Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { auditColumns, auditTables, type Audit } from './audits.store.js';

const submitted = `SELECT ${auditColumns} FROM ${auditTables} WHERE a.state = 'submitted' AND a.inspection_id IS NULL`;
const notMine = `a.auditor_id <> @me AND a.practitioner_id IS NOT @me AND a.work_of_id IS NOT @me`;
const order = 'ORDER BY a.submitted_at, a.id';

/** Submitted audits that wait for this person to agree them: of teams they lead, or all for the head. Oldest first. */
export function waitingForAgreement(db: Db, me: Me, today: string): Audit[] {
  if (me.roles.has('head')) {
    return sql<{ me: number }, Audit>(db, `${submitted} AND ${notMine} ${order}`).all({ me: me.id });
  }
  return sql<{ me: number; today: string }, Audit>(
    db,
    `${submitted} AND ${notMine} AND a.team_id IN (
       SELECT team_id FROM roles_held WHERE person_id = @me AND role = 'team-lead' AND from_on <= @today
         AND (until_on IS NULL OR until_on > @today)) ${order}`,
  ).all({ me: me.id, today });
}

/** Audits of this auditor in which a point of the practitioner has no answer yet, with how many. */
export function pointsToAnswer(db: Db, auditor: number): (Audit & { points: number })[] {
  return sql<{ me: number }, Audit & { points: number }>(
    db,
    `SELECT ${auditColumns}, open.points FROM (
       SELECT audit_id, count(*) AS points FROM fact_points WHERE outcome IS NULL GROUP BY audit_id) open
     JOIN ${auditTables} WHERE a.id = open.audit_id AND a.auditor_id = @me ORDER BY a.facts_until, a.id`,
  ).all({ me: auditor });
}
