import type { State } from '../../domain/audits/states.js';
import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { reachParams, teamsLedByMe } from './reach.js';

export const leftCodes = {
  transferred: 'Moved to another service or team',
  empty: 'The record is empty or closed off',
  conflict: 'The auditor knows the family or the work',
  ineligible: 'It should not have been in the list',
  other: 'Something else',
} as const;

export type LeftCode = keyof typeof leftCodes;

export const isLeftCode = (code: string): code is LeftCode => Object.hasOwn(leftCodes, code);

export interface Place {
  sampleId: number;
  unit: string;
  takenAt: string;
  inPlaceOf: string | null;
  leftAt: string | null;
  leftBy: string | null;
  leftCode: LeftCode | null;
  leftReason: string | null;
}

export function takePlace(
  db: Db,
  place: { sampleId: number; unit: string; takenAt: string; inPlaceOf: string | null },
): void {
  sql<typeof place>(
    db,
    'INSERT INTO sample_places (sample_id, unit, taken_at, in_place_of) VALUES (@sampleId, @unit, @takenAt, @inPlaceOf)',
  ).run(place);
}

/** @returns false when the place was left before, or there is none */
export function leavePlace(
  db: Db,
  left: { sampleId: number; unit: string; at: string; by: number | null; code: LeftCode; reason: string },
): boolean {
  const changed = sql<typeof left>(
    db,
    `UPDATE sample_places SET left_at = @at, left_by = @by, left_code = @code, left_reason = @reason
     WHERE sample_id = @sampleId AND unit = @unit AND left_at IS NULL`,
  ).run(left);
  return changed.changes === 1;
}

/** What stands at a place: the case as it was at the draw, its audit and how far that is. */
export interface PlaceRow extends Place {
  rank: number;
  stratum: string | null;
  /** Null for the service itself. */
  caseId: number | null;
  reference: string | null;
  facts: string;
  practitioner: string | null;
  teamId: number | null;
  auditId: number | null;
  auditorId: number | null;
  auditor: string | null;
  state: State | null;
  dueOn: string | null;
  factsUntil: string | null;
  agreedOn: string | null;
  levelsShownAt: string | null;
}

/** All places of a sample in the order drawn, those left too. `mine`: only cases of teams that @me leads. */
export function placesOf(db: Db, sampleId: number, reach: Reach, today: string): PlaceRow[] {
  return sql<{ sampleId: number; me: number; today: string }, PlaceRow>(
    db,
    `SELECT sp.sample_id AS sampleId, sp.unit, sp.taken_at AS takenAt, sp.in_place_of AS inPlaceOf, sp.left_at AS leftAt,
       lb.name AS leftBy, sp.left_code AS leftCode, sp.left_reason AS leftReason, f.rank, f.stratum, f.case_id AS caseId,
       c.reference, f.facts, p.name AS practitioner, f.team_id AS teamId, a.id AS auditId, a.auditor_id AS auditorId,
       au.name AS auditor, a.state, a.due_on AS dueOn, a.facts_until AS factsUntil, a.agreed_on AS agreedOn,
       a.levels_shown_at AS levelsShownAt
     FROM sample_places sp
     JOIN frame_rows f ON f.sample_id = sp.sample_id AND f.unit = sp.unit
     LEFT JOIN cases c ON c.id = f.case_id
     LEFT JOIN people p ON p.id = f.practitioner_id
     LEFT JOIN people lb ON lb.id = sp.left_by
     LEFT JOIN audits a ON a.id = (SELECT max(id) FROM audits n WHERE n.sample_id = sp.sample_id AND n.unit = sp.unit)
     LEFT JOIN people au ON au.id = a.auditor_id
     WHERE sp.sample_id = @sampleId ${reach.kind === 'mine' ? `AND f.team_id IN (${teamsLedByMe})` : ''}
     ORDER BY sp.taken_at, f.stratum, f.rank`,
  ).all({ sampleId, ...reachParams(reach, today) });
}

export interface Progress {
  sampleId: number;
  state: string;
  audits: number;
  late: number;
}

/** How many audits of each sample stand in each state, and how many of those not yet submitted are late. */
export function progressOf(db: Db, samples: readonly number[], reach: Reach, today: string): Progress[] {
  return sql<{ samples: string; me: number; today: string }, Progress>(
    db,
    `SELECT a.sample_id AS sampleId, a.state, count(*) AS audits,
       sum(a.due_on < @today AND a.state IN ('assigned', 'in-progress', 'returned')) AS late
     FROM audits a
     WHERE a.sample_id IN (SELECT value FROM json_each(@samples)) AND a.state <> 'withdrawn'
       ${reach.kind === 'mine' ? `AND a.team_id IN (${teamsLedByMe})` : ''}
     GROUP BY a.sample_id, a.state`,
  ).all({ samples: JSON.stringify(samples), ...reachParams(reach, today) });
}

/** Every unit that has or had a place: none of them is in reserve any more. */
export function everTaken(db: Db, sampleId: number): Set<string> {
  const rows = sql<{ sampleId: number }, { unit: string }>(
    db,
    'SELECT unit FROM sample_places WHERE sample_id = @sampleId',
  ).all({ sampleId });
  return new Set(rows.map((row) => row.unit));
}

/** Places that changed hands, in order of time; `takes` is null where the reserve was empty. */
export function swapsOf(
  db: Db,
  sampleId: number,
): { leaves: string; takes: string | null; at: string; code: LeftCode }[] {
  return sql<{ sampleId: number }, { leaves: string; takes: string | null; at: string; code: LeftCode }>(
    db,
    `SELECT l.unit AS leaves, t.unit AS takes, l.left_at AS at, l.left_code AS code
     FROM sample_places l LEFT JOIN sample_places t ON t.sample_id = l.sample_id AND t.in_place_of = l.unit
     LEFT JOIN frame_rows f ON f.sample_id = t.sample_id AND f.unit = t.unit
     WHERE l.sample_id = @sampleId AND l.left_at IS NOT NULL ORDER BY l.left_at, t.taken_at, f.rank IS NULL, f.rank`,
  ).all({ sampleId });
}
