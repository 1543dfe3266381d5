import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface LatestSample {
  id: number;
  name: string;
  dueOn: string;
  agreed: number;
  places: number;
}

/** The sample drawn last: how many of its places are agreed. */
export function latestSample(db: Db): LatestSample | undefined {
  return sql<void, LatestSample>(
    db,
    `SELECT s.id, s.name, s.due_on AS dueOn,
       (SELECT count(*) FROM audits a WHERE a.sample_id = s.id AND a.state = 'agreed') AS agreed,
       (SELECT count(*) FROM sample_places p WHERE p.sample_id = s.id AND p.left_at IS NULL) AS places
     FROM samples s WHERE s.inspection_id IS NULL AND EXISTS (SELECT 1 FROM sample_places p WHERE p.sample_id = s.id AND p.left_at IS NULL)
     ORDER BY s.drawn_at DESC LIMIT 1`,
  ).get();
}

/** Open cases, and how many have an audit submitted or agreed since a day. Team by team, so that each is a search. */
export function openCasesAudited(db: Db, since: string): { open: number; audited: number } {
  const row = sql<{ since: string }, { open: number; audited: number }>(
    db,
    `WITH open AS (SELECT case_id FROM teams t CROSS JOIN orders o ON o.team_id = t.id AND o.status = 'open'
       UNION SELECT case_id FROM orders WHERE team_id IS NULL AND status = 'open')
     SELECT count(*) AS open, coalesce(sum(EXISTS (SELECT 1 FROM audits a
       WHERE a.case_id = open.case_id AND (a.agreed_on >= @since OR a.state = 'submitted'))), 0) AS audited FROM open`,
  ).get({ since });
  return row ?? { open: 0, audited: 0 };
}

export interface SetUpSoFar {
  caseList: 0 | 1;
  people: 0 | 1;
  sample: 0 | 1;
}

/** Which of the three first steps are done: a case list, an auditor beside a manager, a sample. */
export function setUpSoFar(db: Db, today: string): SetUpSoFar {
  const row = sql<{ today: string }, SetUpSoFar>(
    db,
    `SELECT EXISTS (SELECT 1 FROM imports) AS caseList, EXISTS (SELECT 1 FROM samples) AS sample,
       EXISTS (SELECT 1 FROM roles_held a JOIN roles_held m ON m.role IN ('team-lead', 'head') AND m.person_id <> a.person_id
         WHERE a.role = 'auditor' AND a.until_on IS NULL AND m.until_on IS NULL AND m.from_on <= @today) AS people`,
  ).get({ today });
  return row ?? { caseList: 0, people: 0, sample: 0 };
}

export interface LastImport {
  madeAt: string;
  cases: number;
  faulty: number;
}

export function lastImport(db: Db): LastImport | undefined {
  return sql<void, LastImport>(
    db,
    'SELECT made_at AS madeAt, cases, faulty FROM imports ORDER BY id DESC LIMIT 1',
  ).get();
}

export interface AccountsSoFar {
  accounts: number;
  unchanged: number;
}

/** Accounts that work, and how many still have their first password. */
export function accountsSoFar(db: Db): AccountsSoFar {
  const row = sql<void, AccountsSoFar>(
    db,
    `SELECT count(*) AS accounts, coalesce(sum(a.must_change), 0) AS unchanged
     FROM accounts a JOIN people p ON p.id = a.person_id WHERE a.disabled_at IS NULL AND p.left_on IS NULL`,
  ).get();
  return row ?? { accounts: 0, unchanged: 0 };
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
