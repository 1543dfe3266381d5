import { factKinds } from '../../domain/audits/correctable.js';
import type { By } from '../../domain/by.js';
import { invalidField, notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { correctFact, factsOf } from './facts.store.js';
import { openForWriting } from './own-audit.js';

/**
 * Keeps what the auditor found where the register is wrong: it holds for this audit, and is listed for whoever keeps
 * the register. The register itself is not changed.
 * @param typed as it was typed; empty says that nothing is known
 */
export function correctFactOf(db: Db, by: By, auditId: number, fact: string, typed: string): boolean {
  const { audit, person } = openForWriting(db, by, auditId);
  const kind = factKinds[fact];
  if (!kind || (kind.hidden && audit.levelsShownAt === null)) throw notFound('There is no such fact.');
  const value = typed.trim() === '' ? null : kind.read(typed);
  if (value === undefined) throw invalidField(fact, kind.message);
  const now = factsOf(db, auditId).find((one) => one.fact === fact);
  if (!now || now.value === value) return false;
  correctFact(db, { audit: auditId, fact, value, by: person, at: by.now });
  return true;
}
