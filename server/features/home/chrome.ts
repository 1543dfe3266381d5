import { formatDateInFull, formatTime } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { may, type Act, type Me } from '../../domain/rights.js';
import type { Chrome } from '../../platform/handlebars/chrome.js';
import type { Db } from '../../platform/sqlite/open.js';
import { setting } from '../settings/settings.store.js';

const menu: readonly { text: string; href: string; act: Act }[] = [
  { text: 'Home', href: '/', act: 'home.read' },
  { text: 'Cases', href: '/cases', act: 'cases.read' },
  { text: 'Samples', href: '/samples', act: 'samples.read' },
  { text: 'Audits', href: '/audits', act: 'audits.read' },
  { text: 'Actions', href: '/actions', act: 'actions.read' },
  { text: 'Reports', href: '/reports', act: 'reports.service' },
  { text: 'Inspections', href: '/inspections', act: 'inspections.read' },
  { text: 'Forms', href: '/forms', act: 'forms.read' },
  { text: 'People', href: '/people', act: 'people.read' },
  { text: 'Settings', href: '/settings', act: 'settings.read' },
];

/** What stands around every page: the service's name, who is signed in, and a menu of what this person may do. */
export function chromeOf(
  db: Db,
  me: Me | null,
  address: string,
  now: string,
): Omit<Chrome, 'title' | 'crumbs' | 'faults' | 'layout' | 'scripts'> {
  return {
    service: setting(db, 'service-name') ?? 'Youth justice service',
    person: me && { name: me.name, href: '/account/password' },
    demo: setting(db, 'demonstration') === 'yes',
    menu: me
      ? menu
          .filter((entry) => may(me, entry.act))
          .map(({ text, href }) => ({ text, href, current: href === '/' ? address === '/' : isUnder(address, href) }))
      : [],
    printed: me
      ? `Printed by ${me.name} on ${formatDateInFull(londonDate(now))} at ${formatTime(now)}`
      : `Printed on ${formatDateInFull(londonDate(now))}`,
    address,
  };
}

const isUnder = (address: string, href: string): boolean => address === href || address.startsWith(`${href}/`);
