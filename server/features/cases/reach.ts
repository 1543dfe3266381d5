import type { Reach } from '../../domain/rights.js';

const all = 'SELECT id FROM cases';

/** Cases that I hold or held, that I audit, and of teams that I lead. A bound number is REAL: as text it needs two steps. */
const mine = `SELECT case_id FROM orders WHERE practitioner_id = @me
  UNION SELECT case_id FROM register_changes WHERE fact = 'practitioner' AND before = CAST(CAST(@me AS INTEGER) AS TEXT)
  UNION SELECT case_id FROM audits WHERE auditor_id = @me AND state <> 'withdrawn' AND case_id IS NOT NULL
  UNION SELECT case_id FROM orders WHERE team_id IN
    (SELECT team_id FROM roles_held
     WHERE person_id = @me AND role = 'team-lead' AND from_on <= @today AND (until_on IS NULL OR until_on > @today))`;

/** SQL that gives the ids of the cases within reach; binds @me and @today (`reachParams`). */
export function casesWithin(reach: Reach): string {
  return reach.kind === 'all' ? all : mine;
}

export function reachParams(reach: Reach, today: string): { me: number; today: string } {
  return { me: reach.kind === 'mine' ? reach.person : 0, today };
}
