import type { ToAgree } from '../../domain/audits/may-agree.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actionsOfAudit } from '../actions/actions.store.js';
import { formVersion } from '../forms/forms.store.js';
import type { Audit } from './audits.store.js';
import { pointsOf } from './fact-points.store.js';
import { auditResult } from './results.store.js';

/** All that the rules of agreement look at. */
export function toAgree(db: Db, audit: Audit): ToAgree {
  const result = auditResult(db, audit.id);
  return {
    ...audit,
    agreement: formVersion(db, audit.formVersionId).document.agreement,
    pointsOpen: pointsOf(db, audit.id).filter((point) => point.outcome === null).length,
    ownGrade: result?.ownGrade ?? null,
    computedGrade: result?.computedGrade ?? null,
    actions: actionsOfAudit(db, audit.id).filter((action) => action.state !== 'dropped').length,
  };
}
