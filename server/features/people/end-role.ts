import type { By } from '../../domain/by.js';
import { whyRoleStays } from '../../domain/people/last-holder.js';
import { notAllowed, notFound } from '../../domain/problems.js';
import type { Role } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { endRole, holdersOf, rolesHeld } from './roles.store.js';

/** Ends a role at once: the next request of that person is without it. The last administrator and head stay. */
export function endRoleOf(db: Db, by: By, { person, role }: { person: number; role: number }): void {
  const held = rolesHeld(db, person, by.today).find((r) => r.id === role);
  if (!held) throw notFound();
  refuseLastHolder(db, by, person, held.role);
  endRole(db, held.id, by.today);
  by.entry.about('people', person, { role: held.role, team: held.teamId });
}

export function refuseLastHolder(db: Db, by: By, person: number, role: Role): void {
  const holders = holdersOf(db, role, by.today).map((holder) => holder.id);
  const why = whyRoleStays(role, person, holders);
  if (why) throw notAllowed(why);
}
