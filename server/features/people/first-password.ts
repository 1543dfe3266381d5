import type { By } from '../../domain/by.js';
import { notAllowed, notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { endSessionsOf } from '../sign-in/sessions.store.js';
import { accountOf, setPassword } from './accounts.store.js';
import { personById } from './people.store.js';

/** A new first password, which must be changed at the next sign-in; every sign-in of this person ends. */
export function resetPassword(db: Db, by: By, { person, hash }: { person: number; hash: string }): void {
  const known = personById(db, person);
  if (!known || !accountOf(db, person)) throw notFound();
  if (known.leftOn !== null) throw notAllowed(`${known.name} has left and can’t sign in. Take them back first.`);
  setPassword(db, person, hash, 1);
  endSessionsOf(db, person);
  by.entry.about('people', person);
}
