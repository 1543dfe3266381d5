import { whyNot } from '../../domain/actions/steps.js';
import { reachOf, type Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import type { Action } from './actions.store.js';
import { actionsList } from './lists.store.js';

/** What waits for somebody today. */
export interface ActionsWaiting {
  /** Theirs and open, the first due first; those before today are overdue. */
  mine: Action[];
  overdue: number;
  /** Completed by others: theirs to verify. */
  toVerify: Action[];
  /** Overdue in teams that they lead, or for the head in the whole service; not their own. */
  overdueOfOthers: Action[];
}

const most = 200;

export function actionsWaiting(db: Db, me: Me, today: string): ActionsWaiting {
  const reach = reachOf(me, 'actions.read');
  if (!reach) return { mine: [], overdue: 0, toVerify: [], overdueOfOthers: [] };
  const all = (whose: 'mine' | 'team' | 'all', shown: 'open' | 'completed') =>
    actionsList(db, { whose, shown, after: null, limit: most }, reach, me.id, today);
  const mine = all('mine', 'open');
  return {
    mine,
    overdue: mine.filter(({ dueOn }) => dueOn < today).length,
    toVerify: all('all', 'completed').filter((action) => whyNot('verified', action, me) === null),
    overdueOfOthers: all(me.roles.has('head') ? 'all' : 'team', 'open').filter(
      ({ dueOn, ownerId }) => dueOn < today && ownerId !== me.id,
    ),
  };
}
