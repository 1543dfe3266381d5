import type { Db } from '../../platform/sqlite/open.js';
import { formVersion } from '../forms/forms.store.js';
import { formVersionOfAudit } from './subject.store.js';

/** The wording of the question at which a concern was raised, in the version of the form that the audit has. */
export function questionOf(db: Db, auditId: number | null, itemKey: string | null): string | null {
  if (auditId === null || itemKey === null) return null;
  const version = formVersionOfAudit(db, auditId);
  if (version === null) return null;
  const items = formVersion(db, version).document.sections.flatMap((section) => section.items);
  return items.find((item) => item.key === itemKey)?.question ?? null;
}
