import { isWritable, mayWrite } from '../../domain/audits/states.js';
import type { By } from '../../domain/by.js';
import { conflict, notAllowed, notFound } from '../../domain/problems.js';
import type { FormDocument } from '../../domain/forms/document.js';
import type { Db } from '../../platform/sqlite/open.js';
import { formVersion } from '../forms/forms.store.js';
import { auditById, type Audit } from './audits.store.js';

/** The audit that somebody carries out; for anybody else it does not exist. */
export function ownAudit(db: Db, by: { me: By['me']; today: string }, id: number): Audit {
  if (!by.me) throw notAllowed('Only somebody who is signed in carries out an audit.');
  const audit = auditById(db, id, { kind: 'mine', person: by.me.id }, by.today);
  if (!audit || audit.auditorId !== by.me.id) throw notFound();
  return audit;
}

/** An audit that its auditor may write in now. */
export interface Writing {
  audit: Audit;
  person: number;
  form: FormDocument;
}

export function openForWriting(db: Db, by: By, id: number): Writing {
  const audit = ownAudit(db, by, id);
  if (!mayWrite(audit, audit.auditorId)) throw conflict(whyNot(audit));
  return { audit, person: audit.auditorId, form: formVersion(db, audit.formVersionId).document };
}

function whyNot(audit: Audit): string {
  if (audit.state === 'assigned') return 'This audit has not been begun.';
  if (audit.state === 'withdrawn') return 'This audit was withdrawn, so nothing more is kept in it.';
  return isWritable(audit.state) ? '' : 'This audit is submitted, so its answers can’t be changed.';
}
