import type { State } from '../../domain/audits/states.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface Move {
  fromState: State | null;
  toState: State;
  auditorId: number | null;
  auditorName: string | null;
  reason: string | null;
  by: number | null;
  byName: string | null;
  at: string;
}

export interface NewMove {
  audit: number;
  from: State | null;
  to: State;
  auditor: number | null;
  reason: string | null;
  by: number | null;
  at: string;
}

export function addMove(db: Db, move: NewMove): void {
  sql<NewMove>(
    db,
    `INSERT INTO audit_moves (audit_id, from_state, to_state, auditor_id, reason, by_id, at)
     VALUES (@audit, @from, @to, @auditor, @reason, @by, @at)`,
  ).run(move);
}

/** States and hand-overs of an audit, oldest first. */
export function movesOf(db: Db, audit: number): Move[] {
  return sql<{ audit: number }, Move>(
    db,
    `SELECT m.from_state AS fromState, m.to_state AS toState, m.auditor_id AS auditorId, a.name AS auditorName, m.reason,
       m.by_id AS by, b.name AS byName, m.at
     FROM audit_moves m LEFT JOIN people a ON a.id = m.auditor_id LEFT JOIN people b ON b.id = m.by_id
     WHERE m.audit_id = @audit ORDER BY m.id`,
  ).all({ audit });
}
