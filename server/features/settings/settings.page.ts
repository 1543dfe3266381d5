import { latenessReasons } from '../../domain/forms/lateness.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed, typedList } from '../../platform/http/typed.js';
import type { Db } from '../../platform/sqlite/open.js';
import { contactsOfService, contactsOfTeam, type Contacts } from '../concerns/contacts.store.js';
import { teamsWithPeople } from '../people/teams.store.js';
import { acceptedReasons } from './accepted-reasons.js';
import { concernHours } from './concern-hours.js';
import { setting } from './settings.store.js';

export interface SettingsPage {
  service: { name: string; text: string }[];
  mayChange: boolean;
  mayChangeValues: boolean;
  reasons: { text: string; says: string }[];
  mayName: boolean;
  contacts: { name: string; says: string; href: string; isNobody: boolean }[];
  mayReadTrail: boolean;
}

export function settingsPage(c: Showing): SettingsPage {
  const accepted = acceptedReasons(c.db);
  return {
    service: [
      { name: 'Name', text: serviceName(c.db) },
      { name: 'Time to acknowledge a concern', text: hoursInWords(concernHours(c.db)) },
    ],
    mayChange: may(c.me, 'settings.change'),
    mayChangeValues: may(c.me, 'settings.values'),
    reasons: latenessReasons.map(({ code, reason }) => ({
      text: reason,
      says: accepted.has(code) ? 'accepted' : 'not accepted',
    })),
    mayName: may(c.me, 'concerns.contacts'),
    contacts: [
      named('The whole service', 'service', contactsOfService(c.db, c.today), 'nobody yet: no audit can be begun'),
      ...teamsWithPeople(c.db, c.today).map((team) =>
        named(team.name, String(team.id), contactsOfTeam(c.db, team.id, c.today), 'as for the whole service'),
      ),
    ],
    mayReadTrail: may(c.me, 'trail.read'),
  };
}

function named(
  name: string,
  team: string,
  contacts: Contacts | null,
  nobody: string,
): SettingsPage['contacts'][number] {
  const deputy = contacts?.deputy ? `; deputy ${contacts.deputy.name}, ${contacts.deputy.telephone}` : '; no deputy';
  return {
    name,
    says: contacts ? `${contacts.name}, ${contacts.telephone}${deputy}` : nobody,
    href: `/settings/contacts/${team}`,
    isNobody: contacts === null && team === 'service',
  };
}

export interface ServicePage {
  service: string;
  serviceFault: string | null;
  hours: string;
  hoursFault: string | null;
}

export const servicePage = (c: Showing): ServicePage => ({
  service: typed(c, 'service', serviceName(c.db)),
  serviceFault: faultAt(c, 'service'),
  hours: typed(c, 'hours', String(concernHours(c.db))),
  hoursFault: faultAt(c, 'hours'),
});

export interface LatenessPage {
  options: { value: string; text: string; hint: string }[];
  accepted: readonly string[];
  fault: string | null;
}

export const latenessPage = (c: Showing): LatenessPage => ({
  options: latenessReasons.map(({ code, reason, acceptedAtFirst }) => ({
    value: code,
    text: reason,
    hint: acceptedAtFirst
      ? 'Accepted, unless the service decides otherwise'
      : 'Not accepted, unless the service decides otherwise',
  })),
  accepted: typedList(c, 'reasons', [...acceptedReasons(c.db)]),
  fault: faultAt(c, 'reasons'),
});

const serviceName = (db: Db): string => setting(db, 'service-name') ?? 'Youth justice service';

const hoursInWords = (hours: number): string =>
  `${hours} ${hours === 1 ? 'hour' : 'hours'}, then the deputy has it too`;
