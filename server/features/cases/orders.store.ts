import type { OrderGroup, OrderType } from '../../domain/register/orders.js';
import type { Level, OrderStatus } from '../../domain/register/values.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** An order as pages read it. Whose case it is decides who may see it: ask for the case first. */
export interface OrderRow {
  id: number;
  caseId: number;
  type: OrderType;
  group: OrderGroup;
  startedOn: string;
  endsOn: string | null;
  status: OrderStatus;
  harm: Level | null;
  safety: Level | null;
  reoffending: Level | null;
  custodyEntryOn: string | null;
  mappa: string | null;
  practitionerId: number | null;
  practitioner: string | null;
  teamId: number | null;
  team: string | null;
  listed: 0 | 1;
}

const columns = `o.id, o.case_id AS caseId, o.order_type AS type, o.order_group AS "group", o.started_on AS startedOn,
  o.ends_on AS endsOn, o.status, o.harm_level AS harm, o.safety_level AS safety, o.reoffending_level AS reoffending,
  o.custody_entry_on AS custodyEntryOn, o.mappa_level AS mappa, o.practitioner_id AS practitionerId,
  p.name AS practitioner, o.team_id AS teamId, t.name AS team,
  o.last_import_id IS (SELECT max(id) FROM imports) AS listed`;
const joined = 'orders o LEFT JOIN people p ON p.id = o.practitioner_id LEFT JOIN teams t ON t.id = o.team_id';
/** The order that runs now before those that are over, then the one that began last. */
const inOrder = `ORDER BY o.case_id, o.status = 'closed', o.started_on DESC, o.id DESC`;

/** The orders of a case, the one that runs now first. */
export function ordersOfCase(db: Db, caseId: number): OrderRow[] {
  return sql<{ caseId: number }, OrderRow>(
    db,
    `SELECT ${columns} FROM ${joined} WHERE o.case_id = @caseId ${inOrder}`,
  ).all({ caseId });
}

/** The orders of several cases, by case. */
export function ordersOfCases(db: Db, cases: readonly number[]): Map<number, OrderRow[]> {
  const bound = { cases: JSON.stringify(cases) };
  const rows = sql<typeof bound, OrderRow>(
    db,
    `SELECT ${columns} FROM ${joined} WHERE o.case_id IN (SELECT value FROM json_each(@cases)) ${inOrder}`,
  ).all(bound);
  const byCase = new Map<number, OrderRow[]>(cases.map((id) => [id, []]));
  for (const row of rows) byCase.get(row.caseId)?.push(row);
  return byCase;
}
