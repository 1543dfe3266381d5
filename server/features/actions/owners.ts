import type { Db } from '../../platform/sqlite/open.js';
import { people } from '../people/people.store.js';

/** Everybody who is here today, to choose an owner from. */
export function ownersToChoose(db: Db, today: string): { value: string; text: string }[] {
  return people(db)
    .filter(({ leftOn }) => leftOn === null || leftOn > today)
    .map(({ id, name }) => ({ value: String(id), text: name }));
}
