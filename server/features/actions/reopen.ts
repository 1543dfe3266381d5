import type { By } from '../../domain/by.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actionForStep, keepStep, needed } from './action-for-step.js';
import { setState } from './actions.store.js';

/** What was called done is not: the action is its owner's again, with the reason. */
export function reopenAction(db: Db, by: By, id: number, { reason }: { reason: string }): void {
  const { action, me } = actionForStep(db, by, 'actions.verify', id, 'reopened');
  needed(reason, 'reason', 'Say what is still missing.');
  setState(db, id, 'open');
  keepStep(db, by, action, me, 'reopened', { said: reason });
}
