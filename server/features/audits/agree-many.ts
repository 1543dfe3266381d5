import { subjectName } from '../../domain/audits/subject.js';
import type { By } from '../../domain/by.js';
import { invalid, invalidField, notAllowed, Problem, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { formVersion } from '../forms/forms.store.js';
import { agreeAudit } from './agree.js';
import { auditForAct } from './audit-for-act.js';
import type { Audit } from './audits.store.js';

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
    const audit = auditForAct(db, by, 'audits.agree', id);
    try {
      agreeOne(db, by, audit, reasons[id] ?? null);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      faults.push({
        field: `audit-${id}`,
        at: null,
        message: `${subjectName(audit)}: ${problem.message}`,
      });
    }
  }
  if (faults.length > 0) throw invalid(faults);
  by.entry.about('audits', audits[0] ?? 0, { agreed: audits.length });
}

function agreeOne(db: Db, by: By, audit: Audit, noActionReason: string | null): void {
  if (formVersion(db, audit.formVersionId).document.agreement !== 'light') {
    throw notAllowed('An audit on this form is agreed on its own page.');
  }
  agreeAudit(db, by, audit.id, { noActionReason });
}
