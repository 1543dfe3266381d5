import type { ActionState, StepKind } from '../../domain/actions/steps.js';
import type { Subject } from '../../domain/audits/subject.js';
import { notFound } from '../../domain/problems.js';
import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { actionsWithin } from './reach.js';

export type About = 'case' | 'practice' | 'service';

/** What must change: owner, due date and what good will look like. */
export interface NewAction {
  about: About;
  audit: number | null;
  item: string | null;
  theme: string | null;
  practitioner: number | null;
  team: number | null;
  wording: string;
  goodLooksLike: string;
  owner: number;
  dueOn: string;
  /** The inspection that recommended it. */
  inspection?: number;
}

export interface Action {
  id: number;
  about: About;
  auditId: number | null;
  itemKey: string | null;
  theme: string | null;
  practitionerId: number | null;
  practitioner: string | null;
  teamId: number | null;
  team: string | null;
  wording: string | null;
  goodLooksLike: string | null;
  ownerId: number;
  owner: string;
  dueOn: string;
  state: ActionState;
  madeBy: string | null;
  madeAt: string;
  auditorId: number | null;
  /** Of the audit that it comes from. */
  subject: Subject | null;
  reference: string | null;
  form: string | null;
  /** Who completed it last. */
  completedBy: number | null;
}

export const actionColumns = `a.id, a.about, a.audit_id AS auditId, a.item_key AS itemKey, a.theme,
  a.practitioner_id AS practitionerId, w.name AS practitioner, a.team_id AS teamId, t.name AS team, a.wording,
  a.good_looks_like AS goodLooksLike, a.owner_id AS ownerId, o.name AS owner, a.due_on AS dueOn, a.state,
  m.name AS madeBy, a.made_at AS madeAt, x.auditor_id AS auditorId, x.subject, c.reference, f.title AS form,
  (SELECT s.by_id FROM action_steps s WHERE s.action_id = a.id AND s.kind = 'completed'
   ORDER BY s.id DESC LIMIT 1) AS completedBy`;

export const actionJoins = `actions a JOIN people o ON o.id = a.owner_id LEFT JOIN people w ON w.id = a.practitioner_id
  LEFT JOIN people m ON m.id = a.made_by LEFT JOIN teams t ON t.id = a.team_id LEFT JOIN audits x ON x.id = a.audit_id
  LEFT JOIN cases c ON c.id = x.case_id LEFT JOIN forms f ON f.key = x.form_key`;

/** One action within reach; anything else does not exist. */
export function actionById(db: Db, id: number, reach: Reach, today: string): Action {
  const within = actionsWithin(reach);
  const text = `SELECT ${actionColumns} FROM ${actionJoins} WHERE a.id = @id${within ? ` AND a.id IN (${within})` : ''}`;
  const found = within
    ? sql<{ id: number; me: number; today: string }, Action>(db, text).get({
        id,
        me: reach.kind === 'mine' ? reach.person : 0,
        today,
      })
    : sql<{ id: number }, Action>(db, text).get({ id });
  if (!found) throw notFound();
  return found;
}

/** What was made from one result, in the order in which it was made. */
export function actionsOfAudit(db: Db, audit: number): Action[] {
  return sql<{ audit: number }, Action>(
    db,
    `SELECT ${actionColumns} FROM ${actionJoins} WHERE a.audit_id = @audit ORDER BY a.id`,
  ).all({ audit });
}

export function addAction(db: Db, action: NewAction & { by: number | null; now: string }): number {
  const added = sql<Omit<NewAction, 'inspection'> & { inspection: number | null; by: number | null; now: string }>(
    db,
    `INSERT INTO actions (about, audit_id, item_key, theme, practitioner_id, team_id, wording, good_looks_like, owner_id,
       due_on, state, made_by, made_at, inspection_id)
     VALUES (@about, @audit, @item, @theme, @practitioner, @team, @wording, @goodLooksLike, @owner, @dueOn, 'open',
       @by, @now, @inspection)`,
  ).run({ ...action, inspection: action.inspection ?? null });
  return Number(added.lastInsertRowid);
}

export function setState(db: Db, id: number, state: ActionState): void {
  sql<{ id: number; state: ActionState }>(db, 'UPDATE actions SET state = @state WHERE id = @id').run({ id, state });
}

export function setDueOn(db: Db, id: number, dueOn: string): void {
  sql<{ id: number; dueOn: string }>(db, 'UPDATE actions SET due_on = @dueOn WHERE id = @id').run({ id, dueOn });
}

export function setOwner(db: Db, id: number, owner: number): void {
  sql<{ id: number; owner: number }>(db, 'UPDATE actions SET owner_id = @owner WHERE id = @id').run({ id, owner });
}

interface NewStep {
  action: number;
  kind: StepKind;
  said: string | null;
  dueOn: string | null;
  owner: number | null;
  by: number;
  now: string;
}

export function addStep(db: Db, step: NewStep): void {
  sql<NewStep>(
    db,
    `INSERT INTO action_steps (action_id, kind, said, due_on, owner_id, by_id, at)
     VALUES (@action, @kind, @said, @dueOn, @owner, @by, @now)`,
  ).run(step);
}

export interface Step {
  kind: StepKind;
  said: string | null;
  dueOn: string | null;
  owner: string | null;
  by: string;
  at: string;
}

export function stepsOf(db: Db, action: number): Step[] {
  return sql<{ action: number }, Step>(
    db,
    `SELECT s.kind, s.said, s.due_on AS dueOn, o.name AS owner, p.name AS "by", s.at
     FROM action_steps s JOIN people p ON p.id = s.by_id LEFT JOIN people o ON o.id = s.owner_id
     WHERE s.action_id = @action ORDER BY s.id`,
  ).all({ action });
}
