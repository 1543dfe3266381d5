import type { Me, Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { auditColumns, auditTables, type Audit } from '../audits/audits.store.js';
import { isWithin, reachParams } from '../audits/reach.js';
import type { Selection } from './selection.js';

/**
 * The audits whose answers somebody may take away: agreed in the period, or submitted in it and not agreed yet. One that
 * is back with its auditor is its auditor’s only, and one that somebody reads again is closed to them.
 */
export function auditsToExport(db: Db, selection: Selection, me: Me, reach: Reach, today: string): Audit[] {
  const { from, until, form, team, sample } = selection;
  const narrowed = `${isWithin(reach, 'a.id')} AND (@form IS NULL OR a.form_key = @form)
    AND (@team IS NULL OR a.team_id = @team) AND (@sample IS NULL OR a.sample_id = @sample)
    AND a.id NOT IN (SELECT reaudit_of FROM audits
      WHERE auditor_id = @reader AND state IN ('assigned', 'in-progress') AND reaudit_of IS NOT NULL)`;
  return sql<object, Audit>(
    db,
    `SELECT ${auditColumns} FROM ${auditTables} WHERE a.agreed_on >= @from AND a.agreed_on <= @until AND ${narrowed}
     UNION ALL
     SELECT ${auditColumns} FROM ${auditTables}
     WHERE a.state IN ('submitted', 'returned') AND (a.state = 'submitted' OR a.auditor_id = @reader)
       AND date(a.submitted_at) >= @from AND date(a.submitted_at) <= @until AND ${narrowed}`,
  ).all({ from, until, form, team, sample, reader: me.id, ...reachParams(reach, today) });
}
