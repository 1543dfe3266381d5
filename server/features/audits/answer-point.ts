import { outcomesFor, type PointOutcome } from '../../domain/audits/fact-points.js';
import type { By } from '../../domain/by.js';
import { conflict, invalidField, notAllowed, notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actor, auditForAct } from './audit-for-act.js';
import { moveAudit, type Audit } from './audits.store.js';
import { pointsOf, replyToPoint } from './fact-points.store.js';
import { notify } from './notices.store.js';
import { addReturn } from './returns.store.js';

interface Reply {
  outcome: PointOutcome;
  reply: string;
}

/**
 * The auditor answers a point. Where the practitioner is right the audit is the auditor's to change again, at that
 * question: it is submitted anew, scored anew and read anew, as after any other change.
 */
export function answerPoint(db: Db, by: By, id: number, pointId: number, { outcome, reply }: Reply): void {
  const audit = auditForAct(db, by, 'audits.answer-points', id);
  const auditor = actor(by).id;
  if (audit.auditorId !== auditor) throw notAllowed('The auditor answers what the practitioner put right.');
  const point = pointsOf(db, id).find((p) => p.id === pointId);
  if (!point) throw notFound();
  if (point.outcome !== null) throw conflict('This point is answered already.');
  const field = `reply-${pointId}`;
  if (!outcomesFor(audit.state).includes(outcome)) throw invalidField(`outcome-${pointId}`, 'Choose what comes of it.');
  if (reply.trim() === '') throw invalidField(field, 'Say in a sentence what you looked at and what you found.');
  by.entry.about('audits', id, { point: pointId, outcome });
  replyToPoint(db, { point: pointId, outcome, reply: reply.trim(), by: auditor, now: by.now });
  notify(db, { person: point.by, kind: 'reply', audit: id, now: by.now });
  if (outcome === 'changed') takeBack(db, by, audit, point.item);
}

function takeBack(db: Db, by: By, audit: Audit, item: string | null): void {
  const reason = 'The practitioner put a fact right here.';
  addReturn(db, { audit: audit.id, item, reason, by: audit.auditorId, now: by.now });
  if (audit.state === 'submitted') moveAudit(db, by, audit, 'returned', { reason });
}
