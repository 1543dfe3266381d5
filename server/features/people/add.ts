import type { By } from '../../domain/by.js';
import { nameFault, tidyName } from '../../domain/people/person-name.js';
import { signInNameFault } from '../../domain/people/sign-in-name.js';
import { invalid, type Fault } from '../../domain/problems.js';
import type { Role } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { accountByName, openAccount } from './accounts.store.js';
import { addPerson } from './people.store.js';
import { giveRole } from './roles.store.js';
import { addMembership, addTeam, teamById, teamByName } from './teams.store.js';

export interface NewPerson {
  name: string;
  roles: readonly Role[];
  /** The team they belong to, and lead where one of the roles is team lead: by id, by a new name, or none. */
  team: number | string | null;
  /** Null for somebody who does not sign in: a practitioner need not. */
  account: { signInName: string; passwordHash: string } | null;
}

/** Adds a person with roles, a team and, where asked, an account whose first password must be changed. */
export function addPersonWith(db: Db, by: By, given: NewPerson): number {
  const name = tidyName(given.name);
  const faults = faultsOf(db, name, given);
  if (faults.length > 0) throw invalid(faults);
  const person = addPerson(db, name, by.now);
  const team = given.team === null ? null : teamFor(db, given.team);
  if (team !== null) addMembership(db, person, team, by.today);
  for (const role of given.roles) {
    const led = role === 'team-lead' ? team : null;
    giveRole(db, { person, role, team: led, from: by.today, by: by.me?.id ?? null });
  }
  if (given.account) openAccount(db, { person, ...given.account, mustChange: 1 });
  by.entry.about('people', person, { roles: given.roles.join(', '), account: given.account !== null });
  return person;
}

function faultsOf(db: Db, name: string, { roles, team, account }: NewPerson): Fault[] {
  const wrongName = nameFault(name);
  const wrongSignIn = account && signInFault(db, account.signInName);
  return [
    ...(wrongName ? [{ field: 'name', at: null, message: wrongName }] : []),
    ...(roles.includes('team-lead') && team === null
      ? [{ field: 'team', at: null, message: 'A team lead leads a team: choose it, or name a new one.' }]
      : []),
    ...(typeof team === 'number' && !teamById(db, team)
      ? [{ field: 'team', at: null, message: 'Choose a team of the list.' }]
      : []),
    ...(wrongSignIn ? [{ field: 'signInName', at: null, message: wrongSignIn }] : []),
  ];
}

/** What is wrong with a sign-in name for a new account, or null. */
export function signInFault(db: Db, signInName: string): string | null {
  const fault = signInNameFault(signInName);
  if (fault) return fault;
  return accountByName(db, signInName) ? `‘${signInName}’ is in use. Choose another.` : null;
}

function teamFor(db: Db, team: number | string): number {
  if (typeof team === 'number') return team;
  return teamByName(db, team)?.id ?? addTeam(db, team);
}
