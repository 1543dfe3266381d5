import { roleNames } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed, typedList } from '../../platform/http/typed.js';
import type { FirstAccountMade } from './set-up-colleagues.js';

type Again = Pick<Showing, 'typed' | 'faults'>;

interface Field {
  value: string;
  fault: string | null;
}

export interface SetUpPage {
  code: Field;
  service: Field;
  name: Field;
  signInName: Field;
  passwordFault: string | null;
  againFault: string | null;
  headOptions: { value: string; text: string; hint: string }[];
  head: readonly string[];
  steps: { text: string; current: boolean }[];
}

export const setUpPage = (c: Again): SetUpPage => ({
  code: field(c, 'code'),
  service: field(c, 'service'),
  name: field(c, 'name'),
  signInName: field(c, 'signInName'),
  passwordFault: faultAt(c, 'password'),
  againFault: faultAt(c, 'again'),
  headOptions: [
    {
      value: 'yes',
      text: 'I am head of service too',
      hint: 'Sees every case and audit and draws samples. Untick it when you only look after the service.',
    },
  ],
  head: typedList(c, 'head', ['yes']),
  steps: steps(0),
});

export interface ColleaguesPage {
  auditor: Field;
  lead: Field;
  team: Field;
  first: string;
  firstOptions: { value: string; text: string }[];
  leadTelephone: Field;
  myTelephone: Field;
  /** Only a manager can be named for concerns, so an administrator alone is not asked for a number. */
  isHead: boolean;
  steps: { text: string; current: boolean }[];
}

export const colleaguesPage = (c: Again & { me: Showing['me'] }): ColleaguesPage => ({
  auditor: field(c, 'auditor'),
  lead: field(c, 'lead'),
  team: field(c, 'team'),
  first: typed(c, 'first', 'lead'),
  firstOptions: [
    { value: 'lead', text: 'The team lead; you are the deputy' },
    { value: 'me', text: 'You; the team lead is the deputy' },
  ],
  leadTelephone: field(c, 'leadTelephone'),
  myTelephone: field(c, 'myTelephone'),
  isHead: c.me.roles.has('head'),
  steps: steps(1),
});

export interface FirstPasswordsPage {
  people: { name: string; role: string; signInName: string; password: string }[];
  steps: { text: string; current: boolean }[];
}

export const firstPasswordsPage = (
  made: readonly FirstAccountMade[],
  passwords: { auditor: string; lead: string },
): FirstPasswordsPage => ({
  people: made.map(({ name, signInName, role }) => ({
    name,
    role: roleNames[role],
    signInName,
    password: role === 'auditor' ? passwords.auditor : passwords.lead,
  })),
  steps: steps(2),
});

const steps = (current: number) =>
  ['Your account', 'Two colleagues', 'Case list'].map((text, i) => ({ text, current: i === current }));

const field = (c: Again, name: string): Field => ({ value: typed(c, name), fault: faultAt(c, name) });
