import type { By } from '../../domain/by.js';
import { invalid, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { personById } from '../people/people.store.js';
import { addAction, type NewAction } from './actions.store.js';

/** Makes an action: what will change, who does it by when, and what good will look like. */
export function makeAction(db: Db, by: By, action: NewAction): number {
  const faults = actionFaults(db, by, action);
  if (faults.length > 0) throw invalid(faults);
  const wording = action.wording.trim();
  const goodLooksLike = action.goodLooksLike.trim();
  const id = addAction(db, { ...action, wording, goodLooksLike, by: by.me?.id ?? null, now: by.now });
  by.entry.about('actions', id, { about: action.about, audit: action.audit });
  return id;
}

/** What is missing before an action can be made, by field. */
export function actionFaults(db: Db, by: By, action: NewAction): Fault[] {
  const faults: Fault[] = [];
  const fault = (field: string, message: string) => faults.push({ field, at: null, message });
  if (action.wording.trim() === '') fault('wording', 'Say what will change.');
  if (action.goodLooksLike.trim() === '')
    fault('goodLooksLike', 'Say what good will look like, so that somebody else can tell.');
  if (action.dueOn < by.today) fault('dueOn', 'Give a day that is still to come.');
  const owner = personById(db, action.owner);
  if (!owner || (owner.leftOn !== null && owner.leftOn <= by.today)) fault('owner', 'Choose an owner who is here.');
  return faults;
}
