import type { By } from '../../domain/by.js';
import { invalid, invalidField, notAllowed, Problem, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { formVersion } from '../forms/forms.store.js';
import { agreeAudit } from './agree.js';
import { auditForAct } from './audit-for-act.js';

interface Many {
  audits: readonly number[];
  /** Why there is no action, by audit. */
  reasons: Readonly<Record<number, string>>;
}

/** Agrees many light audits at once, all or none; each by the same rules as one alone. */
export function agreeMany(db: Db, by: By, { audits, reasons }: Many): void {
  if (audits.length === 0) throw invalidField('audits', 'Tick the audits that you agree.');
  const faults: Fault[] = [];
  for (const id of audits) {
    try {
      agreeOne(db, by, id, reasons[id] ?? null);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      faults.push({ field: `reason-${id}`, at: null, message: problem.message });
    }
  }
  if (faults.length > 0) throw invalid(faults);
  by.entry.about('audits', audits[0] ?? 0, { agreed: audits.length });
}

function agreeOne(db: Db, by: By, id: number, noActionReason: string | null): void {
  const audit = auditForAct(db, by, 'audits.agree', id);
  if (formVersion(db, audit.formVersionId).document.agreement !== 'light') {
    throw notAllowed(`The audit of ${audit.reference ?? 'this case'} is agreed on its own page.`);
  }
  agreeAudit(db, by, id, { noActionReason });
}
