import type { Who } from '../../domain/by.js';
import { startOfDay } from '../../domain/calendar/london-date.js';
import type { Db } from '../../platform/sqlite/open.js';
import { record } from './perform.js';
import { viewedSince } from './trail.store.js';

/** One entry for a person, a thing and a day: who opened an audit, a person's page, a concern or a download. */
export function viewed(db: Db, who: Who & { today: string }, thing: string, id: number): void {
  const me = who.me;
  if (!me || viewedSince(db, me.id, thing, id, startOfDay(who.today))) return;
  db.transaction(() => record(db, who, 'viewed', { thing, id }, {})).immediate();
}
