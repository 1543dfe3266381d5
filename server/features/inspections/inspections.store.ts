import type { FrameworkKey, Kind } from '../../domain/inspections/frameworks.js';
import type { InspectionState } from '../../domain/inspections/states.js';
import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { inspectionsWithin, reachParams } from './reach.js';

export interface Inspection {
  id: number;
  name: string;
  framework: FrameworkKey;
  kind: Kind;
  rulesVersion: string;
  /** What it is for and who will see what, in the head's words. */
  purpose: string;
  startsOn: string;
  endsOn: string;
  /** The last day on which visiting inspectors get in. */
  accessUntil: string;
  leadId: number;
  leadName: string;
  state: InspectionState;
  setUpAt: string;
}

export type NewInspection = Omit<Inspection, 'id' | 'leadName' | 'state' | 'setUpAt'>;

const columns = `i.id, i.name, i.framework, i.kind, i.rules_version AS rulesVersion, i.purpose, i.starts_on AS startsOn,
  i.ends_on AS endsOn, i.access_until AS accessUntil, i.lead_id AS leadId, p.name AS leadName, i.state,
  i.set_up_at AS setUpAt`;
const from = 'FROM inspections i JOIN people p ON p.id = i.lead_id';

export function addInspection(db: Db, given: NewInspection & { by: number | null; now: string }): number {
  const added = sql<typeof given>(
    db,
    `INSERT INTO inspections (name, framework, kind, rules_version, purpose, starts_on, ends_on, access_until, lead_id,
       state, set_up_by, set_up_at)
     VALUES (@name, @framework, @kind, @rulesVersion, @purpose, @startsOn, @endsOn, @accessUntil, @leadId, 'prepared',
       @by, @now)`,
  ).run(given);
  return Number(added.lastInsertRowid);
}

export function inspectionById(db: Db, id: number, reach: Reach, today: string): Inspection | undefined {
  return sql<{ id: number; me: number; today: string }, Inspection>(
    db,
    `SELECT ${columns} ${from} WHERE i.id = @id AND i.id IN (${inspectionsWithin(reach)})`,
  ).get({ id, ...reachParams(reach, today) });
}

/** Newest first. */
export function inspections(db: Db, reach: Reach, today: string): Inspection[] {
  return sql<{ me: number; today: string }, Inspection>(
    db,
    `SELECT ${columns} ${from} WHERE i.id IN (${inspectionsWithin(reach)}) ORDER BY i.starts_on DESC, i.id DESC`,
  ).all(reachParams(reach, today));
}

/** What may still change after set-up: the framework stays as it was chosen. */
export type Changes = Pick<NewInspection, 'name' | 'purpose' | 'startsOn' | 'endsOn' | 'accessUntil' | 'leadId'>;

export function changeInspection(db: Db, id: number, changes: Changes): void {
  sql<Changes & { id: number }>(
    db,
    `UPDATE inspections SET name = @name, purpose = @purpose, starts_on = @startsOn, ends_on = @endsOn,
       access_until = @accessUntil, lead_id = @leadId WHERE id = @id`,
  ).run({ ...changes, id });
}

export interface Move {
  id: number;
  toState: InspectionState;
  reason: string | null;
  /** What stood when it was closed, as JSON. */
  result: string | null;
  by: string | null;
  at: string;
}

/** Moves an inspection to another state and writes the move down. */
export function moveInspection(
  db: Db,
  move: {
    id: number;
    to: InspectionState;
    reason: string | null;
    result: string | null;
    by: number | null;
    now: string;
  },
): void {
  sql<{ id: number; to: InspectionState }>(db, 'UPDATE inspections SET state = @to WHERE id = @id').run({
    id: move.id,
    to: move.to,
  });
  sql<typeof move>(
    db,
    `INSERT INTO inspection_moves (inspection_id, to_state, reason, result, by_id, at)
     VALUES (@id, @to, @reason, @result, @by, @now)`,
  ).run(move);
}

/** Everything that happened to an inspection, oldest first. */
export function movesOf(db: Db, inspection: number): Move[] {
  return sql<{ inspection: number }, Move>(
    db,
    `SELECT m.id, m.to_state AS toState, m.reason, m.result, p.name AS by, m.at
     FROM inspection_moves m LEFT JOIN people p ON p.id = m.by_id WHERE m.inspection_id = @inspection ORDER BY m.id`,
  ).all({ inspection });
}
