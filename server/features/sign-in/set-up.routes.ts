import { Type as T } from '@sinclair/typebox';
import { invalid, invalidField } from '../../domain/problems.js';
import { openRoute, route, type Route } from '../../platform/http/route.js';
import { page, shown, to } from '../../platform/http/results.js';
import { anyAccount } from '../people/accounts.store.js';
import { firstPassword, hashPassword } from './passwords.js';
import { setUpColleagues } from './set-up-colleagues.js';
import type { SetUpCode } from './set-up-code.js';
import { colleaguesPage, firstPasswordsPage, setUpPage } from './set-up.page.js';
import { setUpFaults, setUpService } from './set-up.js';
import { forgiveTries, mayTry, tooManyTries } from './tries.js';

const text = (maxLength: number) => T.String({ default: '', maxLength });

/** The first visit: one account behind the code of the terminal, then two colleagues and whom a concern reaches. */
export const setUpRoutes = (code: SetUpCode): Route[] => [
  openRoute({
    path: '/set-up',
    may: 'anyone',
    trail: 'set up',
    body: T.Object({
      code: text(100),
      service: text(200),
      name: text(200),
      signInName: text(200),
      password: text(1000),
      again: text(1000),
      head: T.Array(T.String(), { default: [] }),
    }),
    show: (c) =>
      anyAccount(c.db) ? to('/') : page('sign-in/set-up', setUpPage(c), { title: 'Set up', layout: 'bare' }),
    prepare: async (c) => {
      if (!(await mayTry('set-up', c.from))) throw tooManyTries();
      const codeFault = code.fits(c.body.code) ? [] : [{ field: 'code', at: null, message: noSuchCode }];
      const faults = [...codeFault, ...setUpFaults(c.body)];
      if (faults.length > 0) throw invalid(faults);
      await forgiveTries('set-up', c.from);
      return { hash: await hashPassword(c.body.password) };
    },
    save: (c) => {
      if (!code.fits(c.body.code)) throw invalidField('code', noSuchCode);
      const { service, name, head } = c.body;
      const signInName = c.body.signInName.trim();
      const isHead = head.includes('yes');
      const person = setUpService(c.db, c, { service, name, signInName, passwordHash: c.prepared.hash, isHead });
      code.end();
      return to('/set-up/colleagues', { session: { person } });
    },
  }),

  route({
    path: '/set-up/colleagues',
    may: 'people.manage',
    trail: 'set up colleagues',
    body: T.Object({
      auditor: text(200),
      lead: text(200),
      team: text(200),
      first: T.Union([T.Literal('lead'), T.Literal('me')], { default: 'lead' }),
      leadTelephone: text(40),
      myTelephone: text(40),
    }),
    show: (c) => page('sign-in/colleagues', colleaguesPage(c), { title: 'Two colleagues' }),
    prepare: async (c) => {
      const passwords = { auditor: firstPassword(c.random), lead: firstPassword(c.random) };
      const hashes = [await hashPassword(passwords.auditor), await hashPassword(passwords.lead)] as const;
      return { passwords, hashes };
    },
    save: (c) => {
      const made = setUpColleagues(c.db, c, { ...c.body, hashes: c.prepared.hashes });
      const model = firstPasswordsPage(made, c.prepared.passwords);
      return shown(200, 'sign-in/first-passwords', model, { title: 'First passwords' });
    },
  }),
];

const noSuchCode =
  'This is not the code, or its half hour is over. Start Assay again: it prints a new code in the terminal.';
