import { isUnfinished } from '../../domain/audits/states.js';
import type { By } from '../../domain/by.js';
import { conflict, invalidField, notAllowed } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { reachOf } from '../../domain/rights.js';
import { moveAudit } from '../audits/audits.store.js';
import { openInspection } from './inspection-for.js';
import { inspectionById, moveInspection } from './inspections.store.js';
import { readingsOf, type Reading } from './readings.store.js';
import { whatStands } from './what-stands.js';

/** What stands in the way of closing, as sentences; what is not begun or half read is left out by closing itself. */
export function whatStopsClosing(readings: readonly Reading[]): string[] {
  const count = (state: Reading['state']) => readings.filter((one) => one.state === state).length;
  const [submitted, returned] = [count('submitted'), count('returned')];
  return [
    ...(submitted > 0
      ? [`${submitted} ${submitted === 1 ? 'reading is' : 'readings are'} submitted and not agreed.`]
      : []),
    ...(returned > 0 ? [`${returned} ${returned === 1 ? 'reading is' : 'readings are'} back with their readers.`] : []),
  ];
}

/**
 * The lead closes an inspection: readings that nobody finished are left out, what stands is written down, and from now on
 * nothing in it changes.
 */
export function closeInspection(db: Db, by: By, id: number, reason: string): void {
  const inspection = openInspection(db, by, id, 'inspections.lead');
  if (inspection.state !== 'running') throw conflict('Only an inspection that is under way can be closed.');
  const readings = readingsOf(db, id);
  const stops = whatStopsClosing(readings);
  if (stops.length > 0) throw notAllowed(`${stops.join(' ')} Agree them first.`);
  const unread = readings.filter(({ state }) => isUnfinished(state));
  if (unread.length > 0 && reason.trim() === '')
    throw invalidField('reason', 'Some cases were not read: say why they are left out.');
  for (const reading of unread)
    moveAudit(db, by, reading, 'withdrawn', { reason: `Not read when the inspection closed: ${reason.trim()}` });
  moveInspection(db, {
    id,
    to: 'closed',
    reason: reason.trim() || null,
    result: JSON.stringify(whatStands(db, inspection, by.today)),
    by: by.me?.id ?? null,
    now: by.now,
  });
  by.entry.about('inspections', id, { read: readings.length - unread.length, leftOut: unread.length });
}

/** The head of service reopens a closed inspection, with a reason. What stood at the closing is kept beside what comes. */
export function reopenInspection(db: Db, by: By, id: number, reason: string): void {
  const reach = by.me && reachOf(by.me, 'inspections.set-up');
  const inspection = reach && inspectionById(db, id, reach, by.today);
  if (!inspection) throw notAllowed('The head of service reopens an inspection.');
  if (inspection.state !== 'closed') throw conflict('This inspection is not closed.');
  if (reason.trim() === '') throw invalidField('reason', 'Say why it is reopened. The reason stays on record.');
  moveInspection(db, { id, to: 'running', reason: reason.trim(), result: null, by: by.me?.id ?? null, now: by.now });
  by.entry.about('inspections', id);
}
