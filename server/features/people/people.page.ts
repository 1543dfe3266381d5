import { Type as T } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { formatDate } from '../../domain/calendar/format-date.js';
import { may, roleNames, type Role } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { table, text, type Table } from '../../platform/table.js';
import { peopleInList, type PersonInList } from './people.store.js';
import { teamsWithPeople } from './teams.store.js';

export interface PeoplePage {
  sentence: string;
  acts: { text: string; href: string; kind?: 'secondary' }[];
  people: Table;
  left: Table | null;
  teams: { text: string; line: string }[];
  mayManage: boolean;
}

export function peoplePage(c: Showing): PeoplePage {
  const everybody = peopleInList(c.db, c.today);
  const here = everybody.filter((person) => person.leftOn === null);
  const gone = everybody.filter((person) => person.leftOn !== null);
  const signingIn = here.filter((person) => person.signInName !== null).length;
  const mayManage = may(c.me, 'people.manage');
  return {
    sentence: `${here.length} ${here.length === 1 ? 'person' : 'people'} here; ${signingIn} can sign in. A practitioner need not.`,
    acts: mayManage
      ? [
          { text: 'Add a team', href: '/people/teams/new', kind: 'secondary' },
          { text: 'Add a person', href: '/people/new' },
        ]
      : [],
    people: peopleTable('people', 'People', here),
    left: gone.length > 0 ? leftTable(gone) : null,
    teams: teamsWithPeople(c.db, c.today).map((team) => ({
      text: team.name,
      line: `${team.leads ? `Led by ${team.leads}` : 'Nobody leads it'}; ${team.members} in the team`,
    })),
    mayManage,
  };
}

const peopleTable = (key: string, title: string, people: readonly PersonInList[]): Table =>
  table({
    key,
    title,
    sentence: 'Everybody who is here, in order of name.',
    columns: [
      { key: 'name', head: 'Name', kind: 'text' },
      { key: 'roles', head: 'Roles', kind: 'text' },
      { key: 'teams', head: 'Team', kind: 'text' },
      { key: 'account', head: 'Signs in as', kind: 'reference' },
    ],
    rows: people.map((person) => ({
      name: text(person.name, { href: `/people/${person.id}` }),
      roles: text(rolesInWords(person.roles)),
      teams: text(person.teams ?? ''),
      account: text(person.signInName ?? ''),
    })),
  });

const leftTable = (people: readonly PersonInList[]): Table =>
  table({
    key: 'left',
    title: 'People who have left',
    sentence: 'Everybody who has left, in order of name.',
    columns: [
      { key: 'name', head: 'Name', kind: 'text' },
      { key: 'left', head: 'Left', kind: 'text' },
    ],
    rows: people.map((person) => ({
      name: text(person.name, { href: `/people/${person.id}` }),
      left: text(person.leftOn === null ? '' : formatDate(person.leftOn)),
    })),
  });

const Roles = T.Array(T.Object({ role: T.String(), team: T.Union([T.String(), T.Null()]) }));

function rolesInWords(json: string): string {
  const roles: unknown = JSON.parse(json);
  if (!Value.Check(Roles, roles)) return '';
  return roles.map(({ role, team }) => roleInWords(role as Role, team)).join(', ');
}

/** @example roleInWords('team-lead', 'North') // 'Team lead of North' */
export const roleInWords = (role: Role, team: string | null): string =>
  team === null ? roleNames[role] : `${roleNames[role]} of ${team}`;
