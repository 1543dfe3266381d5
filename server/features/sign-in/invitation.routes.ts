import { Type as T } from '@sinclair/typebox';
import { signInNameFor } from '../../domain/people/sign-in-name.js';
import { invalidField, notFound } from '../../domain/problems.js';
import { page, to } from '../../platform/http/results.js';
import { openRoute, type Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { accountByName, accountOf } from '../people/accounts.store.js';
import { acceptInvitation } from './accept-invitation.js';
import { invitationFor, type Invitation } from './invitations.store.js';
import { checkPassword, hashPassword } from './passwords.js';

export interface InvitationPage {
  name: string;
  signInName: string;
  /** Somebody who has an account keeps its name. */
  isNamed: boolean;
  signInNameFault: string | null;
  passwordFault: string | null;
  againFault: string | null;
}

const noSuchLink =
  'This link does not work, or no longer: it works once and until its day. Ask whoever sent it for a new one.';

/** A link that works once: whoever holds it chooses a password and is in. */
export const invitationRoutes = [
  openRoute({
    path: '/sign-in/invitations/:token',
    may: 'anyone',
    trail: 'invitation accepted',
    body: T.Object({
      signInName: T.String({ default: '', maxLength: 100 }),
      password: T.String({ default: '', maxLength: 1000 }),
      again: T.String({ default: '', maxLength: 1000 }),
    }),
    show: (c) =>
      page('sign-in/invitation', invitationPage(c, invitationAsked(c)), { title: 'Choose a password', layout: 'bare' }),
    prepare: async (c) => {
      invitationAsked(c);
      checkPassword('password', c.body.password);
      if (c.body.password !== c.body.again)
        throw invalidField('again', 'The two do not match. Type the password twice.');
      return { hash: await hashPassword(c.body.password) };
    },
    save: (c) => {
      const { person } = invitationAsked(c);
      acceptInvitation(c.db, c, {
        token: c.params['token'] ?? '',
        person,
        signInName: c.body.signInName,
        hash: c.prepared.hash,
      });
      return to('/', { session: { person } });
    },
  }),
];

function invitationAsked(c: Pick<Showing, 'db' | 'params' | 'now'>): Invitation {
  const invitation = invitationFor(c.db, c.params['token'] ?? '', c.now);
  if (!invitation) throw notFound(noSuchLink);
  return invitation;
}

function invitationPage(c: Pick<Showing, 'db' | 'typed' | 'faults'>, { person, name }: Invitation): InvitationPage {
  const account = accountOf(c.db, person);
  const proposed = account?.signInName ?? signInNameFor(name, (taken) => !!accountByName(c.db, taken));
  return {
    name,
    signInName: typed(c, 'signInName', proposed),
    isNamed: account !== undefined,
    signInNameFault: faultAt(c, 'signInName'),
    passwordFault: faultAt(c, 'password'),
    againFault: faultAt(c, 'again'),
  };
}
