import type { Level } from '../../domain/forms/scales.js';
import type { OrderGroup } from '../../domain/register/orders.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A case as a draw looks at it: with all its orders, everybody who holds or held it, and its last agreed audit. */
export interface FrameCase {
  id: number;
  reference: string;
  sex: string | null;
  lookedAfter: 'yes' | 'no' | null;
  childProtection: 'yes' | 'no' | null;
  /** The one that began last first. */
  orders: FrameOrder[];
  holders: number[];
  lastAgreedOn: string | null;
}

export interface FrameOrder {
  id: number;
  caseId: number;
  type: string;
  group: OrderGroup;
  startedOn: string;
  endsOn: string | null;
  status: 'open' | 'closed';
  harmLevel: Level | null;
  safetyLevel: Level | null;
  reoffendingLevel: Level | null;
  custodyEntryOn: string | null;
  mappaLevel: string | null;
  practitionerId: number | null;
  practitioner: string | null;
  teamId: number | null;
  team: string | null;
  /** 0 when the newest case list no longer holds it. */
  listed: 0 | 1;
}

/** Teams whose cases are looked at; `teamless` takes in orders that no team holds. */
export interface FrameTeams {
  teams: readonly number[];
  teamless: boolean;
}

/** Goes team by team, so that the index is used however many cases other teams hold. */
const casesOfTeams = `SELECT case_id FROM orders WHERE team_id IN (SELECT value FROM json_each(@teams))
  UNION SELECT case_id FROM orders WHERE team_id IS NULL AND @teamless = 1`;

/** Every case with an order in these teams, in order of id. Erased cases have no reference and are left out. */
export function frameCases(db: Db, { teams, teamless }: FrameTeams): FrameCase[] {
  const bound = { teams: JSON.stringify(teams), teamless: teamless ? 1 : 0 };
  const orders = byCase(ordersOf(db, bound));
  const earlier = byCase(earlierHolders(db, bound));
  const lastAgreed = new Map(lastAudits(db, bound).map((row) => [row.caseId, row.agreedOn]));
  return casesIn(db, bound).map((found) => {
    const own = orders.get(found.id) ?? [];
    const held = [...own.map((order) => order.practitionerId), ...(earlier.get(found.id) ?? []).map((h) => h.person)];
    return {
      ...found,
      orders: own,
      holders: [...new Set(held.filter((person) => person !== null))],
      lastAgreedOn: lastAgreed.get(found.id) ?? null,
    };
  });
}

interface Bound extends Record<string, string | number> {
  teams: string;
  teamless: number;
}

type CaseRow = Omit<FrameCase, 'orders' | 'holders' | 'lastAgreedOn'>;

function casesIn(db: Db, bound: Bound): CaseRow[] {
  return sql<Bound, CaseRow>(
    db,
    `SELECT id, reference, sex, looked_after AS lookedAfter, child_protection AS childProtection FROM cases
     WHERE id IN (${casesOfTeams}) AND reference IS NOT NULL ORDER BY id`,
  ).all(bound);
}

function ordersOf(db: Db, bound: Bound): FrameOrder[] {
  return sql<Bound, FrameOrder>(
    db,
    `SELECT o.id, o.case_id AS caseId, o.order_type AS type, o.order_group AS "group", o.started_on AS startedOn,
       o.ends_on AS endsOn, o.status, o.harm_level AS harmLevel, o.safety_level AS safetyLevel, o.reoffending_level AS reoffendingLevel,
       o.custody_entry_on AS custodyEntryOn, o.mappa_level AS mappaLevel, o.practitioner_id AS practitionerId,
       p.name AS practitioner, o.team_id AS teamId, t.name AS team,
       o.last_import_id IS (SELECT max(id) FROM imports) AS listed
     FROM orders o LEFT JOIN people p ON p.id = o.practitioner_id LEFT JOIN teams t ON t.id = o.team_id
     WHERE o.case_id IN (${casesOfTeams}) ORDER BY o.case_id, o.started_on DESC, o.id DESC`,
  ).all(bound);
}

function earlierHolders(db: Db, bound: Bound): { caseId: number; person: number }[] {
  return sql<Bound, { caseId: number; person: number }>(
    db,
    `SELECT case_id AS caseId, CAST(before AS INTEGER) AS person FROM register_changes
     WHERE case_id IN (${casesOfTeams}) AND fact = 'practitioner' AND before IS NOT NULL`,
  ).all(bound);
}

function lastAudits(db: Db, bound: Bound): { caseId: number; agreedOn: string }[] {
  return sql<Bound, { caseId: number; agreedOn: string }>(
    db,
    `SELECT case_id AS caseId, max(agreed_on) AS agreedOn FROM audits
     WHERE case_id IN (${casesOfTeams}) AND agreed_on IS NOT NULL GROUP BY case_id`,
  ).all(bound);
}

function byCase<Row extends { caseId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const cases = new Map<number, Row[]>();
  for (const row of rows) {
    const own = cases.get(row.caseId);
    if (own) own.push(row);
    else cases.set(row.caseId, [row]);
  }
  return cases;
}

/** Everybody who holds or held a case: nobody of them may audit it. */
export function holdersOfCase(db: Db, caseId: number | null): number[] {
  const rows = sql<{ caseId: number | null }, { person: number }>(
    db,
    `SELECT practitioner_id AS person FROM orders WHERE case_id = @caseId AND practitioner_id IS NOT NULL
     UNION SELECT CAST(before AS INTEGER) FROM register_changes
       WHERE case_id = @caseId AND fact = 'practitioner' AND before IS NOT NULL`,
  ).all({ caseId });
  return rows.map((row) => row.person);
}

/** The newest case list: what a draw was made from. */
export function newestRegister(db: Db): { id: number; madeAt: string } | undefined {
  return sql<void, { id: number; madeAt: string }>(
    db,
    'SELECT id, made_at AS madeAt FROM imports WHERE id = (SELECT max(id) FROM imports)',
  ).get();
}

export function registerAt(db: Db, importId: number): string | null {
  return (
    sql<{ importId: number }, { madeAt: string }>(db, 'SELECT made_at AS madeAt FROM imports WHERE id = @importId').get(
      {
        importId,
      },
    )?.madeAt ?? null
  );
}

/** Case ids by reference, within teams. */
export function caseByReference(db: Db, reference: string, { teams, teamless }: FrameTeams): number | null {
  return (
    sql<Bound & { reference: string }, { id: number }>(
      db,
      `SELECT id FROM cases WHERE reference = @reference AND id IN (${casesOfTeams})`,
    ).get({ reference, teams: JSON.stringify(teams), teamless: teamless ? 1 : 0 })?.id ?? null
  );
}
