import type { By } from '../../domain/by.js';
import { conflict, invalidField, notAllowed, notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actor } from '../audits/audit-for-act.js';
import { auditById, moveAudit, type Audit } from '../audits/audits.store.js';
import { notify } from '../audits/notices.store.js';
import { addReturn } from '../audits/returns.store.js';
import { scoreAgain } from '../audits/score-again.js';
import { openInspection } from './inspection-for.js';
import { unsettledOf } from './settle.js';

/** A reading of an inspection that is open to whoever leads it. */
export function readingToLead(db: Db, by: By, inspection: number, id: number): Audit {
  openInspection(db, by, inspection, 'inspections.lead');
  const audit = auditById(db, id, { kind: 'all' }, by.today);
  if (audit?.inspectionId !== inspection) throw notFound();
  return audit;
}

/**
 * The lead agrees a reading: from now on it stays as it is, and its practitioner may read it. One of two is agreed when
 * every difference between them is settled. Nobody agrees what they read themselves.
 */
export function agreeReading(db: Db, by: By, inspection: number, id: number): void {
  const audit = readingToLead(db, by, inspection, id);
  if (audit.auditorId === actor(by).id) throw notAllowed('You read this case: the head of service agrees the reading.');
  if (audit.state !== 'submitted') throw conflict('Only a reading that is submitted can be agreed.');
  if (audit.reading !== 'only' && unsettledOf(db, inspection, audit).length > 0)
    throw notAllowed('Two people read this case. Settle where they differ first.');
  scoreAgain(db, audit);
  moveAudit(db, by, audit, 'agreed', { set: { agreedOn: by.today, agreedAt: by.now, agreedBy: actor(by).id } });
  notify(db, { person: audit.auditorId, kind: 'agreed', audit: id, now: by.now });
  if (audit.practitionerId !== null && audit.reading !== 'second')
    notify(db, { person: audit.practitionerId, kind: 'agreed', audit: id, now: by.now });
  by.entry.about('audits', id, { inspection });
}

/** The lead sends a reading back with what to look at again. */
export function sendReadingBack(db: Db, by: By, inspection: number, id: number, reason: string): void {
  const audit = readingToLead(db, by, inspection, id);
  if (audit.state !== 'submitted') throw conflict('Only a reading that is submitted can be sent back.');
  if (reason.trim() === '') throw invalidField('back', 'Say what the reader should look at again, and why.');
  addReturn(db, { audit: id, item: null, reason: reason.trim(), by: actor(by).id, now: by.now });
  moveAudit(db, by, audit, 'returned', { reason: 'Sent back' });
  notify(db, { person: audit.auditorId, kind: 'returned', audit: id, now: by.now });
  by.entry.about('audits', id, { inspection });
}
