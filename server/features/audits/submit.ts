import { factDaysUntil } from '../../domain/audits/fact-days.js';
import type { By } from '../../domain/by.js';
import { whatApplies } from '../../domain/forms/applies.js';
import { invalid, invalidField, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { inspectionById } from '../inspections/inspections.store.js';
import { leadsOf } from '../people/roles.store.js';
import { moveAudit, setAudit, type Audit } from './audits.store.js';
import { keepDetailsOf } from './answer-details.js';
import { compareFacts } from './case-facts.js';
import { filledAudit, filledForm } from './filled-audit.js';
import { notify } from './notices.store.js';
import { openForWriting } from './own-audit.js';
import { readiness } from './readiness.js';
import { answerReturns } from './returns.store.js';
import { scoreAgain } from './score-again.js';

export interface Submission {
  /** Whose work it mostly is: in whose figures the audit counts; shared work is listed, not counted. */
  workOf: number | 'shared';
  /** Personal details that notes hold were looked at and are to stay. */
  detailsKept: boolean;
}

/**
 * Submits a complete audit: what it comes to is written down, the practitioner and the leads of the team are told at
 * the same moment, and five working days begin in which facts can be put right. Throws invalid with a link to each gap.
 * @param submission left out: the work of the case's practitioner, and no personal details in notes
 */
export function submitAudit(db: Db, by: By, id: number, submission?: Submission): void {
  const { audit } = openForWriting(db, by, id);
  const { workOf, detailsKept } = submission ?? { workOf: audit.practitionerId ?? 'shared', detailsKept: false };
  refuseIncomplete(db, by, audit, detailsKept);
  if (detailsKept) keepAll(db, by, audit);
  const isNobodys = audit.subject === 'service' || audit.inspectionId !== null;
  if (workOf === audit.auditorId) throw invalidField('workOf', 'Nobody audits their own work.');
  if (audit.levelsShownAt === null) setAudit(db, id, { levelsShownAt: by.now });
  const score = scoreAgain(db, { ...audit, levelsShownAt: audit.levelsShownAt ?? by.now });
  const work = isNobodys ? nobodysWork : workAs(workOf);
  const open = { factsClosed: null, factsClosedOn: null, factsClosedBy: null, factsClosedWith: null };
  const days = { factsUntil: isNobodys ? null : factDaysUntil(by.today), ...open };
  compareFacts(db, by, audit);
  answerReturns(db, id, by.now);
  moveAudit(db, by, audit, 'submitted', { set: { ...work, ...days, submittedAt: by.now } });
  for (const person of toldOf(db, audit, work.workOfId, by.today))
    notify(db, { person, kind: 'result', audit: id, now: by.now });
  by.entry.about('audits', id, { scored: score.scored, caps: score.caps.length });
}

/** The service is nobody’s own work, and a reading of an inspection judges no person: it counts in no figure of a person, and nobody has days to put facts right. */
const nobodysWork = { workOfId: null, workShared: 0 } as const;

const workAs = (workOf: number | 'shared') =>
  workOf === 'shared' ? ({ workOfId: null, workShared: 1 } as const) : ({ workOfId: workOf, workShared: 0 } as const);

function refuseIncomplete(db: Db, by: By, audit: Audit, detailsKept: boolean): void {
  const { gaps, details } = readiness(db, filledAudit(db, audit), by.today);
  const faults: Fault[] = gaps.map(({ words, href }) => ({ field: null, at: href, message: words }));
  if (details.length > 0 && !detailsKept) {
    const message = 'Look at the personal details in your notes, and take them out or say that they are needed.';
    faults.push({ field: 'details', at: null, message });
  }
  if (faults.length > 0) throw invalid(faults);
}

/** Sent back and submitted again, the same details are not asked about once more. */
function keepAll(db: Db, by: By, audit: Audit): void {
  const { questions } = whatApplies(filledForm(db, audit));
  for (const { item, answer } of questions) {
    if (answer) keepDetailsOf(db, by, { audit: audit.id, person: audit.auditorId }, item, answer);
  }
}

/**
 * The practitioner of the case, whose work it is, and the leads of the team; of a reading of an inspection its lead alone.
 * Never the auditor.
 */
function toldOf(db: Db, audit: Audit, workOf: number | null, today: string): Set<number> {
  if (audit.inspectionId !== null) return leadOf(db, audit.inspectionId, audit.auditorId, today);
  const leads = audit.teamId === null ? [] : leadsOf(db, audit.teamId, today);
  const all = [audit.practitionerId, workOf, ...leads];
  return new Set(all.filter((person): person is number => person !== null && person !== audit.auditorId));
}

function leadOf(db: Db, inspection: number, auditor: number, today: string): Set<number> {
  const lead = inspectionById(db, inspection, { kind: 'all' }, today)?.leadId;
  return new Set(lead === undefined || lead === auditor ? [] : [lead]);
}
