import { Type as T } from '@sinclair/typebox';
import { notFound } from '../../domain/problems.js';
import { may } from '../../domain/rights.js';
import { page } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { beginRoutes } from './begin.routes.js';
import { draftRoutes } from './draft.routes.js';
import { formPage } from './form.page.js';
import { formsPage } from './forms.page.js';
import { latestVersions, retiredAt, versionsOf } from './forms.store.js';
import { itemRoutes } from './item.routes.js';
import { publicationRoutes } from './publication.routes.js';
import { referencePage } from './reference.page.js';
import { mayReadReaudit } from '../audits/reaudits.store.js';
import { localValues } from '../settings/local-values.js';

export const routes = [
  route({
    path: '/forms',
    may: 'forms.read',
    show: (c) =>
      page('forms/forms', formsPage(latestVersions(c.db), may(c.me, 'forms.write')), { title: 'Audit forms' }),
  }),

  route({
    path: '/forms/reference',
    may: 'forms.read',
    show: () =>
      page('forms/reference', referencePage(), {
        title: 'How a form document is built',
        crumbs: [{ text: 'Audit forms', href: '/forms' }],
      }),
  }),

  ...beginRoutes,

  route({
    path: '/forms/:key',
    may: 'forms.read',
    query: T.Object({ version: T.String({ default: '' }) }),
    show: (c) => {
      const versions = versionsOf(c.db, c.params['key'] ?? '').filter(
        ({ id, origin }) => origin !== 're-audit' || mayReadReaudit(c.db, id, c.me),
      );
      const wanted = c.query.version;
      const version = wanted === '' ? versions[0] : versions.find((one) => String(one.version) === wanted);
      if (!version) throw notFound();
      const own = localValues(c.db, c.today, c.now);
      const around = {
        own,
        versions,
        retiredAt: retiredAt(c.db, version.key),
        mayWrite: may(c.me, 'forms.write'),
        mayAuditService: may(c.me, 'samples.service'),
      };
      return page('forms/form', formPage(version, around), {
        title: version.title,
        crumbs: [{ text: 'Audit forms', href: '/forms' }],
      });
    },
  }),

  ...draftRoutes,
  ...itemRoutes,
  ...publicationRoutes,
];
