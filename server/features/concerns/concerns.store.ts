import type { Reach } from '../../domain/rights.js';
import type { ConcernState, StepKind } from '../../domain/concerns/states.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface Concern {
  id: number;
  auditId: number | null;
  caseId: number | null;
  reference: string | null;
  teamId: number | null;
  team: string | null;
  itemKey: string | null;
  said: string | null;
  raisedBy: number;
  raiser: string;
  raisedAt: string;
  namedId: number;
  named: string;
  deputyId: number | null;
  deputy: string | null;
  state: ConcernState;
}

export interface Step {
  id: number;
  kind: StepKind;
  said: string | null;
  to: string | null;
  by: string | null;
  at: string;
}

const columns = `c.id, c.audit_id AS auditId, c.case_id AS caseId, k.reference, c.team_id AS teamId, t.name AS team,
  c.item_key AS itemKey, c.said, c.raised_by AS raisedBy, r.name AS raiser, c.raised_at AS raisedAt,
  c.named_id AS namedId, n.name AS named, c.deputy_id AS deputyId, d.name AS deputy, c.state`;

const joined = `concerns c JOIN people r ON r.id = c.raised_by JOIN people n ON n.id = c.named_id
  LEFT JOIN people d ON d.id = c.deputy_id LEFT JOIN cases k ON k.id = c.case_id LEFT JOIN teams t ON t.id = c.team_id`;

/** Concerns that somebody raised, that name them or make them deputy, or of teams they lead. */
const mine = `SELECT id FROM concerns WHERE raised_by = @me
  UNION SELECT id FROM concerns WHERE named_id = @me
  UNION SELECT id FROM concerns WHERE deputy_id = @me
  UNION SELECT x.id FROM concerns x JOIN roles_held h ON h.team_id = x.team_id
    WHERE h.person_id = @me AND h.role = 'team-lead' AND h.from_on <= @today AND (h.until_on IS NULL OR h.until_on > @today)`;

export function addConcern(
  db: Db,
  concern: {
    auditId: number | null;
    caseId: number | null;
    teamId: number | null;
    itemKey: string | null;
    said: string | null;
    by: number;
    at: string;
    named: number;
    deputy: number | null;
  },
): number {
  const added = sql<typeof concern>(
    db,
    `INSERT INTO concerns (audit_id, case_id, team_id, item_key, said, raised_by, raised_at, named_id, deputy_id, state)
     VALUES (@auditId, @caseId, @teamId, @itemKey, @said, @by, @at, @named, @deputy, 'raised')`,
  ).run(concern);
  return Number(added.lastInsertRowid);
}

export function concernById(db: Db, id: number, reach: Reach, today: string): Concern | undefined {
  if (reach.kind === 'all') {
    return sql<{ id: number }, Concern>(db, `SELECT ${columns} FROM ${joined} WHERE c.id = @id`).get({ id });
  }
  return sql<{ id: number; me: number; today: string }, Concern>(
    db,
    `SELECT ${columns} FROM ${joined} WHERE c.id = @id AND c.id IN (${mine})`,
  ).get({ id, me: reach.person, today });
}

/** A page of concerns, newest first, older than one. */
export function concernsBefore(db: Db, before: number, limit: number, reach: Reach, today: string): Concern[] {
  if (reach.kind === 'all') {
    return sql<{ before: number; limit: number }, Concern>(
      db,
      `SELECT ${columns} FROM ${joined} WHERE c.id < @before ORDER BY c.id DESC LIMIT @limit`,
    ).all({ before, limit });
  }
  return sql<{ before: number; limit: number; me: number; today: string }, Concern>(
    db,
    `SELECT ${columns} FROM ${joined} WHERE c.id IN (${mine}) AND c.id < @before ORDER BY c.id DESC LIMIT @limit`,
  ).all({ before, limit, me: reach.person, today });
}

/** Every concern that nobody has acknowledged, oldest first: few at any time. */
export function unacknowledged(db: Db, reach: Reach, today: string): Concern[] {
  if (reach.kind === 'all') {
    return sql<void, Concern>(db, `SELECT ${columns} FROM ${joined} WHERE c.state = 'raised' ORDER BY c.id`).all();
  }
  return sql<{ me: number; today: string }, Concern>(
    db,
    `SELECT ${columns} FROM ${joined} WHERE c.id IN (${mine}) AND c.state = 'raised' ORDER BY c.id`,
  ).all({ me: reach.person, today });
}

/** What stands on the home page of one person: concerns not yet closed that name them or make them deputy. */
export function concernsNaming(db: Db, person: number): Concern[] {
  return sql<{ person: number }, Concern>(
    db,
    `SELECT ${columns} FROM ${joined}
     WHERE c.id IN (SELECT id FROM concerns WHERE named_id = @person AND state IN ('raised', 'acknowledged')
       UNION SELECT id FROM concerns WHERE deputy_id = @person AND state = 'raised')
     ORDER BY c.id`,
  ).all({ person });
}

/** Concerns not yet closed that name somebody. */
export function concernsNamed(db: Db, person: number): { id: number; teamId: number | null }[] {
  return sql<{ person: number }, { id: number; teamId: number | null }>(
    db,
    `SELECT id, team_id AS teamId FROM concerns WHERE named_id = @person AND state IN ('raised', 'acknowledged') ORDER BY id`,
  ).all({ person });
}

/** A concern on this question of this audit that is not closed. */
export function standingConcernOn(db: Db, auditId: number, itemKey: string): number | null {
  const row = sql<{ auditId: number; itemKey: string }, { id: number }>(
    db,
    `SELECT id FROM concerns WHERE audit_id = @auditId AND item_key = @itemKey AND state <> 'closed' ORDER BY id LIMIT 1`,
  ).get({ auditId, itemKey });
  return row?.id ?? null;
}

/** The concerns of an audit, for its pages and its result: whoever may read the audit is told of them. */
export function concernsOfAudit(db: Db, auditId: number): Concern[] {
  return sql<{ auditId: number }, Concern>(
    db,
    `SELECT ${columns} FROM ${joined} WHERE c.audit_id = @auditId ORDER BY c.id`,
  ).all({ auditId });
}

export function stepsOf(db: Db, concern: number): Step[] {
  return sql<{ concern: number }, Step>(
    db,
    `SELECT s.id, s.kind, s.said, t.name AS "to", b.name AS "by", s.at
     FROM concern_steps s LEFT JOIN people t ON t.id = s.to_id LEFT JOIN people b ON b.id = s.by_id
     WHERE s.concern_id = @concern ORDER BY s.id`,
  ).all({ concern });
}

export function addStep(
  db: Db,
  step: { concern: number; kind: StepKind; said: string | null; to: number | null; by: number | null; at: string },
): void {
  sql<typeof step>(
    db,
    `INSERT INTO concern_steps (concern_id, kind, said, to_id, by_id, at) VALUES (@concern, @kind, @said, @to, @by, @at)`,
  ).run(step);
}

export function moveConcern(db: Db, id: number, state: ConcernState): void {
  sql<{ id: number; state: ConcernState }>(db, 'UPDATE concerns SET state = @state WHERE id = @id').run({ id, state });
}

export function nameAnother(db: Db, id: number, named: number, deputy: number | null): void {
  sql<{ id: number; named: number; deputy: number | null }>(
    db,
    'UPDATE concerns SET named_id = @named, deputy_id = @deputy WHERE id = @id',
  ).run({ id, named, deputy });
}
