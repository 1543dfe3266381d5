import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { casesWithin, reachParams } from './reach.js';

/** A case as pages read it; reference is null once erased. */
export interface CaseRow {
  id: number;
  reference: string | null;
  age: number | null;
  sex: string | null;
  ethnicity: string | null;
  lookedAfter: 'yes' | 'no' | null;
  childProtection: 'yes' | 'no' | null;
  /** Whether the newest list holds it. */
  listed: 0 | 1;
}

const columns = `c.id, c.reference, c.age, c.sex, c.ethnicity, c.looked_after AS lookedAfter,
  c.child_protection AS childProtection, c.last_import_id IS (SELECT max(id) FROM imports) AS listed`;

/** A condition of reach; none at all for whoever reaches every case, so that the index of the order is used. */
const within = (reach: Reach): string => (reach.kind === 'all' ? '' : `AND c.id IN (${casesWithin(reach)})`);

export function caseById(db: Db, id: number, reach: Reach, today: string): CaseRow | undefined {
  const bound = { id, ...reachParams(reach, today) };
  return sql<typeof bound, CaseRow>(db, `SELECT ${columns} FROM cases c WHERE c.id = @id ${within(reach)}`).get(bound);
}

/** The case with this reference of the service's own system. */
export function caseByReference(db: Db, reference: string, reach: Reach, today: string): CaseRow | undefined {
  const bound = { reference, ...reachParams(reach, today) };
  return sql<typeof bound, CaseRow>(
    db,
    `SELECT ${columns} FROM cases c WHERE c.reference = @reference ${within(reach)}`,
  ).get(bound);
}

export interface CaseFilter {
  /** Cases with an order in this state. */
  readonly status: 'open' | 'closed' | null;
  /** Cases with an order of this team. */
  readonly team: number | null;
}

/**
 * A page of cases in order of reference, after a case. Each kind of filter is a statement of its own, so that each
 * uses its index.
 */
export function casesAfter(
  db: Db,
  filter: CaseFilter,
  after: number | null,
  limit: number,
  reach: Reach,
  today: string,
): CaseRow[] {
  const bound = { after: after ?? 0, limit, status: filter.status, team: filter.team, ...reachParams(reach, today) };
  return sql<typeof bound, CaseRow>(
    db,
    `SELECT ${columns} FROM cases c
     WHERE c.reference > coalesce((SELECT reference FROM cases WHERE id = @after), '')
       ${filtered(filter)} ${within(reach)}
     ORDER BY c.reference LIMIT @limit`,
  ).all(bound);
}

function filtered({ status, team }: CaseFilter): string {
  const ofOrder = [status === null ? [] : ['o.status = @status'], team === null ? [] : ['o.team_id = @team']].flat();
  return ofOrder.length === 0
    ? ''
    : `AND EXISTS (SELECT 1 FROM orders o WHERE o.case_id = c.id AND ${ofOrder.join(' AND ')})`;
}

/** Cases that somebody audits without having put their own levels: until then nothing tells them the service's. */
export function casesWithHiddenLevels(db: Db, person: number): Set<number> {
  const rows = sql<{ person: number }, { caseId: number }>(
    db,
    `SELECT case_id AS caseId FROM audits
     WHERE auditor_id = @person AND state IN ('assigned', 'in-progress', 'returned') AND levels_shown_at IS NULL
       AND case_id IS NOT NULL`,
  ).all({ person });
  return new Set(rows.map((row) => row.caseId));
}
