import type { By } from '../../domain/by.js';
import { factsFrom, factsToCopy } from '../../domain/audits/fact-values.js';
import { calendarDaysBetween } from '../../domain/calendar/days.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { reauditKey } from '../../domain/forms/check/keys.js';
import { check } from '../../domain/forms/check/check.js';
import { generateReaudit, type Reaudit } from '../../domain/forms/reaudit/generate.js';
import { conflict, invalid, notAllowed, type Fault } from '../../domain/problems.js';
import type { Me } from '../../domain/rights.js';
import { makeSeed, rankUnits } from '../../domain/sampling/draw.js';
import { frameDigest } from '../../domain/sampling/frame.js';
import { anyCase } from '../../domain/sampling/rules.js';
import type { Db } from '../../platform/sqlite/open.js';
import { nextVersion } from '../forms/forms.store.js';
import { publishVersion } from '../forms/publish-version.js';
import { auditors, type Auditor } from '../samples/auditors.store.js';
import { addFrameRow } from '../samples/frame-rows.store.js';
import { takePlace } from '../samples/places.store.js';
import { noCase } from '../samples/row-facts.js';
import { addSample } from '../samples/samples.store.js';
import { assignAudit } from './assign.js';
import { actor, auditForAct } from './audit-for-act.js';
import type { Audit } from './audits.store.js';
import { earlierAudit } from './earlier-audit.js';
import { caseAsListed } from './facts.store.js';
import { outcomeOf } from './outcome.js';
import { isOwnCase } from './own-case.store.js';
import { barredFromReaudit, holderNow, reauditsOf } from './reaudits.store.js';

/**
 * Why nobody, or not this person, can have an audit read again; null when they can: it is agreed and of a case, no other
 * re-audit of it is under way, and whoever asks leads its team or the service.
 */
export function whyNoReaudit(db: Db, audit: Audit, me: Me): string | null {
  const leads = audit.teamId !== null && me.teamsLed.includes(audit.teamId);
  if (!leads && !me.roles.has('head')) return 'The lead of the case’s team or the head of service begins a re-audit.';
  if (audit.state !== 'agreed') return 'What fell short is asked again once the audit is agreed.';
  if (audit.subject !== 'order' || audit.reference === null) return 'Only an audit of a case is read again.';
  const open = reauditsOf(db, audit).some(({ state }) => state !== 'agreed');
  return open ? 'A re-audit of this one is under way.' : null;
}

/** Who can read it again: neither the first auditor, nor the practitioner, nor the owner of an action. */
export function reauditors(db: Db, audit: Audit, today: string): Auditor[] {
  const barred = barredFromReaudit(db, audit.id);
  return auditors(db, today).filter(({ id }) => !barred.includes(id) && !isOwnCase(db, audit.caseId, id));
}

/** What a re-audit would ask today. The seed draws only the anchors, and is made when it begins. */
export function reauditOf(db: Db, audit: Audit, making: { seed: string; today: string; version: number }): Reaudit {
  const earlier = earlierAudit(db, outcomeOf(db, audit));
  const listed = factsToCopy(caseAsListed(db, audit.orderId ?? 0), making.today);
  const facts = factsFrom(new Map(Object.entries(listed)));
  return generateReaudit(earlier, { ...making, facts, from: audit.agreedOn ?? making.today, use: 'same-case' });
}

/**
 * Begins a re-audit: makes its form out of the agreed audit with a fresh seed, keeps it for good as a version of its
 * own, and gives the case to another auditor.
 * @returns the id of the new audit; throws invalid with the fields
 */
export function startReaudit(db: Db, by: By, id: number, given: { auditor: number; dueOn: string | null }): number {
  const audit = auditForAct(db, by, 'samples.draw', id);
  const why = whyNoReaudit(db, audit, actor(by));
  if (why) throw notAllowed(why);
  const faults = faultsIn(db, audit, given, by.today);
  if (faults.length > 0) throw invalid(faults);
  const seed = makeSeed(by.random);
  const { document, taken } = reauditOf(db, audit, { seed, today: by.today, version: nextVersion(db, reauditKey) });
  if (!document) throw conflict('Nothing is left to ask again.');
  const problems = check(document);
  if (problems.length > 0) throw new Error(`The re-audit of ${id} fails the checker: ${problems[0]?.message}`);
  const version = publishVersion(db, document, { origin: 're-audit', by: by.me?.id ?? null, at: by.now });
  const again = giveOut(db, by, audit, { ...given, dueOn: given.dueOn ?? by.today, version, seed });
  by.entry.about('audits', again, { of: id, asked: taken.length });
  return again;
}

function faultsIn(
  db: Db,
  audit: Audit,
  { auditor, dueOn }: { auditor: number; dueOn: string | null },
  today: string,
): Fault[] {
  const may = reauditors(db, audit, today).some((person) => person.id === auditor);
  const late = dueOn !== null && (dueOn < today || calendarDaysBetween(today, dueOn) > 366);
  const found = [
    may ? null : ['auditor', 'Choose who reads it again.'],
    dueOn === null ? ['due', 'Type the day by which it is due, for example 22 Dec 2026.'] : null,
    late ? ['due', 'Choose a day within a year from today.'] : null,
  ];
  return found.flatMap((one) => (one ? [{ field: one[0] ?? null, at: null, message: one[1] ?? '' }] : []));
}

interface Given {
  auditor: number;
  dueOn: string;
  version: number;
  seed: string;
}

/** A sample of one that somebody chose. */
function giveOut(db: Db, by: By, audit: Audit, { auditor, dueOn, version, seed }: Given): number {
  const unit = String(audit.caseId);
  const holder = holderNow(db, audit.orderId ?? 0);
  const frame = [{ unit, excludedBy: null, stratum: null }];
  const sample = addSample(db, {
    name: `Re-audit, ${audit.formTitle}, ${formatDate(by.today)}`,
    ...{ purpose: 're-audit', subject: 'order', formVersionId: version, method: 'chosen', size: 1 },
    ...{ rules: JSON.stringify(anyCase), importId: null, frameDigest: frameDigest(frame), seed, dueOn },
    reason: `What fell short in the audit agreed on ${formatDate(audit.agreedOn ?? by.today)} is asked again.`,
    ...{ drawnAt: by.now, drawnBy: by.me?.id ?? null, againOf: null, againReason: null },
  });
  const of = { caseId: audit.caseId, orderId: audit.orderId };
  addFrameRow(db, {
    ...{ sampleId: sample, unit, ...of, practitionerId: holder.practitioner, teamId: holder.team },
    ...{ facts: JSON.stringify(noCase), excludedBy: null, stratum: null, rank: rankUnits(frame, seed)[0]?.rank ?? 1 },
  });
  takePlace(db, { sampleId: sample, unit, takenAt: by.now, inPlaceOf: null });
  return assignAudit(db, by, {
    ...{ sample, unit, subject: 'order', ...of, ...holder, formVersionId: version, auditor, dueOn },
    reauditOf: audit.id,
  });
}
