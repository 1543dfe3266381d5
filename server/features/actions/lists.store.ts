import type { ActionState } from '../../domain/actions/steps.js';
import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { actionColumns, actionJoins, type Action } from './actions.store.js';
import { actionsWithin, notReadAgain, ofMyTeams } from './reach.js';

export type Whose = 'mine' | 'team' | 'all';
/** What is in sight is open, or completed and waits to be verified. */
export type Shown = 'in-sight' | ActionState;

/** Where a page of the list begins: behind this action. */
export interface Key {
  dueOn: string;
  id: number;
}

interface Asked {
  whose: Whose;
  shown: Shown;
  after: Key | null;
  limit: number;
}

interface Bound {
  me: number;
  today: string;
  dueOn: string;
  id: number;
  limit: number;
}

/**
 * A page of actions: what has to be done, the first due first, so that overdue ones lead; what is over, newest first.
 * One statement for each kind of list, so that each has its index.
 */
export function actionsList(db: Db, asked: Asked, reach: Reach, me: number, today: string): Action[] {
  const over = asked.shown === 'verified' || asked.shown === 'dropped';
  const after = asked.after ?? (over ? { dueOn: '9999-12-31', id: Number.MAX_SAFE_INTEGER } : { dueOn: '', id: 0 });
  const [beyond, direction] = over ? ['<', 'DESC'] : ['>', ''];
  return sql<Bound, Action>(
    db,
    `SELECT ${actionColumns} FROM ${actionJoins}
     WHERE ${whoseActions(asked.whose, reach)} ${notReadAgain} AND a.state IN (${statesOf(asked.shown)})
       AND (a.due_on, a.id) ${beyond} (@dueOn, @id)
     ORDER BY a.due_on ${direction}, a.id ${direction} LIMIT @limit`,
  ).all({ me: reach.kind === 'mine' ? reach.person : me, today, ...after, limit: asked.limit });
}

function whoseActions(whose: Whose, reach: Reach): string {
  if (whose === 'mine') return 'a.owner_id = @me AND';
  if (whose === 'team') return `a.id IN (${ofMyTeams}) AND`;
  const within = actionsWithin(reach);
  return within ? `a.id IN (${within}) AND` : '';
}

const statesOf = (shown: Shown): string => (shown === 'in-sight' ? `'open', 'completed'` : `'${shown}'`);
