import type { Method } from '../../domain/sampling/draw.js';
import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { periodAudits } from './audits.store.js';
import { countsOfPeopleWithin, reachParams } from './reach.js';
import type { Selection } from './selection.js';

export interface DrawnFrom {
  id: number;
  name: string;
  method: Method;
  /** How many cases could have been drawn. */
  eligible: number;
  /** How many places stand: those left have gone to the reserve. */
  places: number;
}

/** How a sample was drawn, and from how many. */
export function drawnFrom(db: Db, sample: number): DrawnFrom | undefined {
  return sql<{ sample: number }, DrawnFrom>(
    db,
    `SELECT s.id, s.name, s.method,
       (SELECT count(*) FROM frame_rows WHERE sample_id = s.id AND excluded_by IS NULL) AS eligible,
       (SELECT count(*) FROM sample_places WHERE sample_id = s.id AND left_at IS NULL) AS places
     FROM samples s WHERE s.id = @sample`,
  ).get({ sample });
}

/** How a sample was drawn, without counting its frame. */
export function methodOf(db: Db, sample: number): { id: number; name: string; method: Method } | undefined {
  return sql<{ sample: number }, { id: number; name: string; method: Method }>(
    db,
    'SELECT id, name, method FROM samples WHERE id = @sample',
  ).get({ sample });
}

/** Samples with an agreed audit in the period that a manager may choose from, newest first. */
export function samplesInPeriod(
  db: Db,
  { from, until }: Selection,
  reach: Reach,
  today: string,
): { id: number; name: string }[] {
  return sql<{ from: string; until: string; me: number; today: string }, { id: number; name: string }>(
    db,
    `SELECT DISTINCT s.id, s.name FROM ${periodAudits} CROSS JOIN samples s ON s.id = a.sample_id
     WHERE a.agreed_on >= @from AND a.agreed_on <= @until AND a.inspection_id IS NULL
       AND ${countsOfPeopleWithin(reach)} ORDER BY s.id DESC`,
  ).all({ from, until, ...reachParams(reach, today) });
}
