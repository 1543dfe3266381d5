import { whyNotAgreer } from '../../domain/audits/may-agree.js';
import type { By } from '../../domain/by.js';
import { invalidField, notAllowed } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { formVersion } from '../forms/forms.store.js';
import { actor, auditForAct } from './audit-for-act.js';
import { moveAudit } from './audits.store.js';
import { notify } from './notices.store.js';
import { addReturn } from './returns.store.js';

/** Items to look at again; without an item the reason is about the whole. */
export interface SentBack {
  items: readonly { item: string | null; reason: string }[];
}

/** Whoever would agree an audit sends it back instead, item by item with a reason. */
export function returnAudit(db: Db, by: By, id: number, { items }: SentBack): void {
  const audit = auditForAct(db, by, 'audits.return', id);
  const why = whyNotAgreer(actor(by), audit);
  if (why) throw notAllowed(why);
  if (audit.state !== 'submitted') throw notAllowed('Only an audit that is submitted can be sent back.');
  const given = items.filter(({ reason }) => reason.trim() !== '');
  if (given.length === 0) throw invalidField('reason-1', 'Say what the auditor should look at again, and why.');
  const asked = new Set(
    formVersion(db, audit.formVersionId).document.sections.flatMap((s) => s.items.map((i) => i.key)),
  );
  given.forEach(({ item, reason }) => {
    if (item !== null && !asked.has(item)) throw invalidField('item-1', 'Choose one of the questions of this form.');
    addReturn(db, { audit: id, item, reason: reason.trim(), by: actor(by).id, now: by.now });
  });
  by.entry.about('audits', id, { items: given.length });
  moveAudit(db, by, audit, 'returned', { reason: 'Sent back' });
  notify(db, { person: audit.auditorId, kind: 'returned', audit: id, now: by.now });
}
