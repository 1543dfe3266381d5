import { isUnfinished, type State } from '../../domain/audits/states.js';
import type { By } from '../../domain/by.js';
import { conflict, invalidField } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { moveAudit, setAudit } from '../audits/audits.store.js';
import { leavePlace, type Next } from '../audits/leave-place.js';
import { addMove } from '../audits/moves.store.js';
import { notify } from '../audits/notices.store.js';
import { readingToLead } from './agree-reading.js';
import { readersWhoMayTake } from './readers-who-may-take.js';

/** Gives a reading to another reader, as when somebody falls ill. What is answered stays, with its author. */
export function giveReadingTo(
  db: Db,
  by: By,
  inspection: number,
  id: number,
  given: { to: number; reason: string },
): void {
  const audit = readingToLead(db, by, inspection, id);
  if (!mayChangeHands(audit.state)) throw conflict('This reading is submitted or withdrawn already.');
  if (!readersWhoMayTake(db, audit, inspection, by.today).some((reader) => reader.id === given.to))
    throw invalidField('to', 'Choose a reader of the list.');
  if (given.reason.trim() === '') throw invalidField('why', 'Say in a few words why.');
  const reason = given.reason.trim();
  if (audit.state === 'returned') handOn(db, by, id, given.to, reason);
  else moveAudit(db, by, audit, 'assigned', { reason, set: { auditorId: given.to } });
  notify(db, { person: given.to, kind: 'assigned', audit: id, now: by.now });
  by.entry.about('audits', id, { from: audit.auditorId, to: given.to });
}

/** Until it is in; one that was sent back too, so that nobody who is ill holds it up. */
export const mayChangeHands = (state: State): boolean => isUnfinished(state) || state === 'returned';

/** What was sent back stays sent back, with another reader. */
function handOn(db: Db, by: By, id: number, to: number, reason: string): void {
  setAudit(db, id, { auditorId: to });
  addMove(db, { audit: id, from: 'returned', to: 'returned', auditor: to, reason, by: by.me?.id ?? null, at: by.now });
}

/** A case leaves the inspection, withdrawn or not eligible: the next of the draw takes its place. */
export function takeReadingOut(
  db: Db,
  by: By,
  inspection: number,
  id: number,
  given: { code: string; reason: string },
): Next {
  return leavePlace(db, by, readingToLead(db, by, inspection, id), given.code, given.reason);
}
