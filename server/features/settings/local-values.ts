import { placeKey, type LocalContact, type LocalLimit } from '../../domain/scoring/settings.js';
import type { Db } from '../../platform/sqlite/open.js';
import { limitsSet, type SetLimit } from './limits.store.js';

/** What a service decides for itself beside the forms, for orders that began on one day. */
export interface LocalValues {
  limits: Record<string, LocalLimit>;
  contacts: Record<string, LocalContact>;
  /** Papers that are not on the service's list, by item key. */
  notAsked: Set<string>;
}

/**
 * The service's own values that hold for an order.
 * @param startedOn when it began, YYYY-MM-DD; null where there is no order
 * @param at the moment whose values count: what was set later changes nothing
 */
export function localValues(db: Db, startedOn: string | null, at: string): LocalValues {
  const newest = new Map<string, SetLimit>();
  for (const set of limitsSet(db, startedOn, at)) newest.set(placeKey(set.item, set.place), set);
  const values: LocalValues = { limits: {}, contacts: {}, notAsked: new Set() };
  for (const [key, set] of newest) put(values, key, set);
  return values;
}

function put(values: LocalValues, key: string, { item, direction, amount, unit, ordersFrom }: SetLimit): void {
  if (direction === null) return;
  if (direction === 'not-asked') values.notAsked.add(item);
  else if (direction === 'at-least') values.contacts[key] = { amount: amount ?? 0, ordersFrom };
  else if (unit !== 'contacts-a-month' && unit !== 'hours-a-week') {
    const measure = amount === null || unit === null ? null : { amount, unit };
    values.limits[key] = { direction, measure, ordersFrom };
  }
}
