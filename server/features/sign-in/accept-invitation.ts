import type { By } from '../../domain/by.js';
import { invalidField } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { accountOf, openAccount, setPassword } from '../people/accounts.store.js';
import { signInFault } from '../people/add.js';
import { useInvitation } from './invitations.store.js';
import { endSessionsOf } from './sessions.store.js';

/** Uses a link up: the account is opened, or its password set anew, and every earlier sign-in of this person ends. */
export function acceptInvitation(
  db: Db,
  by: By,
  given: { token: string; person: number; signInName: string; hash: string },
): void {
  const signInName = given.signInName.trim();
  if (accountOf(db, given.person)) {
    setPassword(db, given.person, given.hash, 0);
    endSessionsOf(db, given.person);
  } else {
    const fault = signInFault(db, signInName);
    if (fault) throw invalidField('signInName', fault);
    openAccount(db, { person: given.person, signInName, passwordHash: given.hash, mustChange: 0 });
  }
  useInvitation(db, given.token, by.now);
  by.entry.about('people', given.person);
}
