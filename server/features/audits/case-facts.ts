import { factsFilling, foundInAnswers } from '../../domain/audits/kept-answers.js';
import type { By } from '../../domain/by.js';
import { whatApplies } from '../../domain/forms/applies.js';
import { invalid, type Fault } from '../../domain/problems.js';
import { keptFact, type KeptFactKey } from '../../domain/register/kept-facts.js';
import { readKeptFact } from '../../domain/register/read-kept-fact.js';
import type { Db } from '../../platform/sqlite/open.js';
import { addCaseFact, factsOfOrder } from '../cases/case-facts.store.js';
import { formVersion } from '../forms/forms.store.js';
import { factsKept } from '../settings/kept-facts.js';
import type { Audit } from './audits.store.js';
import { copyFact, correctFact, factsOf } from './facts.store.js';
import { filledAudit } from './filled-audit.js';
import { openForWriting } from './own-audit.js';

/** The facts that the service keeps and this audit's form asks for. */
export function factsAsked(db: Db, audit: Audit): KeptFactKey[] {
  if (audit.caseId === null) return [];
  return factsFilling(formVersion(db, audit.formVersionId).document, factsKept(db));
}

/** Those of which nothing is known yet: they are asked once, when the audit is begun. */
export function factsToAsk(db: Db, audit: Audit): KeptFactKey[] {
  const known = new Set(factsOf(db, audit.id).map(({ fact }) => fact));
  return factsAsked(db, audit).filter((fact) => !known.has(fact));
}

/** Copies what is known of the case beyond the register, so that it fills in what it can. */
export function copyCaseFacts(db: Db, audit: Audit): void {
  if (audit.caseId === null || audit.orderId === null) return;
  const known = factsOfOrder(db, audit.caseId, audit.orderId);
  for (const fact of factsAsked(db, audit)) {
    const value = known.get(fact)?.value ?? null;
    if (value !== null) copyFact(db, audit.id, fact, value);
  }
}

/** Keeps what the auditor knows of the case before beginning; what is left blank is asked in the form. */
export function recordFacts(
  db: Db,
  by: By,
  auditId: number,
  typed: Readonly<Record<string, string | undefined>>,
): void {
  const { audit } = openForWriting(db, by, auditId);
  const faults: Fault[] = [];
  const given = factsToAsk(db, audit).flatMap((fact) => {
    const read = readKeptFact(fact, typed[fact] ?? '', {});
    if ('problem' in read) faults.push({ field: fact, at: null, message: read.problem });
    return 'problem' in read || read.value === null ? [] : [{ fact, value: read.value }];
  });
  if (faults.length > 0) throw invalid(faults);
  for (const { fact, value } of given) {
    record(db, by, audit, fact, value);
    copyFact(db, audit.id, fact, value);
  }
  by.entry.about('audits', auditId, { facts: given.length });
}

/**
 * Compares the answers with the facts that filled them in. What an answer says otherwise is listed for whoever keeps the
 * facts; what was asked and is now known better, or for the first time, stays on the case.
 */
export function compareFacts(db: Db, by: By, audit: Audit): void {
  if (audit.caseId === null || audit.orderId === null || audit.auditorId !== by.me?.id) return;
  const asked = factsAsked(db, audit);
  const copied = new Map(factsOf(db, audit.id).map((fact) => [fact.fact, fact]));
  const { filled } = filledAudit(db, audit);
  const now = factsOfOrder(db, audit.caseId, audit.orderId);
  for (const [fact, value] of foundInAnswers(whatApplies(filled).questions, asked, filled.facts)) {
    const known = copied.get(fact);
    if (known && known.value !== value) {
      correctFact(db, { audit: audit.id, fact, value, by: audit.auditorId, at: by.now });
    }
    const isOurs = now.get(fact)?.source !== 'import';
    if (isOurs && value !== null && now.get(fact)?.value !== value) record(db, by, audit, fact, value);
  }
}

function record(db: Db, by: By, audit: Audit, fact: KeptFactKey, value: string): void {
  if (audit.caseId === null) return;
  const orderId = keptFact(fact).of === 'case' ? null : audit.orderId;
  const from = { auditId: audit.id, importId: null, by: by.me?.id ?? null, at: by.now };
  addCaseFact(db, { caseId: audit.caseId, orderId, fact, value, ...from });
}
