import type { By } from '../../domain/by.js';
import { notAllowed, notFound } from '../../domain/problems.js';
import { reachOf } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { auditById } from './audits.store.js';
import { leavePlace, type Next } from './leave-place.js';

/** A team lead or the head takes an unfinished audit out of its sample; the next in the reserve takes its place. */
export function withdrawAudit(db: Db, by: By, id: number, given: { code: string; reason: string }): Next {
  const reach = by.me && reachOf(by.me, 'audits.withdraw');
  if (!by.me || !reach) throw notAllowed('A team lead or the head of service withdraws an audit.');
  const audit = auditById(db, id, reach, by.today);
  if (!audit) throw notFound();
  const leads = audit.teamId !== null && by.me.teamsLed.includes(audit.teamId);
  if (reach.kind === 'mine' && !leads) throw notAllowed('The lead of the case’s team withdraws this audit.');
  return leavePlace(db, by, audit, given.code, given.reason);
}
