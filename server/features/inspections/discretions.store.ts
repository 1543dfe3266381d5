import type { FlagKind } from '../../domain/ratings/flags.js';
import type { Grade } from '../../domain/forms/scales.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A decision about a rating. `toRating` is null where it undoes an earlier one. */
export interface Discretion {
  id: number;
  /** 'overall' where a person sets what the rule leaves open. */
  standard: string;
  fromRating: Grade | null;
  toRating: Grade | null;
  grounds: readonly FlagKind[];
  reason: string;
  by: string;
  at: string;
}

export interface NewDiscretion {
  inspection: number;
  standard: string;
  fromRating: Grade | null;
  toRating: Grade | null;
  grounds: readonly FlagKind[];
  reason: string;
  by: number;
  now: string;
  undoes: number | null;
}

export function addDiscretion(db: Db, given: NewDiscretion): number {
  const added = sql<Omit<NewDiscretion, 'grounds'> & { flags: string }>(
    db,
    `INSERT INTO discretions (inspection_id, standard, from_rating, to_rating, flags, reason, by_id, at, undoes)
     VALUES (@inspection, @standard, @fromRating, @toRating, @flags, @reason, @by, @now, @undoes)`,
  ).run({
    inspection: given.inspection,
    standard: given.standard,
    fromRating: given.fromRating,
    toRating: given.toRating,
    flags: given.grounds.join(' '),
    reason: given.reason,
    by: given.by,
    now: given.now,
    undoes: given.undoes,
  });
  return Number(added.lastInsertRowid);
}

/** Every decision of an inspection, oldest first; the newest of a standard holds. */
export function discretionsOf(db: Db, inspection: number): Discretion[] {
  const rows = sql<{ inspection: number }, Omit<Discretion, 'grounds'> & { flags: string }>(
    db,
    `SELECT d.id, d.standard, d.from_rating AS fromRating, d.to_rating AS toRating, d.flags, d.reason, p.name AS by, d.at
     FROM discretions d JOIN people p ON p.id = d.by_id WHERE d.inspection_id = @inspection ORDER BY d.id`,
  ).all({ inspection });
  return rows.map(({ flags, ...rest }) => ({ ...rest, grounds: flags.split(' ').filter(isGround) }));
}

const isGround = (word: string): word is FlagKind => word === 'near' || word === 'one-case' || word === 'few';
