import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/**
 * Cases whose levels a person must not be told yet: they audit them and have not put their own. `sample` is where the
 * audit belongs.
 */
export function levelsHiddenFrom(db: Db, person: number): { caseId: number; sampleId: number }[] {
  return sql<{ person: number }, { caseId: number; sampleId: number }>(
    db,
    `SELECT case_id AS caseId, sample_id AS sampleId FROM audits
     WHERE auditor_id = @person AND state IN ('assigned', 'in-progress') AND levels_shown_at IS NULL AND case_id IS NOT NULL`,
  ).all({ person });
}
