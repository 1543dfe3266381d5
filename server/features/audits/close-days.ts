import { factDaysOver, type DaysClosed } from '../../domain/audits/fact-days.js';
import { isOwnWork } from '../../domain/audits/fact-points.js';
import type { By } from '../../domain/by.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { parseDate } from '../../domain/calendar/parse-date.js';
import { invalid, invalidField, notAllowed, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actor, auditForAct } from './audit-for-act.js';
import { setAudit, type Audit } from './audits.store.js';
import { addPoint, replyToPoint } from './fact-points.store.js';
import { handOverNotices } from './notices.store.js';

/** How the days ended: `on` as it was typed; `added` is what the practitioner said in the room. */
export type Closing =
  | { how: 'nothing-to-put-right' }
  | { how: 'read-together'; on: string; withWhom: string; added: string }
  | { how: 'given-on-paper'; on: string };

/** The practitioner's five working days end early: they have nothing to put right, or somebody records that they had it. */
export function closeDays(db: Db, by: By, id: number, closing: Closing): void {
  const own = closing.how === 'nothing-to-put-right';
  const audit = auditForAct(db, by, own ? 'audits.put-right' : 'audits.close-days', id);
  if (isOwnWork(audit, actor(by).id) !== own) {
    throw notAllowed(own ? 'Whoever did the work says this.' : 'Somebody other than the practitioner records this.');
  }
  if (audit.state !== 'submitted') throw notAllowed('The days to put facts right run while an audit is submitted.');
  if (factDaysOver(audit, by.today)) throw notAllowed('The days to put facts right are over already.');
  by.entry.about('audits', id, { how: closing.how });
  if (closing.how === 'nothing-to-put-right') {
    close(db, by, id, closing.how, by.today, null);
    return;
  }
  const on = dayBetween(audit, closing.on, by.today);
  if (closing.how === 'given-on-paper') {
    const person = audit.workOfId ?? audit.practitionerId;
    if (person !== null) handOverNotices(db, person, id, actor(by).id, by.now);
    close(db, by, id, closing.how, on, null);
    return;
  }
  if (closing.withWhom.trim() === '') throw invalidField('withWhom', 'Say who was there.');
  close(db, by, id, closing.how, on, closing.withWhom.trim());
  if (closing.added.trim() !== '') keepAdded(db, by, audit, closing.added.trim());
}

function close(db: Db, by: By, id: number, how: DaysClosed, on: string, withWhom: string | null): void {
  setAudit(db, id, { factsClosed: how, factsClosedOn: on, factsClosedBy: actor(by).id, factsClosedWith: withWhom });
}

function dayBetween(audit: Audit, typed: string, today: string): string {
  const day = parseDate(typed);
  const submitted = londonDate(audit.submittedAt ?? '');
  const faults: Fault[] = [];
  if (day === null) faults.push({ field: 'on', at: null, message: 'Give the day, for example 24 Nov 2026.' });
  else if (day > today) faults.push({ field: 'on', at: null, message: 'Give a day that has come.' });
  else if (day < submitted) faults.push({ field: 'on', at: null, message: 'Give a day on or after the submission.' });
  if (day === null || faults.length > 0) throw invalid(faults);
  return day;
}

/** What was said in the room needs no answer: it stands beside the audit. */
function keepAdded(db: Db, by: By, audit: Audit, said: string): void {
  const whose = audit.workOfId ?? audit.practitionerId ?? actor(by).id;
  const point = addPoint(db, { audit: audit.id, item: null, said, by: whose, now: by.now });
  const reply = 'Said when the audit was read together.';
  replyToPoint(db, { point, outcome: 'noted', reply, by: actor(by).id, now: by.now });
}
