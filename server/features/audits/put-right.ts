import { whyNotPutRight } from '../../domain/audits/fact-points.js';
import type { By } from '../../domain/by.js';
import { invalidField, notAllowed } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { formVersion } from '../forms/forms.store.js';
import { actor, auditForAct } from './audit-for-act.js';
import { addPoint } from './fact-points.store.js';

/** The practitioner says what is wrong, at one question or about the whole; the auditor answers. */
export function putRight(db: Db, by: By, id: number, point: { item: string | null; said: string }): number {
  const audit = auditForAct(db, by, 'audits.put-right', id);
  const form = formVersion(db, audit.formVersionId).document;
  const why = whyNotPutRight({ ...audit, agreement: form.agreement }, actor(by).id, by.today);
  if (why) throw notAllowed(why);
  const said = point.said.trim();
  if (said === '') throw invalidField('said', 'Say what is wrong, and where the file shows it.');
  const asked = form.sections.some((section) => section.items.some((item) => item.key === point.item));
  if (point.item !== null && !asked) throw invalidField('item', 'Choose one of the questions of this form.');
  by.entry.about('audits', id, { item: point.item });
  return addPoint(db, { audit: id, item: point.item, said, by: actor(by).id, now: by.now });
}
