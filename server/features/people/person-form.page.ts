import { roleNames, standingRoles } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed, typedList } from '../../platform/http/typed.js';
import type { Db } from '../../platform/sqlite/open.js';
import { teamsWithPeople } from './teams.store.js';

interface Option {
  value: string;
  text: string;
  hint?: string;
}

export interface PersonFormPage {
  name: string;
  nameFault: string | null;
  roleOptions: Option[];
  roles: readonly string[];
  rolesFault: string | null;
  teamOptions: Option[];
  team: string;
  teamFault: string | null;
  newTeam: string;
  accountOptions: Option[];
  account: string;
  signInName: string;
  signInNameFault: string | null;
}

const hints: Record<(typeof standingRoles)[number], string> = {
  practitioner: 'Sees audits of their own work, puts facts right, does actions.',
  auditor: 'Carries out audits. Give both roles to somebody who holds cases too: nobody is given their own case.',
  'team-lead': 'Agrees audits of the team below, draws its samples, is named for concerns.',
  head: 'Sees and agrees all, draws samples, brings in the case list.',
  administrator: 'Looks after people, roles and settings. Reads no case.',
};

export const personFormPage = (c: Showing): PersonFormPage => ({
  name: typed(c, 'name'),
  nameFault: faultAt(c, 'name'),
  roleOptions: standingRoles.map((role) => ({ value: role, text: roleNames[role], hint: hints[role] })),
  roles: typedList(c, 'roles'),
  rolesFault: faultAt(c, 'roles'),
  teamOptions: teamOptions(c.db, c.today, 'No team'),
  team: typed(c, 'team'),
  teamFault: faultAt(c, 'team'),
  newTeam: typed(c, 'newTeam'),
  accountOptions: [
    { value: 'yes', text: 'Can sign in', hint: 'A first password is made and shown once, on the next page.' },
    { value: 'no', text: 'Does not sign in', hint: 'Is given results on paper.' },
  ],
  account: typed(c, 'account', 'yes'),
  signInName: typed(c, 'signInName'),
  signInNameFault: faultAt(c, 'signInName'),
});

export interface RoleFormPage {
  id: number;
  name: string;
  roleOptions: Option[];
  role: string;
  roleFault: string | null;
  teamOptions: Option[];
  team: string;
  teamFault: string | null;
}

export const roleFormPage = (c: Showing, person: { id: number; name: string }): RoleFormPage => ({
  id: person.id,
  name: person.name,
  roleOptions: standingRoles.map((role) => ({ value: role, text: roleNames[role], hint: hints[role] })),
  role: typed(c, 'role'),
  roleFault: faultAt(c, 'role'),
  teamOptions: teamOptions(c.db, c.today, 'No team'),
  team: typed(c, 'team'),
  teamFault: faultAt(c, 'team'),
});

export interface OneFieldPage {
  title: string;
  sentence: string | null;
  address: string;
  name: string;
  label: string;
  options: Option[] | null;
  value: string;
  fault: string | null;
  press: string;
}

export const joinTeamPage = (c: Showing, person: { name: string }): OneFieldPage => ({
  title: `Put ${person.name} into a team`,
  sentence: 'From today. Their earlier teams stay in the history.',
  address: c.address,
  name: 'team',
  label: 'Team',
  options: teamOptions(c.db, c.today, 'Choose a team'),
  value: typed(c, 'team'),
  fault: faultAt(c, 'team'),
  press: 'Put into the team',
});

export const newTeamPage = (c: Showing): OneFieldPage => ({
  title: 'Add a team',
  sentence: 'Use the name that the case list uses, so that its cases come under it.',
  address: c.address,
  name: 'team',
  label: 'Name of the team',
  options: null,
  value: typed(c, 'team'),
  fault: faultAt(c, 'team'),
  press: 'Add the team',
});

export const accountPage = (
  c: Showing,
  person: { name: string },
  proposed: string,
  hasRole: boolean,
): OneFieldPage => ({
  title: `Let ${person.name} sign in`,
  sentence: `${hasRole ? '' : 'They come in as a practitioner, who sees audits of their own work. '}A first password is made and shown once, on the next page.`,
  address: c.address,
  name: 'signInName',
  label: 'Sign-in name',
  options: null,
  value: typed(c, 'signInName', proposed),
  fault: faultAt(c, 'signInName'),
  press: 'Open the account',
});

const teamOptions = (db: Db, today: string, none: string): Option[] => [
  { value: '', text: none },
  ...teamsWithPeople(db, today).map(({ id, name }) => ({ value: String(id), text: name })),
];
