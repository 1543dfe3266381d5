import { Type as T } from '@sinclair/typebox';
import { formatDate } from '../../domain/calendar/format-date.js';
import { invalidField } from '../../domain/problems.js';
import { openRoute, route } from '../../platform/http/route.js';
import { page, shown, to } from '../../platform/http/results.js';
import { typed } from '../../platform/http/typed.js';
import { accountByName, accountOf } from '../people/accounts.store.js';
import { accessEndedOn } from '../people/roles.store.js';
import { changePassword, checkedNewPassword } from './change-password.js';
import { hashPassword, passwordFits } from './passwords.js';
import { carriedPage, passwordPage, signInPage } from './sign-in.page.js';
import { forgiveTries, mayTry, tooManyTries } from './tries.js';

export const routes = [
  openRoute({
    path: '/sign-in',
    may: 'anyone',
    trail: 'signed in',
    query: T.Object({ next: T.String({ default: '/' }) }),
    body: T.Object({
      name: T.String({ maxLength: 200 }),
      password: T.String({ maxLength: 1000 }),
      next: T.String({ default: '/' }),
      carried: T.String({ default: '', maxLength: 1_000_000 }),
      /** Set when a sign-in is renewed in place: only the same person may go on. */
      same: T.String({ default: '' }),
    }),
    show: (c) =>
      page('sign-in/sign-in', signInPage(c, { next: typed(c, 'next', c.query.next), carried: typed(c, 'carried') }), {
        title: 'Sign in',
        layout: 'bare',
      }),
    prepare: async (c) => {
      const key = c.body.name.trim().toLowerCase();
      if (!(await mayTry(key, c.from))) throw tooManyTries();
      const account = accountByName(c.db, c.body.name.trim());
      const fits = await passwordFits(
        account && account.disabledAt === null ? account.passwordHash : null,
        c.body.password,
      );
      if (fits) await forgiveTries(key, c.from);
      return { account: fits ? (account ?? null) : null };
    },
    save: (c) => {
      const { account } = c.prepared;
      if (!account)
        throw invalidField('password', 'The name and the password do not fit together. Check both and try again.');
      const visitOver = accessEndedOn(c.db, account.person, c.today);
      if (visitOver !== null)
        throw invalidField('name', `Your access to the inspection ended before ${formatDate(visitOver)}.`);
      if (c.body.same !== '' && c.body.same !== String(account.person)) {
        throw invalidField('name', 'Somebody else was signed in here. Only the same person can go on in place.');
      }
      c.entry.about('people', account.person);
      const session = { person: account.person };
      if (c.body.carried !== '') {
        return shown(200, 'sign-in/carried', carriedPage(c.body.carried), {
          title: 'Signed in',
          layout: 'bare',
          session,
        });
      }
      return to(account.mustChange ? '/account/password' : localAddress(c.body.next), {
        session,
        outcome: { signedIn: true },
      });
    },
  }),

  route({
    path: '/sign-out',
    may: 'account.change',
    trail: 'signed out',
    save: () => to('/sign-in', { session: 'end' }),
  }),

  route({
    path: '/account/password',
    may: 'account.change',
    trail: 'account.change-password',
    body: T.Object({
      old: T.String({ default: '' }),
      password: T.String({ default: '' }),
      again: T.String({ default: '' }),
    }),
    show: (c) => page('sign-in/password', passwordPage(c, accountOf(c.db, c.me.id)), { title: 'Choose a password' }),
    prepare: async (c) => ({ hash: await hashPassword(await checkedNewPassword(c.db, c.me.id, c.body)) }),
    save: (c) => {
      changePassword(c.db, c, c.me.id, c.prepared.hash);
      return to('/', { session: { person: c.me.id } });
    },
  }),
];

/** Only a path of our own: never another site. */
function localAddress(next: string): string {
  return /^\/(?![/\\])/.test(next) ? next : '/';
}
