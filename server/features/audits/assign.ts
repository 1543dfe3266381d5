import type { By } from '../../domain/by.js';
import { notAllowed } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { addAudit, type NewAudit } from './audits.store.js';
import { addMove } from './moves.store.js';
import { notify } from './notices.store.js';
import { isOwnCase } from './own-case.store.js';

/** Gives a case to an auditor. The practitioner is told at once, and so is the auditor. */
export function assignAudit(db: Db, by: By, audit: NewAudit): number {
  refuseOwnCase(db, audit.caseId, audit.practitioner, audit.auditor);
  const id = addAudit(db, audit);
  addMove(db, {
    audit: id,
    from: null,
    to: 'assigned',
    auditor: audit.auditor,
    reason: null,
    by: by.me?.id ?? null,
    at: by.now,
  });
  const told = audit.inspection?.reading !== 'second';
  if (audit.practitioner !== null && told)
    notify(db, { person: audit.practitioner, kind: 'selected', audit: id, now: by.now });
  notify(db, { person: audit.auditor, kind: 'assigned', audit: id, now: by.now });
  return id;
}

/** Nobody audits their own case: now, at the draw or earlier. */
export function refuseOwnCase(db: Db, caseId: number | null, practitioner: number | null, auditor: number): void {
  if (practitioner === auditor || isOwnCase(db, caseId, auditor)) {
    throw notAllowed('Nobody audits their own case. Choose another auditor.');
  }
}
