import type { By } from '../../domain/by.js';
import { nameFault, tidyName } from '../../domain/people/person-name.js';
import { signInNameFault } from '../../domain/people/sign-in-name.js';
import { notAllowed, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { anyAccount, openAccount } from '../people/accounts.store.js';
import { addPerson } from '../people/people.store.js';
import { giveRole } from '../people/roles.store.js';
import { setSetting } from '../settings/settings.store.js';
import { passwordFault } from './passwords.js';

export interface FirstAccount {
  service: string;
  name: string;
  signInName: string;
  passwordHash: string;
  /** The administrator is head of service too, unless they say that they are not. */
  isHead: boolean;
}

/** Makes the first account of an empty service, once. */
export function setUpService(db: Db, by: By, first: FirstAccount): number {
  if (anyAccount(db)) throw notAllowed('This service is set up already. Sign in instead.');
  const person = addPerson(db, tidyName(first.name), by.now);
  openAccount(db, { person, signInName: first.signInName, passwordHash: first.passwordHash, mustChange: 0 });
  giveRole(db, { person, role: 'administrator', team: null, from: by.today, by: null });
  if (first.isHead) giveRole(db, { person, role: 'head', team: null, from: by.today, by: null });
  setSetting(db, 'service-name', tidyName(first.service), person, by.now);
  by.entry.about('people', person, { head: first.isHead });
  return person;
}

/** What is wrong with what was typed on the first page, field by field. */
export function setUpFaults(typed: {
  service: string;
  name: string;
  signInName: string;
  password: string;
  again: string;
}): Fault[] {
  const wrong: Record<string, string | null> = {
    service: tidyName(typed.service) === '' ? 'Give the name of your service.' : null,
    name: nameFault(tidyName(typed.name)),
    signInName: signInNameFault(typed.signInName.trim()),
    password: passwordFault(typed.password),
    again: typed.again === typed.password ? null : 'The two do not match. Type the password twice.',
  };
  return Object.entries(wrong).flatMap(([field, message]) => (message ? [{ field, at: null, message }] : []));
}
