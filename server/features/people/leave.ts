import type { By } from '../../domain/by.js';
import { notAllowed, notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { endContactsOf } from '../concerns/contacts.store.js';
import { passOnFrom } from '../concerns/pass-on.js';
import { endSessionsOf } from '../sign-in/sessions.store.js';
import { disableAccount } from './accounts.store.js';
import { refuseLastHolder } from './end-role.js';
import { markLeft, personById } from './people.store.js';
import { endRole, rolesHeld } from './roles.store.js';
import { endMembership, membershipsOf } from './teams.store.js';

/** Somebody leaves: signed out at once, roles and teams ended, concerns that wait on them passed on. Kept by name. */
export function leaveService(db: Db, by: By, person: number): void {
  const leaving = personById(db, person);
  if (!leaving || leaving.leftOn !== null) throw notFound();
  if (by.me?.id === person) throw notAllowed('You can’t take yourself out. Ask another administrator.');
  const held = rolesHeld(db, person, by.today);
  for (const { role } of held) refuseLastHolder(db, by, person, role);
  for (const { id } of held) endRole(db, id, by.today);
  for (const { teamId } of membershipsOf(db, person, by.today)) endMembership(db, person, teamId, by.today);
  disableAccount(db, person, by.now);
  markLeft(db, person, by.today);
  endSessionsOf(db, person);
  endContactsOf(db, person, by.today);
  const concerns = passOnFrom(db, by, person);
  by.entry.about('people', person, { roles: held.length, concerns });
}
