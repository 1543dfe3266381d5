import { notFound } from '../../domain/problems.js';
import { page } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { formPage } from './form.page.js';
import { formsPage } from './forms.page.js';
import { latestVersion, latestVersions } from './forms.store.js';

export const routes = [
  route({
    path: '/forms',
    may: 'forms.read',
    show: (c) => page('forms/forms', formsPage(latestVersions(c.db)), { title: 'Audit forms' }),
  }),

  route({
    path: '/forms/:key',
    may: 'forms.read',
    show: (c) => {
      const version = latestVersion(c.db, c.params['key'] ?? '');
      if (!version) throw notFound();
      return page('forms/form', formPage(version), {
        title: version.title,
        crumbs: [{ text: 'Audit forms', href: '/forms' }],
      });
    },
  }),
];
