import type { State } from '../../domain/audits/states.js';
import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { isWithin, reachParams } from '../audits/reach.js';

export interface CaseAudit {
  id: number;
  form: string;
  state: State;
  auditor: string;
  dueOn: string;
  agreedOn: string | null;
}

/** The audits of a case that are within somebody's reach, newest first. */
export function auditsOfCase(db: Db, caseId: number, reach: Reach, today: string): CaseAudit[] {
  const bound = { caseId, ...reachParams(reach, today) };
  return sql<typeof bound, CaseAudit>(
    db,
    `SELECT a.id, f.title AS form, a.state, p.name AS auditor, a.due_on AS dueOn, a.agreed_on AS agreedOn
     FROM audits a JOIN forms f ON f.key = a.form_key JOIN people p ON p.id = a.auditor_id
     WHERE a.case_id = @caseId AND a.state <> 'withdrawn' AND ${isWithin(reach, 'a.id')} ORDER BY a.id DESC`,
  ).all(bound);
}
