import { Type as T } from '@sinclair/typebox';
import { invalidField, notFound } from '../../domain/problems.js';
import { signInNameFor } from '../../domain/people/sign-in-name.js';
import { roleNames, standingRoles, type Role } from '../../domain/rights.js';
import { route, type Preparing } from '../../platform/http/route.js';
import { page, shown, to } from '../../platform/http/results.js';
import type { Db } from '../../platform/sqlite/open.js';
import { firstPassword, hashPassword } from '../sign-in/passwords.js';
import { accountByName, accountOf } from './accounts.store.js';
import { addPersonWith } from './add.js';
import { takeBack } from './come-back.js';
import { endRoleOf } from './end-role.js';
import { resetPassword } from './first-password.js';
import { giveRoleTo } from './give-role.js';
import { leaveService } from './leave.js';
import { openAccountFor } from './open-account.js';
import { peoplePage } from './people.page.js';
import { personById, type Person } from './people.store.js';
import { rolesHeld } from './roles.store.js';
import { accountPage, joinTeamPage, newTeamPage, personFormPage, roleFormPage } from './person-form.page.js';
import { personPage } from './person.page.js';
import { addMembership, addTeam, endMembership, teamById, teamByName } from './teams.store.js';

const text = (maxLength: number) => T.String({ default: '', maxLength });
const Roles = T.Union(standingRoles.map((role) => T.Literal(role)));
const crumbs = [{ text: 'People', href: '/people' }];

