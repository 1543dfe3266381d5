import { whatStopsAgreement, whyNotAgreer } from '../../domain/audits/may-agree.js';
import { needsActions } from '../../domain/audits/needs-actions.js';
import type { By } from '../../domain/by.js';
import { invalid, notAllowed } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actor, auditForAct } from './audit-for-act.js';
import { moveAudit, type Audit } from './audits.store.js';
import { notify } from './notices.store.js';
import { scoreAgain } from './score-again.js';
import { toAgree } from './to-agree.js';

/**
 * The lead of the case's team, or the head, agrees an audit: from now on it counts and never changes. It is scored once
 * more, so that the reasons for lateness are those accepted on the day of agreement.
 */
export function agreeAudit(db: Db, by: By, id: number, { noActionReason }: { noActionReason: string | null }): void {
  const audit = auditForAct(db, by, 'audits.agree', id);
  const now = toAgree(db, audit);
  const why = whyNotAgreer(actor(by), now);
  if (why) throw notAllowed(why);
  const reason = noActionReason?.trim() ?? '';
  const stops = whatStopsAgreement(now, reason, by.today);
  const field = needsActions(now.ownGrade, now.computedGrade) && now.actions === 0 ? 'noActionReason' : null;
  if (stops.length > 0) throw invalid(stops.map((message) => ({ field, at: null, message })));
  by.entry.about('audits', id, { actions: now.actions });
  scoreAgain(db, audit);
  moveAudit(db, by, audit, 'agreed', {
    set: {
      agreedOn: by.today,
      agreedAt: by.now,
      agreedBy: actor(by).id,
      noActionReason: now.actions === 0 && reason !== '' ? reason : null,
    },
  });
  tell(db, by, audit);
}

function tell(db: Db, by: By, audit: Audit): void {
  const people = new Set([audit.practitionerId, audit.workOfId, audit.auditorId]);
  for (const person of people) {
    if (person !== null) notify(db, { person, kind: 'agreed', audit: audit.id, now: by.now });
  }
}
