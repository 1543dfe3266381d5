import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface ActionAtHome {
  id: number;
  wording: string | null;
  reference: string | null;
  owner: string;
  ownerId: number;
  dueOn: string;
  /** When it was completed last, where it is. */
  completedAt: string | null;
}

const columns = `a.id, a.wording, k.reference, o.name AS owner, a.owner_id AS ownerId, a.due_on AS dueOn,
  (SELECT max(s.at) FROM action_steps s WHERE s.action_id = a.id AND s.kind = 'completed') AS completedAt`;

const joined = `actions a JOIN people o ON o.id = a.owner_id LEFT JOIN audits x ON x.id = a.audit_id
  LEFT JOIN cases k ON k.id = x.case_id`;

const teamsLed = `SELECT team_id FROM roles_held
  WHERE person_id = @me AND role = 'team-lead' AND from_on <= @today AND (until_on IS NULL OR until_on > @today)`;

/** What somebody has to do, the one due first on top. */
export function openActionsOf(db: Db, person: number): ActionAtHome[] {
  return sql<{ person: number }, ActionAtHome>(
    db,
    `SELECT ${columns} FROM ${joined} WHERE a.owner_id = @person AND a.state = 'open' ORDER BY a.due_on, a.id LIMIT 100`,
  ).all({ person });
}

/** Completed by others and not verified: of teams that I lead and of audits that I carried out, or all. */
export function actionsToVerify(db: Db, reach: Reach, me: number, today: string): ActionAtHome[] {
  const notMine = `a.owner_id <> @me AND NOT EXISTS (SELECT 1 FROM action_steps s
    WHERE s.action_id = a.id AND s.kind = 'completed' AND s.by_id = @me)`;
  if (reach.kind === 'all') {
    return sql<{ me: number }, ActionAtHome>(
      db,
      `SELECT ${columns} FROM ${joined} WHERE a.state = 'completed' AND ${notMine} ORDER BY a.due_on LIMIT 100`,
    ).all({ me });
  }
  return sql<{ me: number; today: string }, ActionAtHome>(
    db,
    `SELECT ${columns} FROM ${joined} WHERE a.id IN (
       SELECT id FROM actions WHERE state = 'completed' AND team_id IN (${teamsLed})
       UNION SELECT y.id FROM audits u JOIN actions y ON y.audit_id = u.id WHERE u.auditor_id = @me AND y.state = 'completed')
       AND ${notMine} ORDER BY a.due_on LIMIT 100`,
  ).all({ me, today });
}

/** Open and past their day, of teams that I lead or of all, but for my own. */
export function overdueOfOthers(db: Db, reach: Reach, me: number, today: string): ActionAtHome[] {
  if (reach.kind === 'all') {
    return sql<{ me: number; today: string }, ActionAtHome>(
      db,
      `SELECT ${columns} FROM ${joined}
       WHERE a.state = 'open' AND a.due_on < @today AND a.owner_id <> @me ORDER BY a.due_on LIMIT 100`,
    ).all({ me, today });
  }
  return sql<{ me: number; today: string }, ActionAtHome>(
    db,
    `SELECT ${columns} FROM ${joined}
     WHERE a.team_id IN (${teamsLed}) AND a.state = 'open' AND a.due_on < @today AND a.owner_id <> @me
     ORDER BY a.due_on LIMIT 100`,
  ).all({ me, today });
}

/** All actions of the service that are not at an end. */
export function actionFigures(db: Db, today: string): { open: number; overdue: number; completed: number } {
  const row = sql<{ today: string }, { open: number; overdue: number; completed: number }>(
    db,
    `SELECT (SELECT count(*) FROM actions WHERE state = 'open') AS open,
       (SELECT count(*) FROM actions WHERE state = 'open' AND due_on < @today) AS overdue,
       (SELECT count(*) FROM actions WHERE state = 'completed') AS completed`,
  ).get({ today });
  return row ?? { open: 0, overdue: 0, completed: 0 };
}
