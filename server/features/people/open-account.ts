import type { By } from '../../domain/by.js';
import { invalidField, notAllowed, notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { accountOf, openAccount } from './accounts.store.js';
import { signInFault } from './add.js';
import { personById } from './people.store.js';

/** Opens an account for somebody who had none, such as a practitioner met in a case list. */
export function openAccountFor(
  db: Db,
  by: By,
  given: { person: number; signInName: string; passwordHash: string },
): void {
  const person = personById(db, given.person);
  if (!person || accountOf(db, person.id)) throw notFound();
  if (person.leftOn !== null) throw notAllowed(`${person.name} has left. Take them back first.`);
  const fault = signInFault(db, given.signInName);
  if (fault) throw invalidField('signInName', fault);
  openAccount(db, { ...given, mustChange: 1 });
  by.entry.about('people', person.id);
}
