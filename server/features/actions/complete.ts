import type { By } from '../../domain/by.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actionForStep, keepStep, needed } from './action-for-step.js';
import { setState } from './actions.store.js';

/** Its owner completes an action, with the evidence; it stays in sight until another person verifies it. */
export function completeAction(db: Db, by: By, id: number, { evidence }: { evidence: string }): void {
  const { action, me } = actionForStep(db, by, 'actions.do', id, 'completed');
  needed(evidence, 'evidence', 'Say what shows that it is done, and where to see it.');
  setState(db, id, 'completed');
  keepStep(db, by, action, me, 'completed', { said: evidence });
}
