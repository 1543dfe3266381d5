import type { By } from '../../domain/by.js';
import { invalidField } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { personById } from '../people/people.store.js';
import { actionForStep, keepStep, needed } from './action-for-step.js';
import { setOwner } from './actions.store.js';

/** Gives an action to another owner, with the reason. */
export function handOverAction(db: Db, by: By, id: number, { owner, reason }: { owner: number; reason: string }): void {
  const { action, me } = actionForStep(db, by, 'actions.change', id, 'handed-over');
  const next = personById(db, owner);
  const here = next && (next.leftOn === null || next.leftOn > by.today);
  if (!here || owner === action.ownerId) throw invalidField('owner', 'Choose another owner who is here.');
  needed(reason, 'reason', 'Say why it is handed over.');
  setOwner(db, id, owner);
  keepStep(db, by, action, me, 'handed-over', { said: reason, owner });
}
