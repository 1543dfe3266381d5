import type { By } from '../../domain/by.js';
import { calendarDaysBetween } from '../../domain/calendar/days.js';
import { invalid, type Fault } from '../../domain/problems.js';
import { makeSeed, rankUnits } from '../../domain/sampling/draw.js';
import { frameDigest } from '../../domain/sampling/frame.js';
import { anyCase } from '../../domain/sampling/rules.js';
import type { Db } from '../../platform/sqlite/open.js';
import { assignAudit } from '../audits/assign.js';
import { serviceForms } from '../forms/forms.store.js';
import { auditors } from './auditors.store.js';
import { addFrameRow } from './frame-rows.store.js';
import { takePlace } from './places.store.js';
import { noCase } from './row-facts.js';
import { addSample } from './samples.store.js';

export interface AuditOfService {
  name: string;
  formVersionId: number;
  /** Why now: a round of self-assessment, an inspection ahead. */
  reason: string;
  auditor: number;
  /** YYYY-MM-DD */
  dueOn: string | null;
}

/** The one unit of such a sample. */
const unit = 'service';
const longestDays = 366;

/**
 * Begins an audit of the service itself: a sample of one that somebody chose, with the reason. It has no case, no
 * practitioner and no team, so only the head agrees it, and never the one who wrote it.
 * @returns the id of the audit; throws invalid with the fields
 */
export function auditTheService(db: Db, by: By, wanted: AuditOfService): number {
  const faults = faultsIn(db, wanted, by.today);
  if (faults.length > 0) throw invalid(faults);
  const dueOn = wanted.dueOn ?? by.today;
  const frame = [{ unit, excludedBy: null, stratum: null }];
  const seed = makeSeed(by.random);
  const sample = addSample(db, {
    name: wanted.name.trim(),
    purpose: 'targeted',
    subject: 'service',
    formVersionId: wanted.formVersionId,
    method: 'chosen',
    size: 1,
    rules: JSON.stringify(anyCase),
    reason: wanted.reason.trim(),
    importId: null,
    frameDigest: frameDigest(frame),
    seed,
    drawnAt: by.now,
    drawnBy: by.me?.id ?? null,
    againOf: null,
    againReason: null,
    dueOn,
  });
  const nobodys = { caseId: null, orderId: null };
  addFrameRow(db, {
    ...{ sampleId: sample, unit, ...nobodys, practitionerId: null, teamId: null, facts: JSON.stringify(noCase) },
    ...{ excludedBy: null, stratum: null, rank: rankUnits(frame, seed)[0]?.rank ?? 1 },
  });
  takePlace(db, { sampleId: sample, unit, takenAt: by.now, inPlaceOf: null });
  const audit = assignAudit(db, by, {
    ...{ sample, unit, subject: 'service', ...nobodys, practitioner: null, team: null },
    ...{ formVersionId: wanted.formVersionId, auditor: wanted.auditor, dueOn },
  });
  by.entry.about('samples', sample, { audit });
  return audit;
}

function faultsIn(db: Db, wanted: AuditOfService, today: string): Fault[] {
  const { name, formVersionId, reason, auditor, dueOn } = wanted;
  const found: (readonly [boolean, string, string])[] = [
    [name.trim() === '', 'name', 'Give it a name, for example ‘Self-assessment 2026’.'],
    [name.length > 120, 'name', 'Shorten the name to 120 characters.'],
    [
      !serviceForms(db).some(({ id }) => id === formVersionId),
      'form',
      'Choose the form that the service is read with.',
    ],
    [reason.trim() === '', 'reason', 'Say in a few words why.'],
    [!auditors(db, today).some(({ id }) => id === auditor), 'auditor', 'Choose who carries it out.'],
    [dueOn === null, 'due', 'Type the day by which it is due, for example 22 Dec 2026.'],
    [dueOn !== null && dueOn < today, 'due', 'This day has gone by. Choose a later one.'],
    [
      dueOn !== null && calendarDaysBetween(today, dueOn) > longestDays,
      'due',
      'This is more than a year away. Check the year.',
    ],
  ];
  return found.flatMap(([wrong, field, message]) => (wrong ? [{ field, at: null, message }] : []));
}
