import { Type as T } from '@sinclair/typebox';
import { page, to } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { acceptReasons } from './accepted-reasons.js';
import { changeService } from './change.js';
import { changeContacts, contactsPage } from './contacts.page.js';
import { factsPage } from './facts.page.js';
import { chooseFacts } from './kept-facts.js';
import { limitPage } from './limit.page.js';
import { limitsPage } from './limits.page.js';
import { setLimit } from './set-limit.js';
import { latenessPage, servicePage, settingsPage } from './settings.page.js';

const crumbs = [{ text: 'Settings', href: '/settings' }];
const limitsCrumbs = [...crumbs, { text: 'Limits and lists', href: '/settings/limits' }];
const word = (maxLength: number) => T.String({ default: '', maxLength });

export const routes = [
  route({
    path: '/settings',
    may: 'settings.read',
    show: (c) => page('settings/settings', settingsPage(c), { title: 'Settings' }),
  }),

  route({
    path: '/settings/service',
    may: 'settings.change',
    body: T.Object({ service: T.String({ maxLength: 200 }), hours: T.String({ maxLength: 20 }) }),
    show: (c) => page('settings/service', servicePage(c), { title: 'The service', crumbs }),
    save: (c) => {
      changeService(c.db, c, c.body);
      return to('/settings');
    },
  }),

  route({
    path: '/settings/limits',
    may: 'settings.read',
    show: (c) => {
      const model = limitsPage(c);
      const tables = model.forms.map(({ table }) => table);
      return page('settings/limits', model, { title: 'Limits and lists', crumbs, tables });
    },
  }),

  route({
    path: '/settings/limits/:item/:place',
    may: 'settings.values',
    body: T.Object({
      held: word(20),
      amount: word(10),
      unit: word(20),
      from: word(40),
      until: word(40),
      reason: word(500),
    }),
    show: (c) => {
      const model = limitPage(c);
      return page('settings/limit', model, { title: model.title, crumbs: limitsCrumbs });
    },
    save: (c) => {
      setLimit(c.db, c, c.params['item'] ?? '', c.params['place'] ?? '', c.body);
      return to('/settings/limits');
    },
  }),

  route({
    path: '/settings/facts',
    may: 'settings.values',
    body: T.Object({ facts: T.Array(T.String({ maxLength: 60 }), { default: [], maxItems: 100 }) }),
    show: (c) => page('settings/facts', factsPage(c), { title: 'Facts kept of a case', crumbs: limitsCrumbs }),
    save: (c) => {
      chooseFacts(c.db, c, c.body.facts);
      return to('/settings/limits');
    },
  }),

  route({
    path: '/settings/lateness',
    may: 'settings.values',
    body: T.Object({ reasons: T.Array(T.String({ maxLength: 40 }), { default: [], maxItems: 50 }) }),
    show: (c) => page('settings/lateness', latenessPage(c), { title: 'Accepted reasons for lateness', crumbs }),
    save: (c) => {
      acceptReasons(c.db, c, c.body.reasons);
      return to('/settings');
    },
  }),

  route({
    path: '/settings/contacts/:team',
    may: 'concerns.contacts',
    body: T.Object({
      first: T.String({ default: '', maxLength: 20 }),
      firstTelephone: T.String({ default: '', maxLength: 40 }),
      deputy: T.String({ default: '', maxLength: 20 }),
      deputyTelephone: T.String({ default: '', maxLength: 40 }),
    }),
    show: (c) => page('settings/contacts', contactsPage(c), { title: 'Whom a concern reaches', crumbs }),
    save: (c) => {
      changeContacts(c);
      return to('/settings');
    },
  }),
];
