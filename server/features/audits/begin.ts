import { factsToCopy } from '../../domain/audits/fact-values.js';
import type { By } from '../../domain/by.js';
import { kindOfLevel } from '../../domain/forms/levels.js';
import { answersFromSample } from '../../domain/forms/subject.js';
import { conflict, invalid } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { contactFor } from '../concerns/contacts.store.js';
import { formVersion } from '../forms/forms.store.js';
import { refuseOwnCase } from './assign.js';
import { moveAudit, type Audit } from './audits.store.js';
import { copyCaseFacts } from './case-facts.js';
import { caseAsListed, copyFact } from './facts.store.js';
import { ownAudit } from './own-audit.js';
import { saveAnswer } from './save-answer.js';

/**
 * Begins an audit, or takes up one that was handed over. The facts of the case are copied once and stay. Nobody begins
 * before it is known whom a concern would reach.
 */
export function beginAudit(db: Db, by: By, id: number): void {
  const audit = ownAudit(db, by, id);
  if (audit.state !== 'assigned') throw conflict('This audit has been begun already.');
  refuseOwnCase(db, audit.caseId, audit.practitionerId, audit.auditorId);
  if (contactFor(db, audit.teamId, by.today) === null) throw invalid([{ field: null, at: null, message: noContact }]);
  if (audit.begunAt === null) copyFacts(db, audit, by.today);
  const first = audit.begunAt === null ? { begunAt: by.now, readOn: by.today, ...levelsOpen(db, audit, by.now) } : {};
  moveAudit(db, by, audit, 'in-progress', { set: first });
  if (audit.begunAt === null) answerFromSample(db, by, audit);
  by.entry.about('audits', id);
}

const noContact =
  'Nobody is set to receive concerns from this team. The head of service or an administrator sets that under Settings; then the audit can be begun.';

/** What the form asks about the reading itself is known from the sample; the auditor can answer otherwise. */
function answerFromSample(db: Db, by: By, audit: Audit): void {
  const { document } = formVersion(db, audit.formVersionId);
  const of = { subject: audit.subject, isInspection: audit.inspectionId !== null };
  for (const known of answersFromSample(document, of)) saveAnswer(db, by, audit.id, { ...known, ...nothingBeside });
}

const nothingBeside = { occurrence: 0, note: null, evidence: null, reason: null, seen: null };

function copyFacts(db: Db, audit: Audit, readOn: string): void {
  // The service itself has no order: only the day is known of it.
  const facts = audit.orderId === null ? { 'read-on': readOn } : factsToCopy(caseAsListed(db, audit.orderId), readOn);
  for (const [fact, value] of Object.entries(facts)) copyFact(db, audit.id, fact, value);
  copyCaseFacts(db, audit);
}

/** A form that asks for no level hides none. */
function levelsOpen(db: Db, audit: Audit, now: string): { levelsShownAt?: string } {
  const asks = formVersion(db, audit.formVersionId).document.sections.some(({ items }) =>
    items.some((item) => kindOfLevel(item) !== null),
  );
  return asks ? {} : { levelsShownAt: now };
}
