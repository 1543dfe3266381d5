import type { By } from '../../domain/by.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actionForStep, keepStep, needed } from './action-for-step.js';
import { setState } from './actions.store.js';

/** The team lead or the head drops an action that is not worth doing any more, with the reason. */
export function dropAction(db: Db, by: By, id: number, { reason }: { reason: string }): void {
  const { action, me } = actionForStep(db, by, 'actions.drop', id, 'dropped');
  needed(reason, 'reason', 'Say why it is dropped.');
  setState(db, id, 'dropped');
  keepStep(db, by, action, me, 'dropped', { said: reason });
}