export const routes = [
  route({
    path: '/people',
    may: 'people.read',
    show: (c) => {
      const model = peoplePage(c);
      return page('people/people', model, { title: 'People', tables: [model.people] });
    },
  }),

  route({
    path: '/people/new',
    may: 'people.manage',
    trail: 'people.add',
    body: T.Object({
      name: text(200),
      roles: T.Array(Roles, { default: [], maxItems: 5 }),
      team: text(20),
      newTeam: text(100),
      account: T.Union([T.Literal('yes'), T.Literal('no')], { default: 'no' }),
      signInName: text(100),
    }),
    show: (c) => page('people/new', personFormPage(c), { title: 'Add a person', crumbs }),
    prepare: withFirstPassword,
    save: (c) => {
      const { name, roles: given, team, newTeam, account } = c.body;
      const signInName = c.body.signInName.trim() || signInNameFor(name, (taken) => !!accountByName(c.db, taken));
      const person = addPersonWith(c.db, c, {
        name,
        roles: given,
        team: newTeam.trim() || (team === '' ? null : idTyped(team)),
        account: account === 'yes' ? { signInName, passwordHash: c.prepared.hash } : null,
      });
      if (account === 'no') return to(`/people/${person}`);
      return passwordShown(c.db, person, c.prepared.password, given);
    },
  }),

  route({
    path: '/people/teams/new',
    may: 'people.manage',
    trail: 'people.add-team',
    body: T.Object({ team: text(100) }),
    show: (c) => page('people/one-field', newTeamPage(c), { title: 'Add a team', crumbs }),
    save: (c) => {
      const name = c.body.team.trim().replace(/\s+/g, ' ');
      if (name === '') throw invalidField('team', 'Give the team a name.');
      if (teamByName(c.db, name)) throw invalidField('team', `There is a team ${name} already.`);
      c.entry.about('teams', addTeam(c.db, name));
      return to('/people');
    },
  }),

  route({
    path: '/people/:person',
    may: 'people.read',
    show: (c) => {
      const model = personPage(c);
      return page('people/person', model, { title: model.name, crumbs });
    },
  }),

  route({
    path: '/people/:person/roles/new',
    may: 'people.manage',
    trail: 'people.give-role',
    body: T.Object({ role: text(20), team: text(20) }),
    show: (c) => {
      const person = personAsked(c);
      return page('people/role', roleFormPage(c, person), { title: 'Give a role', crumbs: crumbsTo(person) });
    },
    save: (c) => {
      const role = standingRoles.find((one) => one === c.body.role);
      if (!role) throw invalidField('role', 'Choose a role.');
      const team = c.body.team === '' ? null : idTyped(c.body.team);
      giveRoleTo(c.db, c, { person: c.id('person'), role, team });
      return to(`/people/${c.id('person')}`);
    },
  }),

  route({
    path: '/people/:person/roles/:role/end',
    may: 'people.manage',
    trail: 'people.end-role',
    save: (c) => {
      endRoleOf(c.db, c, { person: c.id('person'), role: c.id('role') });
      return to(`/people/${c.id('person')}`);
    },
  }),

  route({
    path: '/people/:person/teams/new',
    may: 'people.manage',
    trail: 'people.join-team',
    body: T.Object({ team: text(20) }),
    show: (c) => {
      const person = personAsked(c);
      return page('people/one-field', joinTeamPage(c, person), { title: 'Put into a team', crumbs: crumbsTo(person) });
    },
    save: (c) => {
      const person = personAsked(c);
      const team = teamById(c.db, idTyped(c.body.team));
      if (!team) throw invalidField('team', 'Choose a team.');
      addMembership(c.db, person.id, team.id, c.today);
      c.entry.about('people', person.id, { team: team.id });
      return to(`/people/${person.id}`);
    },
  }),

  route({
    path: '/people/:person/teams/:team/end',
    may: 'people.manage',
    trail: 'people.leave-team',
    save: (c) => {
      const person = personAsked(c);
      endMembership(c.db, person.id, c.id('team'), c.today);
      c.entry.about('people', person.id, { team: c.id('team') });
      return to(`/people/${person.id}`);
    },
  }),

  route({
    path: '/people/:person/account',
    may: 'people.manage',
    trail: 'people.open-account',
    body: T.Object({ signInName: text(100) }),
    show: (c) => {
      const person = personAsked(c);
      const proposed = signInNameFor(person.name, (taken) => !!accountByName(c.db, taken));
      return page(
        'people/one-field',
        accountPage(c, person, proposed, rolesHeld(c.db, person.id, c.today).length > 0),
        {
          title: 'Open an account',
          crumbs: crumbsTo(person),
        },
      );
    },
    prepare: withFirstPassword,
    save: (c) => {
      const person = c.id('person');
      const account = { person, signInName: c.body.signInName.trim(), passwordHash: c.prepared.hash };
      const roles = openAccountFor(c.db, c, account);
      return passwordShown(c.db, person, c.prepared.password, roles);
    },
  }),

  route({
    path: '/people/:person/password',
    may: 'people.manage',
    trail: 'people.reset-password',
    prepare: withFirstPassword,
    save: (c) => {
      resetPassword(c.db, c, { person: c.id('person'), hash: c.prepared.hash });
      return passwordShown(c.db, c.id('person'), c.prepared.password, []);
    },
  }),

  route({
    path: '/people/:person/leave',
    may: 'people.manage',
    trail: 'people.leave',
    save: (c) => {
      leaveService(c.db, c, c.id('person'));
      return to(`/people/${c.id('person')}`);
    },
  }),

  route({
    path: '/people/:person/return',
    may: 'people.manage',
    trail: 'people.come-back',
    save: (c) => {
      takeBack(c.db, c, c.id('person'));
      return to(`/people/${c.id('person')}`);
    },
  }),
];

async function withFirstPassword(c: Pick<Preparing, 'random'>): Promise<{ password: string; hash: string }> {
  const password = firstPassword(c.random);
  return { password, hash: await hashPassword(password) };
}

/** The page that shows a first password: the answer to the press that made it, and nowhere else. */
function passwordShown(db: Db, person: number, password: string, given: readonly Role[]) {
  const model = {
    id: person,
    name: personById(db, person)?.name ?? '',
    role: given.map((role) => roleNames[role]).join(', ') || 'first password',
    signInName: accountOf(db, person)?.signInName ?? '',
    password,
  };
  return shown(200, 'people/first-password', model, { title: 'First password', crumbs });
}

function personAsked(c: { db: Db; id(name: string): number }): Person {
  const person = personById(c.db, c.id('person'));
  if (!person) throw notFound();
  return person;
}

const crumbsTo = ({ id, name }: Person) => [...crumbs, { text: name, href: `/people/${id}` }];

/** 0 is the id of nothing: what was typed is no id. */
const idTyped = (text: string): number => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0);
