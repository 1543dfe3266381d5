import type { By } from '../../domain/by.js';
import { calendarDaysBetween } from '../../domain/calendar/days.js';
import { countdown } from '../../domain/inspections/countdown.js';
import { isFramework, isKind } from '../../domain/inspections/frameworks.js';
import { invalid, notFound, type Fault } from '../../domain/problems.js';
import { reachOf } from '../../domain/rights.js';
import { rulesVersion } from '../../domain/ratings/rules-version.js';
import type { Db } from '../../platform/sqlite/open.js';
import { moveInspectorRoles } from '../people/roles.store.js';
import { dayAfter } from './invite.js';
import { openInspection } from './inspection-for.js';
import { addInspection, changeInspection, moveInspection, type Changes } from './inspections.store.js';
import { possibleLeads } from './leads.store.js';
import { addPreparation } from './preparations.store.js';
import { readersOf } from './readers.store.js';

/** What was typed, dates already read: null where it is no date. */
export interface SetUp {
  name: string;
  purpose: string;
  startsOn: string | null;
  endsOn: string | null;
  accessUntil: string | null;
  lead: number;
}

const longestDays = 31;
const longestAccess = 60;

/** Sets up an inspection, with the countdown to it as tasks without owners. */
export function setUpInspection(db: Db, by: By, given: SetUp & { framework: string; kind: string }): number {
  if (by.me && !reachOf(by.me, 'inspections.set-up')) throw notFound();
  const { framework, kind } = given;
  const leads = possibleLeads(db, by.today).map(({ id }) => id);
  const { changes, faults } = read(given, leads);
  if (!isFramework(framework)) faults.push(fault('framework', 'Choose a framework.'));
  if (!isKind(kind)) faults.push(fault('kind', 'Choose what is looked at.'));
  if (!changes || !isFramework(framework) || !isKind(kind) || faults.length > 0) throw invalid(faults);
  const id = addInspection(db, { ...changes, framework, kind, rulesVersion, by: by.me?.id ?? null, now: by.now });
  moveInspection(db, { id, to: 'prepared', reason: null, result: null, by: by.me?.id ?? null, now: by.now });
  for (const { title, dueOn } of countdown(framework, changes.startsOn))
    addPreparation(db, id, { kind: 'task', standard: null, title, place: null, ownerId: null, dueOn });
  by.entry.about('inspections', id, { framework, kind });
  return id;
}

/** Changes dates, lead or purpose; accounts of visiting inspectors end with the new day. */
export function changeSetUp(db: Db, by: By, id: number, given: SetUp): void {
  const inspection = openInspection(db, by, id, 'inspections.set-up');
  const leads = [...possibleLeads(db, by.today), ...readersOf(db, id)].map((person) => person.id);
  const { changes, faults } = read(given, [...leads, inspection.leadId]);
  if (!changes || faults.length > 0) throw invalid(faults);
  changeInspection(db, id, changes);
  moveInspectorRoles(db, { inspection: id, person: null, until: dayAfter(changes.accessUntil), today: by.today });
  by.entry.about('inspections', id, { lead: changes.leadId });
}

const fault = (field: string, message: string): Fault => ({ field, at: null, message });

function read(given: SetUp, leads: readonly number[]): { changes: Changes | null; faults: Fault[] } {
  const { startsOn, endsOn, accessUntil, lead } = given;
  const [name, purpose] = [given.name.trim(), given.purpose.trim()];
  const faults = [
    name === '' ? fault('name', 'Give the inspection a name, for example ‘Mock inspection, December 2026’.') : null,
    startsOn === null ? fault('starts', 'Type the first day, for example 7 Dec 2026.') : null,
    endsOn === null ? fault('ends', 'Type the last day, for example 8 Dec 2026.') : null,
    accessUntil === null ? fault('access', 'Type the last day on which visiting inspectors get in.') : null,
    startsOn && endsOn && endsOn < startsOn ? fault('ends', 'The last day comes before the first.') : null,
    startsOn && endsOn && calendarDaysBetween(startsOn, endsOn) > longestDays
      ? fault('ends', 'This is more than a month. Check the dates.')
      : null,
    endsOn && accessUntil && accessUntil < endsOn
      ? fault('access', 'Access can’t end before the inspection does.')
      : null,
    endsOn && accessUntil && calendarDaysBetween(endsOn, accessUntil) > longestAccess
      ? fault('access', 'This is more than two months after the end. Choose an earlier day.')
      : null,
    leads.includes(lead) ? null : fault('lead', 'Choose who leads it.'),
    purpose === ''
      ? fault('purpose', 'Say what it is for and who will see what. It is printed on the opening page.')
      : null,
  ].filter((found) => found !== null);
  if (!startsOn || !endsOn || !accessUntil) return { changes: null, faults };
  return { changes: { name, purpose, startsOn, endsOn, accessUntil, leadId: lead }, faults };
}
