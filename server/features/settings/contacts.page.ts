import { invalid, notFound, type Fault } from '../../domain/problems.js';
import type { Saving, Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { answerers } from '../concerns/answerers.store.js';
import { contactsOfService, contactsOfTeam } from '../concerns/contacts.store.js';
import { setContacts } from '../concerns/set-contacts.js';
import { teamById } from '../people/teams.store.js';

export interface ContactsPage {
  title: string;
  sentence: string;
  address: string;
  firstOptions: { value: string; text: string }[];
  first: string;
  firstFault: string | null;
  firstTelephone: string;
  firstTelephoneFault: string | null;
  deputyOptions: { value: string; text: string }[];
  deputy: string;
  deputyFault: string | null;
  deputyTelephone: string;
  deputyTelephoneFault: string | null;
}

export function contactsPage(c: Showing): ContactsPage {
  const team = teamAsked(c);
  const now = team ? contactsOfTeam(c.db, team.id, c.today) : contactsOfService(c.db, c.today);
  const managers = answerers(c.db, c.today).map(({ id, name }) => ({ value: String(id), text: name }));
  return {
    title: team ? `Whom a concern reaches: ${team.name}` : 'Whom a concern reaches',
    sentence: team
      ? 'For this team only. Leave both empty, and what is set for the whole service holds.'
      : 'For every team that has nobody of its own. No audit can be begun before somebody is named.',
    address: c.address,
    firstOptions: [{ value: '', text: team ? 'As for the whole service' : 'Choose a manager' }, ...managers],
    first: typed(c, 'first', now ? String(now.person) : ''),
    firstFault: faultAt(c, 'first'),
    firstTelephone: typed(c, 'firstTelephone', now?.telephone),
    firstTelephoneFault: faultAt(c, 'firstTelephone'),
    deputyOptions: [{ value: '', text: 'No deputy' }, ...managers],
    deputy: typed(c, 'deputy', now?.deputy ? String(now.deputy.person) : ''),
    deputyFault: faultAt(c, 'deputy'),
    deputyTelephone: typed(c, 'deputyTelephone', now?.deputy?.telephone),
    deputyTelephoneFault: faultAt(c, 'deputyTelephone'),
  };
}

interface Typed {
  first: string;
  firstTelephone: string;
  deputy: string;
  deputyTelephone: string;
}

export function changeContacts(c: Saving<unknown, Typed>): void {
  const team = teamAsked(c);
  const faults = faultsOf(c.body, team === null);
  if (faults.length > 0) throw invalid(faults);
  const { first, firstTelephone, deputy, deputyTelephone } = c.body;
  const contacts = [
    { person: Number(first), telephone: firstTelephone.trim() },
    { person: Number(deputy), telephone: deputyTelephone.trim() },
  ].filter(({ person }) => person > 0);
  setContacts(c.db, c, { teamId: team?.id ?? null, contacts });
}

/** 'service' in the address is the whole service. */
function teamAsked(c: Pick<Showing, 'db' | 'params' | 'id'>): { id: number; name: string } | null {
  if (c.params['team'] === 'service') return null;
  const team = teamById(c.db, c.id('team'));
  if (!team) throw notFound();
  return team;
}

function faultsOf({ first, firstTelephone, deputy, deputyTelephone }: Typed, isService: boolean): Fault[] {
  const needed = (field: string, message: string): Fault => ({ field, at: null, message });
  return [
    ...(first === '' && (isService || deputy !== '') ? [needed('first', 'Choose who is asked first.')] : []),
    ...(first !== '' && firstTelephone.trim() === ''
      ? [needed('firstTelephone', 'Give a telephone number to ring.')]
      : []),
    ...(deputy !== '' && deputyTelephone.trim() === ''
      ? [needed('deputyTelephone', 'Give a telephone number to ring.')]
      : []),
  ];
}
