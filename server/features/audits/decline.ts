import type { By } from '../../domain/by.js';
import type { Db } from '../../platform/sqlite/open.js';
import { leavePlace, type Next } from './leave-place.js';
import { ownAudit } from './own-audit.js';

/** 'I can't audit this one': the auditor gives a case back, with the reason, and the next in the reserve takes its place. */
export function declineAudit(db: Db, by: By, id: number, given: { code: string; reason: string }): Next {
  return leavePlace(db, by, ownAudit(db, by, id), given.code, given.reason);
}
