import { Type as T } from '@sinclair/typebox';
import { page } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { answersPage } from './answers.page.js';
import { reporting } from './reporting.js';
import { selectionFields } from './selection.js';

export const answersRoutes = [
  route({
    path: '/reports/answers',
    may: 'reports.answers',
    query: T.Object({
      ...selectionFields,
      table: T.Optional(T.String()),
      notes: T.Optional(T.String({ maxLength: 10 })),
    }),
    show: (c) => {
      const r = reporting(c, ['quality', 'compliance', 'inspection', 'service']);
      const { table, ...model } = answersPage(r, c.query.notes === 'with');
      return page('reports/answers', model, {
        title: 'Every answer',
        crumbs: [{ text: 'Reports', href: '/reports' }],
        tables: [table],
      });
    },
  }),
];
