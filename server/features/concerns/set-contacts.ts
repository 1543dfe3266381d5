import type { By } from '../../domain/by.js';
import { invalidField } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { answerers } from './answerers.store.js';
import { addContact, endContacts } from './contacts.store.js';

export interface NewContacts {
  /** Null: for the whole service. */
  teamId: number | null;
  /** Who is asked first, then the deputy; nobody at all gives a team back to the service's own. */
  contacts: readonly { person: number; telephone: string }[];
}

/** Says whom a concern reaches. What stood before ends today and stays as history. */
export function setContacts(db: Db, by: By, { teamId, contacts }: NewContacts): void {
  const can = new Set(answerers(db, by.today).map((person) => person.id));
  const [first, deputy] = contacts;
  if (first && !can.has(first.person)) throw invalidField('first', 'Choose a manager who can sign in.');
  if (deputy && !can.has(deputy.person)) throw invalidField('deputy', 'Choose a manager who can sign in.');
  if (first && first.person === deputy?.person) throw invalidField('deputy', 'The deputy must be another person.');
  endContacts(db, teamId, by.today);
  const add = (position: 1 | 2, contact: NewContacts['contacts'][number] | undefined): void => {
    if (contact) addContact(db, { teamId, position, ...contact, at: by.now });
  };
  add(1, first);
  add(2, deputy);
  by.entry.about('settings', 0, { team: teamId, first: first?.person ?? null, deputy: deputy?.person ?? null });
}
