import type { By } from '../../domain/by.js';
import { tidyName } from '../../domain/people/person-name.js';
import { signInNameFor } from '../../domain/people/sign-in-name.js';
import { invalid, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { setContacts } from '../concerns/set-contacts.js';
import { accountByName } from '../people/accounts.store.js';
import { addPersonWith } from '../people/add.js';

export interface Colleagues {
  auditor: string;
  lead: string;
  team: string;
  /** Who is asked first about a concern: the team lead, or whoever sets up. */
  first: 'lead' | 'me';
  leadTelephone: string;
  myTelephone: string;
  /** Hashes of the two first passwords: of the auditor and of the team lead. */
  hashes: readonly [string, string];
}

export interface FirstAccountMade {
  name: string;
  signInName: string;
  role: 'auditor' | 'team-lead';
}

/** Makes the two colleagues that a first audit needs, and says whom a concern reaches. Either may be left for later. */
export function setUpColleagues(db: Db, by: By, given: Colleagues): FirstAccountMade[] {
  const faults = colleaguesFaults(given, by.me?.roles.has('head') ?? false);
  if (faults.length > 0) throw invalid(faults);
  const made: FirstAccountMade[] = [];
  const add = (name: string, role: 'auditor' | 'team-lead', team: string | null, passwordHash: string): number => {
    const signInName = signInNameFor(tidyName(name), (taken) => accountByName(db, taken) !== undefined);
    made.push({ name: tidyName(name), signInName, role });
    return addPersonWith(db, by, { name, roles: [role], team, account: { signInName, passwordHash } });
  };
  if (given.auditor.trim() !== '') add(given.auditor, 'auditor', null, given.hashes[0]);
  const lead = given.lead.trim() === '' ? null : add(given.lead, 'team-lead', tidyName(given.team), given.hashes[1]);
  const contacts = inOrder(given, lead, by.me?.id ?? null);
  if (contacts.length > 0) setContacts(db, by, { teamId: null, contacts });
  return made;
}

function inOrder(given: Colleagues, lead: number | null, me: number | null): { person: number; telephone: string }[] {
  const asked = [
    { person: lead, telephone: given.leadTelephone.trim() },
    { person: me, telephone: given.myTelephone.trim() },
  ];
  if (given.first === 'me') asked.reverse();
  return asked.flatMap(({ person, telephone }) => (person === null || telephone === '' ? [] : [{ person, telephone }]));
}

/** The team lead needs a team; whoever is rung first needs a telephone number; only a manager can be named. */
function colleaguesFaults(given: Colleagues, isHead: boolean): Fault[] {
  const hasLead = given.lead.trim() !== '';
  const faults: (Fault | null)[] = [
    hasLead && given.team.trim() === '' ? at('team', 'Name the team that this team lead leads.') : null,
    hasLead && given.first === 'lead' && given.leadTelephone.trim() === ''
      ? at('leadTelephone', 'Give the telephone number at which the team lead is rung about a concern.')
      : null,
    isHead && (given.first === 'me' || !hasLead) && given.myTelephone.trim() === ''
      ? at('myTelephone', 'Give the telephone number at which you are rung about a concern.')
      : null,
    !hasLead && given.first === 'lead' && !isHead
      ? at('lead', 'Name a team lead: somebody must be named for concerns before the first audit.')
      : null,
  ];
  return faults.filter((fault) => fault !== null);
}

const at = (field: string, message: string): Fault => ({ field, at: null, message });
