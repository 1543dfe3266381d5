import type { By } from '../../domain/by.js';
import { parseDate } from '../../domain/calendar/parse-date.js';
import { invalidField } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actionForStep, keepStep, needed } from './action-for-step.js';
import { setDueOn } from './actions.store.js';

/** Moves the date of an action, with the reason. `dueOn` is taken as people type it. */
export function moveAction(db: Db, by: By, id: number, { dueOn, reason }: { dueOn: string; reason: string }): void {
  const { action, me } = actionForStep(db, by, 'actions.change', id, 'moved');
  const day = parseDate(dueOn);
  if (day === null || day < by.today) throw invalidField('dueOn', 'Give a day that is still to come.');
  needed(reason, 'reason', 'Say why the date moves.');
  setDueOn(db, id, day);
  keepStep(db, by, action, me, 'moved', { said: reason, dueOn: day });
}
