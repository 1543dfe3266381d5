import type { By } from '../../domain/by.js';
import { invalidField, notFound } from '../../domain/problems.js';
import { roleNames, type Role } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { personById } from './people.store.js';
import { giveRole, rolesHeld } from './roles.store.js';
import { teamById } from './teams.store.js';

/** Gives a role from today; a team lead leads one team, and may lead several. */
export function giveRoleTo(db: Db, by: By, given: { person: number; role: Role; team: number | null }): void {
  const person = personById(db, given.person);
  if (!person) throw notFound();
  if (person.leftOn !== null) throw invalidField('role', `${person.name} has left. Take them back first.`);
  const team = given.role === 'team-lead' ? given.team : null;
  if (given.role === 'team-lead' && (team === null || !teamById(db, team))) {
    throw invalidField('team', 'A team lead leads a team: choose it.');
  }
  const held = rolesHeld(db, person.id, by.today).some((r) => r.role === given.role && r.teamId === team);
  if (held) throw invalidField('role', `${person.name} holds this role already: ${roleNames[given.role]}.`);
  giveRole(db, { person: person.id, role: given.role, team, from: by.today, by: by.me?.id ?? null });
  by.entry.about('people', person.id, { role: given.role, team });
}
