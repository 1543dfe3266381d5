import type { By } from '../../domain/by.js';
import { addDays } from '../../domain/calendar/days.js';
import { conflict, invalidField, notFound } from '../../domain/problems.js';
import { nameFault, tidyName } from '../../domain/people/person-name.js';
import type { Db } from '../../platform/sqlite/open.js';
import { addPerson } from '../people/people.store.js';
import { giveInspectorRole, moveInspectorRoles } from '../people/roles.store.js';
import { addInvitation } from '../sign-in/invitations.store.js';
import { endSessionsOf } from '../sign-in/sessions.store.js';
import { openInspection } from './inspection-for.js';
import type { Inspection } from './inspections.store.js';
import { possibleReaders } from './leads.store.js';
import { addReader, endReader, readersOf } from './readers.store.js';

/** A link goes out after so many days, or with the access if that is sooner. */
const linkDays = 14;

/**
 * Invites somebody from outside to read cases: a person of their own, with no other role, whose access ends by itself.
 * @returns the token of a link that works once
 */
export function inviteInspector(
  db: Db,
  by: By,
  id: number,
  given: { name: string; fromService: string },
): { person: number; token: string } {
  const inspection = openInspection(db, by, id, 'inspections.lead');
  const name = tidyName(given.name);
  const fault = nameFault(name);
  if (fault) throw invalidField('name', fault);
  if (inspection.accessUntil < by.today)
    throw invalidField('name', 'Access to this inspection has ended. Move its last day first.');
  const person = addPerson(db, name, by.now);
  giveInspectorRole(db, {
    person,
    inspection: id,
    from: by.today,
    until: dayAfter(inspection.accessUntil),
    by: by.me?.id ?? null,
  });
  const fromService = given.fromService.trim() || null;
  addReader(db, { inspection: id, person, kind: 'visiting', fromService, now: by.now });
  by.entry.about('inspections', id, { person });
  return { person, token: linkFor(db, by, person, inspection) };
}

/** A new link, for somebody who did not use theirs or lost the password; the earlier one stops working. */
export function linkAnew(db: Db, by: By, id: number, person: number): string {
  const inspection = openInspection(db, by, id, 'inspections.lead');
  const reader = readersOf(db, id).find((one) => one.id === person);
  if (reader?.kind !== 'visiting' || reader.endedAt !== null) throw notFound();
  if (inspection.accessUntil < by.today)
    throw conflict('Access to this inspection has ended. Move its last day first.');
  by.entry.about('inspections', id, { person });
  return linkFor(db, by, person, inspection);
}

/** An auditor of the service who reads for this inspection too. */
export function addOwnReader(db: Db, by: By, id: number, person: number): void {
  openInspection(db, by, id, 'inspections.lead');
  if (!possibleReaders(db, by.today).some((one) => one.id === person))
    throw invalidField('person', 'Choose an auditor of the list.');
  addReader(db, { inspection: id, person, kind: 'own', fromService: null, now: by.now });
  by.entry.about('inspections', id, { person });
}

/** Somebody reads no more: from outside the access ends at once. What they hold is given to others first. */
export function endReading(db: Db, by: By, id: number, person: number, reason: string): void {
  openInspection(db, by, id, 'inspections.lead');
  const reader = readersOf(db, id).find((one) => one.id === person && one.endedAt === null);
  if (!reader) throw notFound();
  if (reason.trim() === '') throw invalidField('reason', 'Say in a few words why.');
  if (reader.holds > 0)
    throw invalidField('reason', `${reader.name} holds ${reader.holds} readings. Give them to others first.`);
  endReader(db, { inspection: id, person, now: by.now, reason: reason.trim() });
  if (reader.kind === 'visiting') {
    moveInspectorRoles(db, { inspection: id, person, until: by.today, today: by.today });
    endSessionsOf(db, person);
  }
  by.entry.about('inspections', id, { person });
}

/** The first day without access. */
export const dayAfter = (accessUntil: string): string => addDays(accessUntil, 1);

function linkFor(db: Db, by: By, person: number, inspection: Inspection): string {
  const [days, access] = [addDays(by.today, linkDays), dayAfter(inspection.accessUntil)];
  const expiresAt = `${days < access ? days : access}T00:00:00.000Z`;
  return addInvitation(db, { person, by: by.me?.id ?? null, now: by.now, expiresAt, random: by.random });
}
