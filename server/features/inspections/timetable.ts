import type { By } from '../../domain/by.js';
import { invalid, invalidField, notFound, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { isLead, openInspection } from './inspection-for.js';
import { mayDoSomething } from './people-here.js';
import { readingsOf } from './readings.store.js';
import { addSitting, isSittingKind, removeSitting, setNotes, sittingsOf } from './sittings.store.js';

/** What was typed, day and times already read: null where it is none. */
export interface SittingGiven {
  day: string | null;
  from: string | null;
  until: string | null;
  kind: string;
  title: string;
  place: string;
  person: number;
  /** A reading of this inspection, or 0. */
  reading: number;
}

/** Puts something into the timetable: who does what, when and where. */
export function planSitting(db: Db, by: By, id: number, given: SittingGiven): number {
  const inspection = openInspection(db, by, id, 'inspections.lead');
  const { day, from, until, kind, person } = given;
  const reading = readingsOf(db, id).find((one) => one.id === given.reading);
  const fault = (field: string, message: string): Fault => ({ field, at: null, message });
  const faults = [
    day === null || day < inspection.startsOn || day > inspection.endsOn
      ? fault('day', 'Choose a day of the inspection.')
      : null,
    from === null ? fault('begins', 'Type a time, for example 9:30.') : null,
    until === null || (from !== null && until <= from) ? fault('ends', 'Type a time after the beginning.') : null,
    isSittingKind(kind) ? null : fault('kind', 'Choose what it is.'),
    mayDoSomething(db, id, by.today, person) ? null : fault('person', 'Choose a person.'),
    (kind === 'reading' || kind === 'talk') && !reading ? fault('reading', 'Choose which case.') : null,
    given.title.trim() === '' && !reading ? fault('title', 'Say what it is, for example ‘Chair of the board’.') : null,
  ].filter((found) => found !== null);
  if (faults.length > 0 || !isSittingKind(kind)) throw invalid(faults);
  by.entry.about('inspections', id, { kind });
  return addSitting(db, id, {
    beginsAt: `${day ?? ''}T${from ?? ''}`,
    endsAt: `${day ?? ''}T${until ?? ''}`,
    kind,
    title: given.title.trim(),
    place: given.place.trim() || null,
    personId: person,
    auditId: reading?.id ?? null,
  });
}

/** Notes of an interview or a meeting: by whoever sits in it, or the lead. */
export function noteSitting(db: Db, by: By, id: number, sitting: number, notes: string): void {
  const inspection = openInspection(db, by, id, 'inspections.judge');
  const found = sittingsOf(db, id).find((one) => one.id === sitting);
  if (!found || !by.me || (found.personId !== by.me.id && !isLead(by.me, inspection))) throw notFound();
  if (notes.length > 10_000) throw invalidField('notes', 'Shorten the notes.');
  setNotes(db, sitting, notes.trim());
  by.entry.about('inspections', id, { sitting });
}

export function takeSittingOut(db: Db, by: By, id: number, sitting: number): void {
  openInspection(db, by, id, 'inspections.lead');
  if (!sittingsOf(db, id).some((one) => one.id === sitting)) throw notFound();
  removeSitting(db, sitting, by.now);
  by.entry.about('inspections', id, { sitting });
}
