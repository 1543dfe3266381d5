import { custodyPapers } from '../../domain/reports/late-papers.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { inPeriod, periodAudits, periodParams, type PeriodParams } from './audits.store.js';
import type { Selection } from './selection.js';

export interface ConcernOfAudit {
  audit: number;
  raisedAt: string;
  acknowledgedAt: string | null;
  closedAt: string | null;
  state: 'raised' | 'acknowledged' | 'closed';
}

/** Concerns raised with audits of the period. */
export function concernsInPeriod(db: Db, selection: Selection): ConcernOfAudit[] {
  return sql<PeriodParams, ConcernOfAudit>(
    db,
    `SELECT c.audit_id AS audit, c.raised_at AS raisedAt, c.state,
       (SELECT min(s.at) FROM concern_steps s WHERE s.concern_id = c.id AND s.kind = 'acknowledged') AS acknowledgedAt,
       (SELECT max(s.at) FROM concern_steps s WHERE s.concern_id = c.id AND s.kind IN ('closed', 'in-error')) AS closedAt
     FROM ${periodAudits} CROSS JOIN concerns c ON c.audit_id = a.id WHERE ${inPeriod} ORDER BY c.id`,
  ).all(periodParams(selection));
}

export interface PaperOfAudit {
  audit: number;
  item: string;
  occurrence: number;
  outcome: string;
  days: number | null;
  reason: string | null;
}

const papers = Object.keys(custodyPapers)
  .map((key) => `'${key}'`)
  .join(', ');

/** Results of the papers that must be with the establishment, in the period. */
export function papersInPeriod(db: Db, selection: Selection): PaperOfAudit[] {
  return sql<PeriodParams, PaperOfAudit>(
    db,
    `SELECT i.audit_id AS audit, i.item_key AS item, i.occurrence, i.outcome, i.days, i.reason
     FROM ${periodAudits} CROSS JOIN item_results i ON i.audit_id = a.id AND i.item_key IN (${papers})
     WHERE ${inPeriod} ORDER BY a.agreed_on, a.id, i.item_key, i.occurrence`,
  ).all(periodParams(selection));
}

export interface ActionListed {
  id: number;
  /** The question that it came from; null where it came from the whole audit. */
  item: string | null;
  wording: string | null;
  goodLooksLike: string | null;
  owner: string;
  dueOn: string;
  state: 'open' | 'completed' | 'verified' | 'dropped';
  madeAt: string;
}

/** What was to change in one person's practice, newest first. */
export function actionsOfPractitioner(db: Db, person: number, limit: number): ActionListed[] {
  return sql<{ person: number; limit: number }, ActionListed>(
    db,
    `SELECT a.id, a.item_key AS item, a.wording, a.good_looks_like AS goodLooksLike, o.name AS owner, a.due_on AS dueOn, a.state,
       a.made_at AS madeAt
     FROM actions a JOIN people o ON o.id = a.owner_id
     WHERE a.practitioner_id = @person AND a.state <> 'dropped' ORDER BY a.id DESC LIMIT @limit`,
  ).all({ person, limit });
}

/** What was to change after one audit, in the order in which it was made. */
export function actionsOfAudit(db: Db, audit: number): ActionListed[] {
  return sql<{ audit: number }, ActionListed>(
    db,
    `SELECT a.id, a.item_key AS item, a.wording, a.good_looks_like AS goodLooksLike, o.name AS owner,
       a.due_on AS dueOn, a.state, a.made_at AS madeAt
     FROM actions a JOIN people o ON o.id = a.owner_id
     WHERE a.audit_id = @audit AND a.state <> 'dropped' ORDER BY a.id`,
  ).all({ audit });
}

/** How far the actions on one theme have come. */
export function actionsOnTheme(db: Db, theme: string, today: string): { state: string; n: number; overdue: number }[] {
  return sql<{ theme: string; today: string }, { state: string; n: number; overdue: number }>(
    db,
    `SELECT state, count(*) AS n, sum(state = 'open' AND due_on < @today) AS overdue FROM actions
     WHERE theme = @theme GROUP BY state`,
  ).all({ theme, today });
}
