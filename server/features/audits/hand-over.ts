import { isUnfinished } from '../../domain/audits/states.js';
import type { By } from '../../domain/by.js';
import { conflict, invalidField, notAllowed, notFound } from '../../domain/problems.js';
import { reachOf } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { readersWhoMayTake } from '../inspections/readers-who-may-take.js';
import { auditors } from '../samples/auditors.store.js';
import { auditById, moveAudit, type Audit } from './audits.store.js';
import { notify } from './notices.store.js';
import { barredFromReaudit } from './reaudits.store.js';
import { isOwnCase } from './own-case.store.js';

/** Hands an unfinished audit to another auditor, with a reason. Each answer keeps its author. */
export function handOver(db: Db, by: By, id: number, given: { to: number; reason: string }): void {
  const audit = auditToHandOver(db, by, id);
  if (!isUnfinished(audit.state)) throw conflict('This audit is submitted or withdrawn already.');
  if (!mayTake(db, audit, by.today).some((person) => person.id === given.to)) {
    throw invalidField('to', 'Choose an auditor who has nothing to do with the case.');
  }
  if (given.reason.trim() === '') throw invalidField('reason', 'Say in a few words why.');
  moveAudit(db, by, audit, 'assigned', { reason: given.reason.trim(), set: { auditorId: given.to } });
  notify(db, { person: given.to, kind: 'assigned', audit: id, now: by.now });
  by.entry.about('audits', id, { from: audit.auditorId, to: given.to });
}

/** The auditor hands over their own, a team lead those of the team, the head any. */
export function auditToHandOver(db: Db, by: Pick<By, 'me' | 'today'>, id: number): Audit {
  const reach = by.me && reachOf(by.me, 'audits.hand-over');
  if (!by.me || !reach) throw notAllowed('The auditor, a team lead or the head of service hands an audit over.');
  const audit = auditById(db, id, reach, by.today);
  if (!audit) throw notFound();
  const leads = audit.teamId !== null && by.me.teamsLed.includes(audit.teamId);
  if (reach.kind === 'mine' && audit.auditorId !== by.me.id && !leads) {
    throw notAllowed('The auditor or the lead of the case’s team hands this audit over.');
  }
  return audit;
}

/** Auditors who can take it: not the one who has it, and never somebody whose own case it is. */
export function mayTake(db: Db, audit: Audit, today: string): { id: number; name: string; holds: number }[] {
  if (audit.inspectionId !== null) return readersWhoMayTake(db, audit, audit.inspectionId, today);
  const barred = audit.reauditOf === null ? [] : barredFromReaudit(db, audit.reauditOf);
  return auditors(db, today).filter(
    ({ id }) =>
      id !== audit.auditorId && id !== audit.practitionerId && !barred.includes(id) && !isOwnCase(db, audit.caseId, id),
  );
}
