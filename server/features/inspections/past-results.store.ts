import type { Figures } from '../../domain/ratings/past-formats.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A result of the service from another time, as it was entered by hand. */
export interface PastResult {
  id: number;
  framework: string;
  /** A day, a month or a year. */
  publishedOn: string;
  /** Figures as JSON. */
  figures: string;
  source: string | null;
  enteredBy: string | null;
  enteredAt: string;
}

export interface NewPastResult {
  service: string;
  framework: string;
  publishedOn: string;
  figures: Figures;
  source: string | null;
  by: number | null;
  now: string;
}

export function addPastResult(db: Db, given: NewPastResult): number {
  const added = sql<Omit<NewPastResult, 'figures'> & { figures: string }>(
    db,
    `INSERT INTO past_results (service, own, framework, published_on, figures, source, entered_by, entered_at)
     VALUES (@service, 1, @framework, @publishedOn, @figures, @source, @by, @now)`,
  ).run({ ...given, figures: JSON.stringify(given.figures) });
  return Number(added.lastInsertRowid);
}

const columns = `r.id, r.framework, r.published_on AS publishedOn, r.figures, r.source, p.name AS enteredBy,
  r.entered_at AS enteredAt FROM past_results r LEFT JOIN people p ON p.id = r.entered_by`;

/** The service's own, newest first. */
export const pastResults = (db: Db): PastResult[] =>
  sql<void, PastResult>(db, `SELECT ${columns} WHERE r.own = 1 ORDER BY r.published_on DESC, r.id DESC`).all();

export const pastResultById = (db: Db, id: number): PastResult | undefined =>
  sql<{ id: number }, PastResult>(db, `SELECT ${columns} WHERE r.id = @id AND r.own = 1`).get({ id });

/** Takes out what was entered by mistake, with its recommendations. */
export function removePastResult(db: Db, id: number): void {
  sql<{ id: number }>(db, 'DELETE FROM past_recommendations WHERE past_result_id = @id').run({ id });
  sql<{ id: number }>(db, 'DELETE FROM past_results WHERE id = @id').run({ id });
}

/** What an earlier inspection asked for, and the action that came of it. */
export interface PastRecommendation {
  id: number;
  wording: string;
  actionId: number | null;
  owner: string | null;
  dueOn: string | null;
  state: string | null;
}

export function addPastRecommendation(db: Db, result: number, wording: string): void {
  sql<{ result: number; wording: string }>(
    db,
    'INSERT INTO past_recommendations (past_result_id, wording) VALUES (@result, @wording)',
  ).run({ result, wording });
}

export const recommendationsOf = (db: Db, result: number): PastRecommendation[] =>
  sql<{ result: number }, PastRecommendation>(
    db,
    `SELECT r.id, r.wording, r.action_id AS actionId, p.name AS owner, a.due_on AS dueOn, a.state
     FROM past_recommendations r LEFT JOIN actions a ON a.id = r.action_id LEFT JOIN people p ON p.id = a.owner_id
     WHERE r.past_result_id = @result ORDER BY r.id`,
  ).all({ result });

export function setActionOfPast(db: Db, recommendation: number, action: number): void {
  sql<{ recommendation: number; action: number }>(
    db,
    'UPDATE past_recommendations SET action_id = @action WHERE id = @recommendation',
  ).run({ recommendation, action });
}
