import { formatMoment } from '../../domain/calendar/format-date.js';
import { may, type Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { contactsOfService } from '../concerns/contacts.store.js';
import type { Thing } from './late.js';
import { accountsSoFar, lastImport } from './service.store.js';

/** What whoever looks after the service wants to know: accounts, the case list, whom a concern reaches. */
export function afterTheService(db: Db, me: Me, today: string): Thing[] {
  if (!may(me, 'settings.read')) return [];
  return [accounts(db), caseList(db), contact(db, today)];
}

function accounts(db: Db): Thing {
  const { accounts, unchanged } = accountsSoFar(db);
  return {
    text: `${accounts} ${accounts === 1 ? 'account' : 'accounts'}`,
    href: '/people',
    line:
      unchanged === 0 ? 'Everybody has a password of their own' : `${unchanged} with a first password, not yet changed`,
  };
}

function caseList(db: Db): Thing {
  const last = lastImport(db);
  if (!last)
    return { text: 'No case list yet', href: '/cases/imports/new', line: 'Bring in an export of your case system' };
  return {
    text: `Case list of ${formatMoment(last.madeAt)}`,
    href: '/cases/imports/new',
    line: `${last.cases} cases; ${last.faulty} ${last.faulty === 1 ? 'row' : 'rows'} left out`,
  };
}

function contact(db: Db, today: string): Thing {
  const named = contactsOfService(db, today);
  const thing = { text: 'Whom a concern reaches', href: '/settings/contacts/service' };
  if (!named) return { ...thing, state: 'gap', says: 'Nobody named: no audit can be begun' };
  return { ...thing, line: named.deputy ? `${named.name}, then ${named.deputy.name}` : `${named.name}; no deputy` };
}
