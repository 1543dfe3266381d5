import type { By } from '../../domain/by.js';
import { invalidField, notAllowed, notFound } from '../../domain/problems.js';
import type { Role } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { accountOf, openAccount } from './accounts.store.js';
import { signInFault } from './add.js';
import { personById } from './people.store.js';
import { giveRole, rolesHeld } from './roles.store.js';

/**
 * Opens an account for somebody who had none, such as a practitioner met in a case list. Whoever has no role becomes a
 * practitioner, since an account alone opens nothing. Returns the roles held now.
 */
export function openAccountFor(
  db: Db,
  by: By,
  given: { person: number; signInName: string; passwordHash: string },
): Role[] {
  const person = personById(db, given.person);
  if (!person || accountOf(db, person.id)) throw notFound();
  if (person.leftOn !== null) throw notAllowed(`${person.name} has left. Take them back first.`);
  const fault = signInFault(db, given.signInName);
  if (fault) throw invalidField('signInName', fault);
  openAccount(db, { ...given, mustChange: 1 });
  const held = rolesHeld(db, person.id, by.today).map(({ role }) => role);
  by.entry.about('people', person.id, held.length === 0 ? { role: 'practitioner' } : undefined);
  if (held.length > 0) return held;
  giveRole(db, { person: person.id, role: 'practitioner', team: null, from: by.today, by: by.me?.id ?? null });
  return ['practitioner'];
}
