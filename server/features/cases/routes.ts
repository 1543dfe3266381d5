import { Type as T } from '@sinclair/typebox';
import { invalidField, notFound } from '../../domain/problems.js';
import { route } from '../../platform/http/route.js';
import { page, to } from '../../platform/http/results.js';
import { casePage } from './case.page.js';
import { caseById, caseByReference } from './cases.store.js';
import { casesPage } from './cases.page.js';
import { correctionsPage } from './corrections.page.js';
import { routes as imports } from './imports.routes.js';

export const routes = [
  ...imports,

  route({
    path: '/cases',
    may: 'cases.read',
    trail: false,
    query: T.Object({
      status: T.String({ default: '' }),
      team: T.String({ default: '' }),
      after: T.String({ default: '' }),
    }),
    body: T.Object({ reference: T.String({ maxLength: 200 }) }),
    show: (c) => {
      const model = casesPage(c);
      return page('cases/cases', model, { title: 'Cases', tables: [model.table] });
    },
    // A reference is sent as a form, so that no address ever holds one.
    save: (c) => {
      const reference = c.body.reference.trim();
      const found = reference === '' ? undefined : caseByReference(c.db, reference, c.reach, c.today);
      if (!found) throw invalidField('reference', 'No case within your reach has this reference.');
      return to(`/cases/${found.id}`);
    },
  }),

  route({
    path: '/cases/corrections',
    may: 'cases.corrections',
    show: (c) => {
      const model = correctionsPage(c);
      const crumbs = [{ text: 'Cases', href: '/cases' }];
      return page('cases/corrections', model, { title: 'Facts to put right', crumbs, tables: [model.table] });
    },
  }),

  route({
    path: '/cases/:id',
    may: 'cases.read',
    show: (c) => {
      const found = caseById(c.db, c.id('id'), c.reach, c.today);
      if (!found) throw notFound();
      const model = casePage(c, found);
      const crumbs = [{ text: 'Cases', href: '/cases' }];
      return page('cases/case', model, { title: `Case ${model.reference}`, crumbs, tables: [model.changes] });
    },
  }),
];
