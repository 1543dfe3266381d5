import type { By } from '../../domain/by.js';
import { standardsJudged } from '../../domain/inspections/frameworks.js';
import { invalid, invalidField, notFound, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { openInspection } from './inspection-for.js';
import { possibleOwners } from './leads.store.js';
import {
  addPreparation,
  preparationsOf,
  removePreparation,
  setPreparation,
  type Preparation,
} from './preparations.store.js';

export interface PreparationGiven {
  kind: string;
  standard: string;
  title: string;
  place: string;
  owner: number;
  dueOn: string | null;
}

/** Adds a task to the countdown, or a piece of evidence to the list. */
export function planPreparation(db: Db, by: By, id: number, given: PreparationGiven): number {
  const inspection = openInspection(db, by, id, 'inspections.lead');
  const { kind, dueOn, owner } = given;
  const standards = standardsJudged(inspection.framework, inspection.kind).map(({ key }) => key);
  const fault = (field: string, message: string): Fault => ({ field, at: null, message });
  const isEvidence = kind === 'evidence';
  const faults = [
    kind === 'task' || isEvidence ? null : fault('kind', 'Choose a task or a piece of evidence.'),
    given.title.trim() === '' ? fault('title', 'Say what it is.') : null,
    dueOn === null ? fault('due', 'Type the day by which it is there, for example 1 Dec 2026.') : null,
    given.standard === '' || standards.includes(given.standard)
      ? null
      : fault('standard', 'Choose a standard of the list.'),
    owner === 0 || possibleOwners(db, by.today).some((one) => one.id === owner)
      ? null
      : fault('owner', 'Choose a person.'),
  ].filter((found) => found !== null);
  if (faults.length > 0 || dueOn === null) throw invalid(faults);
  by.entry.about('inspections', id, { kind });
  return addPreparation(db, id, {
    kind: isEvidence ? 'evidence' : 'task',
    standard: given.standard || null,
    title: given.title.trim(),
    place: given.place.trim() || null,
    ownerId: owner || null,
    dueOn,
  });
}

export interface PreparationSet {
  state: string;
  place: string;
  owner: number;
  dueOn: string | null;
}

/** Says how far something is, who has it, where it is and until when. */
export function setPreparationTo(db: Db, by: By, id: number, preparation: number, given: PreparationSet): void {
  openInspection(db, by, id, 'inspections.lead');
  const found = preparationAsked(db, id, preparation);
  const state = states.find((one) => one === given.state);
  if (!state) throw invalidField('state', 'Choose how far it is.');
  if (given.dueOn === null) throw invalidField('due', 'Type the day by which it is there.');
  if (given.owner !== 0 && !possibleOwners(db, by.today).some((one) => one.id === given.owner))
    throw invalidField('owner', 'Choose a person.');
  setPreparation(db, found.id, {
    state,
    place: given.place.trim() || null,
    ownerId: given.owner || null,
    dueOn: given.dueOn,
  });
  by.entry.about('inspections', id, { preparation, state });
}

const states = ['open', 'done', 'missing'] as const;

export function dropPreparation(db: Db, by: By, id: number, preparation: number): void {
  openInspection(db, by, id, 'inspections.lead');
  removePreparation(db, preparationAsked(db, id, preparation).id, by.now);
  by.entry.about('inspections', id, { preparation });
}

export function preparationAsked(db: Db, id: number, preparation: number): Preparation {
  const found = preparationsOf(db, id).find((one) => one.id === preparation);
  if (!found) throw notFound();
  return found;
}
