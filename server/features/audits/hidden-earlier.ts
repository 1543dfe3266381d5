import { whatApplies } from '../../domain/forms/applies.js';
import { gaps } from '../../domain/forms/gaps.js';
import { isWritable } from '../../domain/audits/states.js';
import type { Db } from '../../platform/sqlite/open.js';
import { auditById, type Audit } from './audits.store.js';
import { filledAudit } from './filled-audit.js';
import { readsAgain } from './reaudits.store.js';

/** Whether a re-audit still lacks an answer: until the last is given, nothing of the earlier reading is shown with it. */
export function hiddenUntilAnswered(db: Db, audit: Audit): boolean {
  if (audit.begunAt === null) return true;
  if (!isWritable(audit.state)) return false;
  const { shown, settings } = filledAudit(db, audit);
  return gaps(shown, settings, whatApplies(shown)).some(({ kind }) => kind === 'unanswered' || kind === 'rows');
}

/** Whether this person reads an audit's weak answers again and has not given all of theirs: then it is closed to them. */
export function isBlindTo(db: Db, audit: Pick<Audit, 'id'>, person: number, today: string): boolean {
  const again = readsAgain(db, person, audit.id);
  const reading = again && auditById(db, again.id, { kind: 'mine', person }, today);
  return reading !== undefined && hiddenUntilAnswered(db, reading);
}
