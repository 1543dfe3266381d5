import type { Db } from '../../platform/sqlite/open.js';
import { entryHash } from './perform.js';
import { beginning, trailAfter } from './trail.store.js';

export interface Verified {
  entries: number;
  /** The first entry that does not follow from the one before it, or null. */
  brokenAt: number | null;
  head: string;
}

const atOnce = 1000;

/** Works out every hash of the trail again, from the first entry on. */
export function verifyTrail(db: Db): Verified {
  let previous = beginning;
  let entries = 0;
  let last = 0;
  for (;;) {
    const rows = trailAfter(db, last, atOnce);
    for (const row of rows) {
      if (row.previous !== previous || row.hash !== entryHash(previous, row)) {
        return { entries, brokenAt: row.id, head: previous };
      }
      previous = row.hash;
      entries += 1;
      last = row.id;
    }
    if (rows.length < atOnce) return { entries, brokenAt: null, head: previous };
  }
}
