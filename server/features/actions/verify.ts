import type { By } from '../../domain/by.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actionForStep, keepStep, needed } from './action-for-step.js';
import { setState } from './actions.store.js';

/** Somebody other than the owner and who completed it says that it is done, and what they looked at. */
export function verifyAction(db: Db, by: By, id: number, { said }: { said: string }): void {
  const { action, me } = actionForStep(db, by, 'actions.verify', id, 'verified');
  needed(said, 'said', 'Say what you looked at.');
  setState(db, id, 'verified');
  keepStep(db, by, action, me, 'verified', { said });
}
