import type { By } from '../../domain/by.js';
import { invalidField } from '../../domain/problems.js';
import { isKeptFact, keptFactKeys, type KeptFactKey } from '../../domain/register/kept-facts.js';
import type { Db } from '../../platform/sqlite/open.js';
import { setSetting, setting } from './settings.store.js';

/** The facts beyond the register that the service keeps, in the order of the list; none until it chooses some. */
export function factsKept(db: Db): KeptFactKey[] {
  const kept = new Set((setting(db, 'kept-facts') ?? '').split(' '));
  return keptFactKeys.filter((key) => kept.has(key));
}

/** A fact that is no longer kept is not asked, not brought in and not filled in; what is known of it stays. */
export function chooseFacts(db: Db, by: By, keys: readonly string[]): void {
  if (!keys.every(isKeptFact)) throw invalidField('facts', 'Choose from the facts on this page.');
  setSetting(db, 'kept-facts', keys.join(' '), by.me?.id ?? null, by.now);
  by.entry.about('settings', 0, { setting: 'kept-facts', kept: keys.length });
}
