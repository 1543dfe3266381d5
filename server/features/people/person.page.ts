import { formatDate, formatDateInFull, formatMoment } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { whyRoleStays } from '../../domain/people/last-holder.js';
import { notFound } from '../../domain/problems.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { unfinishedAuditsOf } from '../home/home.store.js';
import { accountOf } from './accounts.store.js';
import { roleInWords } from './people.page.js';
import { personById } from './people.store.js';
import { holdersOf, rolesEnded, rolesHeld } from './roles.store.js';
import { spellingsOf } from './spellings.store.js';
import { membershipsOf } from './teams.store.js';

export interface PersonPage {
  id: number;
  name: string;
  sentence: string;
  hasLeft: boolean;
  mayManage: boolean;
  isMe: boolean;
  roles: { text: string; since: string; end: string; stays: string | null }[];
  earlier: { text: string; says: string }[];
  teams: { text: string; since: string; end: string }[];
  account: { name: string; text: string }[] | null;
  spellings: { text: string; line: string }[];
  /** What stands open in this person's name, told before they are marked as left. */
  unfinished: string | null;
}

export function personPage(c: Showing): PersonPage {
  const person = personById(c.db, c.id('person'));
  if (!person) throw notFound();
  const account = accountOf(c.db, person.id);
  const held = rolesHeld(c.db, person.id, c.today);
  const unfinished = unfinishedAuditsOf(c.db, person.id);
  c.viewed('people', person.id);
  return {
    id: person.id,
    name: person.name,
    sentence:
      person.leftOn === null
        ? `Added on ${formatDateInFull(londonDate(person.addedAt))}.`
        : `Left on ${formatDate(person.leftOn)}.`,
    hasLeft: person.leftOn !== null,
    mayManage: may(c.me, 'people.manage'),
    isMe: c.me.id === person.id,
    roles: held.map((role) => ({
      text: roleInWords(role.role, role.team),
      since: `since ${formatDate(role.fromOn)}`,
      end: `/people/${person.id}/roles/${role.id}/end`,
      stays: whyRoleStays(
        role.role,
        person.id,
        holdersOf(c.db, role.role, c.today).map((holder) => holder.id),
      ),
    })),
    earlier: rolesEnded(c.db, person.id, c.today).map((role) => ({
      text: roleInWords(role.role, role.team),
      says: `${formatDate(role.fromOn)} to ${formatDate(role.untilOn ?? c.today)}`,
    })),
    teams: membershipsOf(c.db, person.id, c.today).map((team) => ({
      text: team.team,
      since: `since ${formatDate(team.fromOn)}`,
      end: `/people/${person.id}/teams/${team.teamId}/end`,
    })),
    account: account
      ? [
          { name: 'Signs in as', text: account.signInName },
          { name: 'Password', text: account.mustChange ? 'a first password, not yet changed' : 'their own' },
        ]
      : null,
    spellings: spellingsOf(c.db, person.id).map(({ spelling, confirmedBy, at }) => ({
      text: spelling,
      line: `${confirmedBy ? `Confirmed by ${confirmedBy}` : 'Met on the command line'}, ${formatMoment(at)}`,
    })),
    unfinished:
      unfinished === 0
        ? null
        : `${unfinished} ${unfinished === 1 ? 'audit is' : 'audits are'} not finished. Hand ${unfinished === 1 ? 'it' : 'them'} over first, or the head of service does it after.`,
  };
}
