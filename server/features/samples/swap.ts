import type { By } from '../../domain/by.js';
import { addDays } from '../../domain/calendar/days.js';
import { conflict } from '../../domain/problems.js';
import { assignAuditors } from '../../domain/sampling/assign-auditors.js';
import { nextInReserve } from '../../domain/sampling/reserve.js';
import type { Db } from '../../platform/sqlite/open.js';
import { assignAudit } from '../audits/assign.js';
import { auditors, auditorOfPlace, auditorsOfSample } from './auditors.store.js';
import { frameRow, ranksOf, type FrameRow } from './frame-rows.store.js';
import { holdersOfCase } from './frame.store.js';
import { everTaken, leavePlace, takePlace, type LeftCode } from './places.store.js';
import { sampleById, type Sample } from './samples.store.js';

export interface SwapAsked {
  sample: number;
  unit: string;
  code: LeftCode;
  reason: string;
}

/** A place that is taken late gets at least so many days. */
const leastDays = 14;

/**
 * Gives the place of a case to the next in the drawn reserve: nobody picks which. The audit goes to the same auditor
 * unless the new case is their own. The audit of the case that leaves is the caller's to withdraw.
 * @returns the new unit and its audit, or null when the reserve is used up: the place is then left empty
 */
export function swapForNext(db: Db, by: By, asked: SwapAsked): { unit: string; audit: number } | null {
  const sample = sampleById(db, asked.sample, { kind: 'all' }, by.today);
  const left = leavePlace(db, {
    sampleId: asked.sample,
    unit: asked.unit,
    at: by.now,
    by: by.me?.id ?? null,
    code: asked.code,
    reason: asked.reason,
  });
  if (!sample || !left) throw conflict('This place was given to another case already. Look at the sample again.');
  const next = nextInReserve(ranksOf(db, asked.sample), everTaken(db, asked.sample), asked.unit);
  const row = next === null ? undefined : frameRow(db, asked.sample, next);
  if (!row) return null;
  takePlace(db, { sampleId: asked.sample, unit: row.unit, takenAt: by.now, inPlaceOf: asked.unit });
  return { unit: row.unit, audit: assignNext(db, by, sample, asked.unit, row) };
}

function assignNext(db: Db, by: By, sample: Sample, leaving: string, row: FrameRow): number {
  if (row.orderId === null) throw new Error('A case in reserve has no order.');
  const soonest = addDays(by.today, leastDays);
  return assignAudit(db, by, {
    sample: sample.id,
    unit: row.unit,
    subject: sample.subject,
    caseId: row.caseId,
    orderId: row.orderId,
    formVersionId: sample.formVersionId,
    auditor: auditorFor(db, by, sample.id, leaving, row),
    practitioner: row.practitionerId,
    team: row.teamId,
    dueOn: sample.dueOn > soonest ? sample.dueOn : soonest,
  });
}

/** The same auditor, else another of this sample, else anybody who may read the case: the least laden of them. */
function auditorFor(db: Db, by: By, sample: number, leaving: string, row: FrameRow): number {
  const able = auditors(db, by.today);
  const barred = holdersOfCase(db, row.caseId);
  const same = auditorOfPlace(db, sample, leaving);
  const ofSample = auditorsOfSample(db, sample);
  const groups = [able.filter(({ id }) => id === same), able.filter(({ id }) => ofSample.includes(id)), able];
  for (const group of groups) {
    const people = group.map(({ id, holds }) => ({ id, load: holds }));
    const auditor = assignAuditors([{ unit: row.unit, barred }], people).assigned[0]?.auditor;
    if (auditor !== undefined) return auditor;
  }
  throw conflict('Nobody who is an auditor may read the next case in reserve. Make one more person an auditor first.');
}
