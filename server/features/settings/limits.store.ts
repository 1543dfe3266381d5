import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A value that the service set for one place of an item; without a direction the form's holds again. */
export interface SetLimit {
  item: string;
  place: string;
  direction: 'within' | 'not-more-than' | 'at-least-before' | 'same-day' | 'before' | 'at-least' | 'not-asked' | null;
  amount: number | null;
  unit: 'working-days' | 'calendar-days' | 'hours' | 'months' | 'contacts-a-month' | 'hours-a-week' | null;
  ordersFrom: string | null;
  ordersUntil: string | null;
}

export interface SetLimitWithWho extends SetLimit {
  reason: string;
  setBy: string | null;
  setAt: string;
}

const columns = `l.item_key AS item, l.place, l.direction, l.amount, l.unit, l.orders_from AS ordersFrom,
  l.orders_until AS ordersUntil`;

export function addLimit(db: Db, limit: SetLimit & { reason: string; by: number | null; at: string }): void {
  sql<typeof limit>(
    db,
    `INSERT INTO local_limits (item_key, place, direction, amount, unit, orders_from, orders_until, reason, set_by, set_at)
     VALUES (@item, @place, @direction, @amount, @unit, @ordersFrom, @ordersUntil, @reason, @by, @at)`,
  ).run(limit);
}

/**
 * What had been set by a moment and covers an order that began on a day, older first: the last of a place holds.
 * @param startedOn null where no order is known: only what holds for all orders
 */
export function limitsSet(db: Db, startedOn: string | null, at: string): SetLimit[] {
  return sql<{ startedOn: string | null; at: string }, SetLimit>(
    db,
    `SELECT ${columns} FROM local_limits l
     WHERE l.set_at <= @at AND (l.orders_from IS NULL OR l.orders_from <= @startedOn)
       AND (l.orders_until IS NULL OR l.orders_until >= @startedOn)
     ORDER BY l.id`,
  ).all({ startedOn, at });
}

/** All that was ever set for a place of an item, the newest first. */
export function limitsOfPlace(db: Db, item: string, place: string): SetLimitWithWho[] {
  return sql<{ item: string; place: string }, SetLimitWithWho>(
    db,
    `SELECT ${columns}, l.reason, p.name AS setBy, l.set_at AS setAt FROM local_limits l LEFT JOIN people p ON p.id = l.set_by
     WHERE l.item_key = @item AND l.place = @place ORDER BY l.id DESC`,
  ).all({ item, place });
}
