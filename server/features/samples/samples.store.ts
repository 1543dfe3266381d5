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
}

const columns = `s.id, s.name, s.purpose, s.subject, s.form_version_id AS formVersionId, s.method, s.size, s.rules, s.reason,
  s.import_id AS importId, s.frame_digest AS frameDigest, s.seed, s.drawn_at AS drawnAt, s.drawn_by AS drawnBy,
  p.name AS drawnByName, s.again_of AS againOf, s.again_reason AS againReason, s.due_on AS dueOn`;
const from = 'FROM samples s LEFT JOIN people p ON p.id = s.drawn_by';

export function addSample(db: Db, sample: Omit<Sample, 'id' | 'drawnByName'>): number {
  const added = sql<Omit<Sample, 'id' | 'drawnByName'>>(
    db,
    `INSERT INTO samples (name, purpose, subject, form_version_id, method, size, rules, reason, import_id, frame_digest, seed,
       drawn_at, drawn_by, again_of, again_reason, due_on)
     VALUES (@name, @purpose, @subject, @formVersionId, @method, @size, @rules, @reason, @importId, @frameDigest, @seed,
       @drawnAt, @drawnBy, @againOf, @againReason, @dueOn)`,
  ).run(sample);
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
