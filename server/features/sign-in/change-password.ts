import { invalidField } from '../../domain/problems.js';
import type { By } from '../../domain/by.js';
import type { Db } from '../../platform/sqlite/open.js';
import { accountOf, setPassword } from '../people/accounts.store.js';
import { checkPassword, passwordFits } from './passwords.js';
import { endSessionsOf } from './sessions.store.js';

/** The new password, when the old one fits and the new one is typed twice alike. Throws invalid at the field. */
export async function checkedNewPassword(
  db: Db,
  person: number,
  typed: { old: string; password: string; again: string },
): Promise<string> {
  const account = accountOf(db, person);
  if (!(await passwordFits(account?.passwordHash ?? null, typed.old))) {
    throw invalidField('old', 'This is not your password now.');
  }
  checkPassword('password', typed.password);
  if (typed.password === typed.old)
    throw invalidField('password', 'Choose another password than the one you have now.');
  if (typed.password !== typed.again) throw invalidField('again', 'The two do not match. Type the new password twice.');
  return typed.password;
}

/** Sets the password and ends every other sign-in of this person. */
export function changePassword(db: Db, by: By, person: number, hash: string): void {
  setPassword(db, person, hash, 0);
  endSessionsOf(db, person);
  by.entry.about('people', person);
}
