import type { Subject } from '../../domain/audits/subject.js';
import type { Method } from '../../domain/sampling/draw.js';
import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import type { Purpose } from './purposes.js';
import { reachParams, samplesWithin } from './reach.js';

export interface Sample {
  id: number;
  name: string;
  purpose: Purpose;
  subject: Subject;
  formVersionId: number;
  method: Method;
  size: number;
  rules: string;
  reason: string | null;
  importId: number | null;
  frameDigest: string;
  seed: string;
  drawnAt: string;
  drawnBy: number | null;
  drawnByName: string | null;
  againOf: number | null;
  againReason: string | null;
  dueOn: string;
  /** Set for a draw of an inspection: which, and which of its draws. */
  inspectionId: number | null;
  inspectionPart: string | null;
  /** At most so many of one practitioner; null for as many as come. */
  mostEach: number | null;
  /** Places that two people read, as JSON: chosen before the draw. */
  readTwice: string | null;
}

/** What a draw of an inspection has more than another. */
export interface DrawOfInspection {
  inspectionId: number;
  inspectionPart: string;
  mostEach: number | null;
  readTwice: string;
}

type OfInspection = { [K in keyof DrawOfInspection]: DrawOfInspection[K] | null };
type Drawn = Omit<Sample, 'id' | 'drawnByName' | keyof DrawOfInspection>;

const columns = `s.id, s.name, s.purpose, s.subject, s.form_version_id AS formVersionId, s.method, s.size, s.rules, s.reason,
  s.import_id AS importId, s.frame_digest AS frameDigest, s.seed, s.drawn_at AS drawnAt, s.drawn_by AS drawnBy,
  p.name AS drawnByName, s.again_of AS againOf, s.again_reason AS againReason, s.due_on AS dueOn,
  s.inspection_id AS inspectionId, s.inspection_part AS inspectionPart, s.most_each AS mostEach, s.read_twice AS readTwice`;
const from = 'FROM samples s LEFT JOIN people p ON p.id = s.drawn_by';

export function addSample(db: Db, sample: Drawn, of: DrawOfInspection | null = null): number {
  const none: OfInspection = { inspectionId: null, inspectionPart: null, mostEach: null, readTwice: null };
  const added = sql<Drawn & OfInspection>(
    db,
    `INSERT INTO samples (name, purpose, subject, form_version_id, method, size, rules, reason, import_id, frame_digest, seed,
       drawn_at, drawn_by, again_of, again_reason, due_on, inspection_id, inspection_part, most_each, read_twice)
     VALUES (@name, @purpose, @subject, @formVersionId, @method, @size, @rules, @reason, @importId, @frameDigest, @seed,
       @drawnAt, @drawnBy, @againOf, @againReason, @dueOn, @inspectionId, @inspectionPart, @mostEach, @readTwice)`,
  ).run({ ...sample, ...(of ?? none) });
  return Number(added.lastInsertRowid);
}

export function sampleById(db: Db, id: number, reach: Reach, today: string): Sample | undefined {
  const within = samplesWithin(reach);
  return sql<{ id: number; me: number; today: string }, Sample>(
    db,
    `SELECT ${columns} ${from} WHERE s.id = @id ${within ? `AND s.id IN (${within})` : ''}`,
  ).get({ id, ...reachParams(reach, today) });
}

/** Newest first, those drawn before a given one. */
export function samplesBefore(db: Db, before: number, limit: number, reach: Reach, today: string): Sample[] {
  const within = samplesWithin(reach);
  return sql<{ before: number; limit: number; me: number; today: string }, Sample>(
    db,
    `SELECT ${columns} ${from}
     WHERE s.id < @before ${within ? `AND s.id IN (${within})` : ''}
     ORDER BY s.id DESC LIMIT @limit`,
  ).all({ before, limit, ...reachParams(reach, today) });
}

/** The first draw of this form from this very list of eligible cases: what a second one has to name. */
export function firstDrawnFrom(db: Db, frameDigest: string, formVersionId: number): Sample | undefined {
  return sql<{ frameDigest: string; formVersionId: number }, Sample>(
    db,
    `SELECT ${columns} ${from}
     WHERE s.frame_digest = @frameDigest AND s.form_version_id = @formVersionId AND s.method IN ('simple', 'per-practitioner')
     ORDER BY s.id LIMIT 1`,
  ).get({ frameDigest, formVersionId });
}

/** The draws of an inspection, in the order in which they were made. */
export function samplesOfInspection(db: Db, inspection: number): Sample[] {
  return sql<{ inspection: number }, Sample>(
    db,
    `SELECT ${columns} ${from} WHERE s.inspection_id = @inspection ORDER BY s.id`,
  ).all({ inspection });
}
