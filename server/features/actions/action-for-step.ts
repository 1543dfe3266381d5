import { whyNot, type StepKind } from '../../domain/actions/steps.js';
import type { By } from '../../domain/by.js';
import { invalidField, notAllowed, notFound } from '../../domain/problems.js';
import { reachOf, type Act, type Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actionById, addStep, type Action } from './actions.store.js';

/** An action within reach of whoever acts, ready for a step that they may take with it now. */
export function actionForStep(db: Db, by: By, act: Act, id: number, step: StepKind): { action: Action; me: Me } {
  const reach = by.me && reachOf(by.me, act);
  if (!by.me || !reach) throw notFound();
  const action = actionById(db, id, reach, by.today);
  const why = whyNot(step, action, by.me);
  if (why) throw notAllowed(why);
  return { action, me: by.me };
}

interface Taken {
  said: string;
  dueOn?: string;
  owner?: number;
}

/** Writes a step down, for good. */
export function keepStep(db: Db, by: By, action: Action, me: Me, kind: StepKind, taken: Taken): void {
  const said = taken.said.trim() === '' ? null : taken.said.trim();
  const { dueOn = null, owner = null } = taken;
  addStep(db, { action: action.id, kind, said, dueOn, owner, by: me.id, now: by.now });
  by.entry.about('actions', action.id, { step: kind });
}

/** A step that has to be explained. */
export function needed(words: string, field: string, message: string): string {
  if (words.trim() === '') throw invalidField(field, message);
  return words;
}
