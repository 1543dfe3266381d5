import type { By } from '../../domain/by.js';
import type { DaysClosed } from '../../domain/audits/fact-days.js';
import type { AuditSubject, Subject } from '../../domain/audits/subject.js';
import { mayFollow, type State } from '../../domain/audits/states.js';
import { conflict } from '../../domain/problems.js';
import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { addMove } from './moves.store.js';
import { isWithin, reachParams } from './reach.js';

export interface Audit extends AuditSubject {
  id: number;
  sampleId: number;
  unit: string;
  /** Set for a reading of an inspection. */
  inspectionId: number | null;
  reading: 'only' | 'first' | 'second';
  /** Null where the service itself is the subject. */
  caseId: number | null;
  orderId: number | null;
  formVersionId: number;
  formKey: string;
  formTitle: string;
  practitionerId: number | null;
  practitionerName: string | null;
  teamId: number | null;
  teamName: string | null;
  workOfId: number | null;
  workShared: 0 | 1;
  auditorId: number;
  auditorName: string;
  state: State;
  dueOn: string;
  begunAt: string | null;
  readOn: string | null;
  levelsShownAt: string | null;
  /** The earlier audit whose weak answers this one asks again. */
  reauditOf: number | null;
  submittedAt: string | null;
  factsUntil: string | null;
  factsClosed: DaysClosed | null;
  factsClosedOn: string | null;
  factsClosedBy: number | null;
  /** Who was there when it was read together. */
  factsClosedWith: string | null;
  agreedOn: string | null;
  agreedAt: string | null;
  agreedBy: number | null;
  noActionReason: string | null;
}

/** What a draw knows of an audit; practitioner and team are those at the draw. */
export interface NewAudit {
  sample: number;
  unit: string;
  subject: Subject;
  caseId: number | null;
  orderId: number | null;
  formVersionId: number;
  auditor: number;
  practitioner: number | null;
  team: number | null;
  dueOn: string;
  /** The earlier audit, where this one asks again what fell short in it. */
  reauditOf?: number;
  /** A reading of an inspection: which, and whether it is one of two. */
  inspection?: { id: number; reading: Audit['reading']; victim: number | null };
}

export const auditColumns = `a.id, a.sample_id AS sampleId, a.unit, a.subject, a.case_id AS caseId, a.order_id AS orderId,
  CASE WHEN a.victim_id IS NULL THEN k.reference ELSE (SELECT v.reference FROM victims v WHERE v.id = a.victim_id) END AS reference,
  a.inspection_id AS inspectionId, a.reading, a.form_version_id AS formVersionId, a.form_key AS formKey, f.title AS formTitle,
  a.practitioner_id AS practitionerId, pr.name AS practitionerName, a.team_id AS teamId, t.name AS teamName,
  a.work_of_id AS workOfId, a.work_shared AS workShared, a.auditor_id AS auditorId, au.name AS auditorName,
  a.state, a.due_on AS dueOn, a.begun_at AS begunAt, a.read_on AS readOn, a.levels_shown_at AS levelsShownAt,
  a.reaudit_of AS reauditOf, a.submitted_at AS submittedAt, a.facts_until AS factsUntil, a.facts_closed AS factsClosed,
  a.facts_closed_on AS factsClosedOn, a.facts_closed_by AS factsClosedBy, a.facts_closed_with AS factsClosedWith, a.agreed_on AS agreedOn,
  a.agreed_at AS agreedAt, a.agreed_by AS agreedBy, a.no_action_reason AS noActionReason`;

/** Joined from an audit; begins with the audits, so that a search of their index leads. */
export const auditTables = `audits a LEFT JOIN cases k ON k.id = a.case_id JOIN forms f ON f.key = a.form_key
  JOIN people au ON au.id = a.auditor_id LEFT JOIN people pr ON pr.id = a.practitioner_id
  LEFT JOIN teams t ON t.id = a.team_id`;

export function auditById(db: Db, id: number, reach: Reach, today: string): Audit | undefined {
  return sql<{ id: number; me: number; today: string }, Audit>(
    db,
    `SELECT ${auditColumns} FROM ${auditTables} WHERE a.id = @id AND ${isWithin(reach, 'a.id')}`,
  ).get({ id, ...reachParams(reach, today) });
}

export function addAudit(db: Db, audit: NewAudit): number {
  const { inspection, reauditOf, ...given } = audit;
  const of = {
    reauditOf: reauditOf ?? null,
    inspection: inspection?.id ?? null,
    reading: inspection?.reading ?? 'only',
    victim: inspection?.victim ?? null,
  };
  const added = sql<typeof given & typeof of>(
    db,
    `INSERT INTO audits (sample_id, unit, subject, case_id, order_id, form_version_id, form_key, practitioner_id, team_id,
       auditor_id, state, due_on, inspection_id, reading, victim_id, reaudit_of)
     VALUES (@sample, @unit, @subject, @caseId, @orderId, @formVersionId,
       (SELECT form_key FROM form_versions WHERE id = @formVersionId), @practitioner, @team, @auditor, 'assigned', @dueOn,
       @inspection, @reading, @victim, @reauditOf)`,
  ).run({ ...given, ...of });
  return Number(added.lastInsertRowid);
}

/** Columns that acts set, by their name in `Audit`. */
const settable = {
  workOfId: 'work_of_id',
  workShared: 'work_shared',
  auditorId: 'auditor_id',
  begunAt: 'begun_at',
  readOn: 'read_on',
  levelsShownAt: 'levels_shown_at',
  submittedAt: 'submitted_at',
  factsUntil: 'facts_until',
  factsClosed: 'facts_closed',
  factsClosedOn: 'facts_closed_on',
  factsClosedBy: 'facts_closed_by',
  factsClosedWith: 'facts_closed_with',
  agreedOn: 'agreed_on',
  agreedAt: 'agreed_at',
  agreedBy: 'agreed_by',
  noActionReason: 'no_action_reason',
} as const;

export type AuditSet = Partial<Pick<Audit, keyof typeof settable>>;

/** Sets columns without a move; an agreed audit refuses. */
export function setAudit(db: Db, id: number, set: AuditSet): void {
  write(db, id, null, set);
}

/**
 * Moves an audit to another state, with what is set by it, and writes the move down.
 * @throws conflict when the state that it is in now does not lead there
 */
export function moveAudit(
  db: Db,
  by: By,
  audit: Pick<Audit, 'id' | 'state' | 'auditorId'>,
  to: State,
  more: { reason?: string; set?: AuditSet } = {},
): void {
  if (!mayFollow(audit.state, to))
    throw conflict('Somebody else took this audit further in the meantime. Open it again.');
  write(db, audit.id, to, more.set ?? {});
  addMove(db, {
    audit: audit.id,
    from: audit.state,
    to,
    auditor: more.set?.auditorId ?? audit.auditorId,
    reason: more.reason ?? null,
    by: by.me?.id ?? null,
    at: by.now,
  });
}

function write(db: Db, id: number, state: State | null, set: AuditSet): void {
  const named = (Object.keys(set) as (keyof AuditSet)[]).filter((name) => set[name] !== undefined);
  const columns = named.map((name) => `${settable[name]} = @${name}`);
  if (state !== null) columns.push('state = @state');
  if (columns.length === 0) return;
  sql<AuditSet & { id: number; state: State | null }>(
    db,
    `UPDATE audits SET ${columns.join(', ')}, revision = revision + 1 WHERE id = @id`,
  ).run({ ...set, id, state });
}
