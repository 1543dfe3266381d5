import type { By } from '../../domain/by.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { whoIsAsking } from '../../features/people/roles.store.js';
import { perform } from '../../features/trail/perform.js';
import type { Db } from '../../platform/sqlite/open.js';
import type { Chance } from './chance.js';

/** A way to act as anybody at any time, through the same acts as the pages. */
export interface Acting {
  db: Db;
  chance: Chance;
  /** Does something as a person (null: the command line) at a moment (ISO UTC), as one act. */
  as<R>(person: number | null, when: string, act: string, work: (by: By) => R): R;
}

export const acting = (db: Db, chance: Chance): Acting => ({
  db,
  chance,
  as(person, when, act, work) {
    const me = person === null ? null : whoIsAsking(db, person, londonDate(when));
    if (person !== null && !me) throw new Error(`Person ${person} can't sign in.`);
    return perform(db, { me, now: when, random: (bytes) => chance.hex(bytes) }, act, work);
  },
});
