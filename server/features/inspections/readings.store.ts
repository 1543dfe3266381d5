import type { State } from '../../domain/audits/states.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A case read for an inspection: an audit at a place of one of its draws. */
export interface Reading {
  id: number;
  sampleId: number;
  part: string;
  unit: string;
  /** Its place in the order of the draw. */
  place: number;
  reading: 'only' | 'first' | 'second';
  state: State;
  caseId: number;
  reference: string | null;
  formVersionId: number;
  formKey: string;
  practitionerId: number | null;
  practitioner: string | null;
  teamId: number | null;
  auditorId: number;
  auditorName: string;
  dueOn: string;
  begunAt: string | null;
  submittedAt: string | null;
  agreedOn: string | null;
}

/** All readings of an inspection that were not withdrawn: by draw, place, and the first before the second. */
export function readingsOf(db: Db, inspection: number): Reading[] {
  return sql<{ inspection: number }, Reading>(
    db,
    `SELECT a.id, a.sample_id AS sampleId, s.inspection_part AS part, a.unit, f.rank AS place, a.reading, a.state,
       a.case_id AS caseId, coalesce(v.reference, k.reference) AS reference, a.form_version_id AS formVersionId, a.form_key AS formKey,
       a.practitioner_id AS practitionerId, pr.name AS practitioner, a.team_id AS teamId, a.auditor_id AS auditorId,
       au.name AS auditorName, a.due_on AS dueOn, a.begun_at AS begunAt, a.submitted_at AS submittedAt,
       a.agreed_on AS agreedOn
     FROM audits a JOIN samples s ON s.id = a.sample_id
     JOIN frame_rows f ON f.sample_id = a.sample_id AND f.unit = a.unit
     JOIN people au ON au.id = a.auditor_id LEFT JOIN people pr ON pr.id = a.practitioner_id
     LEFT JOIN cases k ON k.id = a.case_id LEFT JOIN victims v ON v.id = a.victim_id
     WHERE a.inspection_id = @inspection AND a.state <> 'withdrawn' ORDER BY s.id, f.rank, a.reading, a.id`,
  ).all({ inspection });
}

/** Places that changed hands or were left empty, with why. */
export interface LeftPlace {
  part: string;
  place: number;
  reference: string | null;
  at: string;
  by: string | null;
  reason: string;
  /** The place of the case that came instead; null where none was left in reserve. */
  taken: number | null;
}

export function leftPlacesOf(db: Db, inspection: number): LeftPlace[] {
  return sql<{ inspection: number }, LeftPlace>(
    db,
    `SELECT s.inspection_part AS part, f.rank AS place, k.reference, l.left_at AS at, p.name AS by,
       l.left_reason AS reason, n.rank AS taken
     FROM samples s JOIN sample_places l ON l.sample_id = s.id AND l.left_at IS NOT NULL
     JOIN frame_rows f ON f.sample_id = l.sample_id AND f.unit = l.unit
     LEFT JOIN cases k ON k.id = f.case_id LEFT JOIN people p ON p.id = l.left_by
     LEFT JOIN sample_places t ON t.sample_id = l.sample_id AND t.in_place_of = l.unit
     LEFT JOIN frame_rows n ON n.sample_id = t.sample_id AND n.unit = t.unit
     WHERE s.inspection_id = @inspection ORDER BY l.left_at`,
  ).all({ inspection });
}
