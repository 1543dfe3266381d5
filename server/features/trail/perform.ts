import { createHash } from 'node:crypto';
import type { By, Entry, Who } from '../../domain/by.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import type { Db } from '../../platform/sqlite/open.js';
import { appendEntry, lastHash, type TrailRow } from './trail.store.js';

/**
 * One act of a person: one IMMEDIATE transaction that holds the work and its entry in the trail, or neither.
 * The work is synchronous, so no transaction ever spans an await.
 */
export function perform<Result>(db: Db, who: Who, act: string, work: (by: By) => Result): Result {
  return db
    .transaction(() => {
      let thing: { thing: string; id: number } | null = null;
      let details: object = {};
      const entry: Entry = {
        about(name, id, more = {}) {
          thing = { thing: name, id };
          details = { ...details, ...more };
        },
      };
      const result = work({ ...who, today: londonDate(who.now), entry });
      record(db, who, act, thing, details);
      return result;
    })
    .immediate();
}

/** Writes an entry chained to the one before it. */
export function record(db: Db, who: Who, act: string, about: { thing: string; id: number } | null, details: object) {
  const previous = lastHash(db);
  const row = {
    at: who.now,
    person: who.me?.id ?? null,
    act,
    thing: about?.thing ?? null,
    thingId: about?.id ?? null,
    details: JSON.stringify(who.me ? details : { ...details, by: who.from ?? 'command line' }),
  };
  appendEntry(db, { ...row, previous, hash: entryHash(previous, row) });
}

export function entryHash(previous: string, row: Omit<TrailRow, 'id' | 'previous' | 'hash'>): string {
  const text = JSON.stringify([previous, row.at, row.person, row.act, row.thing, row.thingId, row.details]);
  return createHash('sha256').update(text).digest('hex');
}
