import { hashSync } from '@node-rs/argon2';
import { londonDate } from '../../domain/calendar/london-date.js';
import { setContacts } from '../../features/concerns/set-contacts.js';
import { openAccount } from '../../features/people/accounts.store.js';
import { addPerson } from '../../features/people/people.store.js';
import { giveRole } from '../../features/people/roles.store.js';
import { addMembership, addTeam } from '../../features/people/teams.store.js';
import { setSetting } from '../../features/settings/settings.store.js';
import type { Db } from '../../platform/sqlite/open.js';
import { acting, type Acting } from './acting.js';
import type { Chance } from './chance.js';
import { demoPassword, serviceName, teamNames, telephones, workers, type TeamName } from './northbeck.js';

/** The invented service while it is being built: who is who, and a way to act as somebody at some time. */
export interface Service extends Acting {
  people: ReadonlyMap<string, number>;
  teams: ReadonlyMap<TeamName, number>;
  idOf(name: string): number;
  /** All that was agreed before this day has come to its end. */
  settledBefore: string;
}

/** People, teams, roles, accounts and whom a concern reaches, as they stood on the first day. */
export function foundService(db: Db, chance: Chance, when: string, settledBefore: string): Service {
  const from = londonDate(when);
  const teams = new Map<TeamName, number>();
  const people = new Map<string, number>();
  const service: Service = {
    people,
    teams,
    settledBefore,
    idOf: (name) => people.get(name) ?? notThere(name),
    ...acting(db, chance),
  };
  service.as(null, when, 'set-up', () => {
    setSetting(db, 'service-name', serviceName, null, when);
    setSetting(db, 'demonstration', 'yes', null, when);
    for (const name of teamNames) teams.set(name, addTeam(db, name));
    const passwordHash = hashSync(demoPassword);
    for (const worker of workers) addWorker(service, worker, passwordHash, from, when);
  });
  setAllContacts(service, when);
  return service;
}

function addWorker(
  service: Service,
  worker: (typeof workers)[number],
  passwordHash: string,
  from: string,
  when: string,
): void {
  const { db } = service;
  const team = worker.team === null ? null : (service.teams.get(worker.team) ?? null);
  const person = addPerson(db, worker.name, when);
  (service.people as Map<string, number>).set(worker.name, person);
  if (team !== null) addMembership(db, person, team, from);
  for (const role of worker.roles) {
    giveRole(db, { person, role, team: role === 'team-lead' ? team : null, from, by: null });
  }
  openAccount(db, { person, signInName: signInName(worker.name), passwordHash, mustChange: 0 });
}

/** @example signInName('Helen Pryce') // 'helen' */
export const signInName = (name: string): string => name.split(' ')[0]?.toLowerCase() ?? name;

function setAllContacts(service: Service, when: string): void {
  const head = service.idOf('Helen Pryce');
  const [headsNumber, ...numbers] = telephones;
  const leads = workers.filter((w) => w.roles.includes('team-lead'));
  const deputy = { person: service.idOf('Marcus Bell'), telephone: numbers[0] };
  const set = (teamId: number | null, contacts: { person: number; telephone: string }[]): void =>
    service.as(null, when, 'concerns.contacts', (by) => setContacts(service.db, by, { teamId, contacts }));
  set(null, [{ person: head, telephone: headsNumber }, deputy]);
  leads.forEach((lead, i) => {
    const teamId = lead.team === null ? null : (service.teams.get(lead.team) ?? null);
    set(teamId, [
      { person: service.idOf(lead.name), telephone: numbers[i] ?? headsNumber },
      { person: head, telephone: headsNumber },
    ]);
  });
}

function notThere(name: string): never {
  throw new Error(`Nobody is called ${name}.`);
}
