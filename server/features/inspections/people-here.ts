import type { Db } from '../../platform/sqlite/open.js';
import { possibleOwners, type Offered } from './leads.store.js';
import { readersOf } from './readers.store.js';

/** Everybody who may have something to do in an inspection: its readers, and people of the service. */
export function peopleHere(db: Db, inspection: number, today: string): Offered[] {
  const readers = readersOf(db, inspection).filter(({ endedAt }) => endedAt === null);
  const all = [...readers, ...possibleOwners(db, today)].map(({ id, name }) => ({ id, name }));
  return all.filter(({ id }, i) => all.findIndex((other) => other.id === id) === i);
}

export const mayDoSomething = (db: Db, inspection: number, today: string, person: number): boolean =>
  peopleHere(db, inspection, today).some(({ id }) => id === person);
