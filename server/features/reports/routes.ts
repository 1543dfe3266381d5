import { Type as T } from '@sinclair/typebox';
import { page, type Result } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import type { Table } from '../../platform/table.js';
import { answersRoutes } from './answers.routes.js';
import { auditsPage } from './audits.page.js';
import { custodyPapersPage } from './custody-papers.page.js';
import { downloadsOf } from './downloads.js';
import { gridPage } from './grid.page.js';
import { levelsPage } from './levels.page.js';
import { nationalStandardsPage } from './national-standards.page.js';
import { practitionerPage } from './practitioner.page.js';
import { practitionersPage } from './practitioners.page.js';
import { reporting, type Reporting } from './reporting.js';
import { reportsPage } from './reports.page.js';
import { selectionFields } from './selection.js';
import { servicePage } from './service.page.js';
import { sheetPage } from './sheet.page.js';
import { themePage } from './theme.page.js';
import { themesPage } from './themes.page.js';
import { askedFor, whatFields } from './what.js';

const query = T.Object({ ...selectionFields, table: T.Optional(T.String()) });
const reports = { text: 'Reports', href: '/reports' };

/** A report's page, with what can be taken away from it. */
function report(
  r: Reporting,
  view: string,
  model: object,
  title: string,
  tables: Table[],
  under = [reports],
  kept: Readonly<Record<string, string>> = {},
): Result {
  const downloads = downloadsOf(r, tables, kept);
  return page(`reports/${view}`, { ...model, downloads }, { title, crumbs: under, tables });
}

const practitioners = [reports, { text: 'Practitioners', href: '/reports/practitioners' }];

export const routes = [
  route({
    path: '/reports',
    may: 'reports.service',
    query,
    show: (c) => {
      const model = reportsPage(reporting(c, ['quality', 'compliance']));
      return page('reports/reports', { ...model, downloads: [] }, { title: 'Reports' });
    },
  }),

  route({
    path: '/reports/practitioners',
    may: 'reports.practitioners',
    query,
    show: (c) => {
      const r = reporting(c, ['quality', 'compliance']);
      const model = practitionersPage(r);
      return report(r, 'practitioners', model, 'Practitioners', [model.table]);
    },
  }),

  route({
    path: '/reports/practitioners/:id',
    may: 'reports.practitioners',
    query,
    show: (c) => {
      const r = reporting(c, ['quality', 'compliance']);
      const model = practitionerPage(r, c.id('id'));
      c.viewed('people', c.id('id'));
      return report(r, 'practitioner', model, model.name, model.tables, practitioners);
    },
  }),

  route({
    path: '/reports/practitioners/:id/sheet',
    may: 'reports.practitioners',
    query,
    show: (c) => {
      const model = sheetPage(reporting(c, ['quality', 'compliance']), c.id('id'));
      c.viewed('people', c.id('id'));
      const person = { text: model.page.name, href: model.back };
      return page('reports/sheet', model, { title: `Sheet: ${model.page.name}`, crumbs: [...practitioners, person] });
    },
  }),

  route({
    path: '/reports/themes',
    may: 'reports.service',
    query,
    show: (c) => {
      const r = reporting(c, ['quality', 'inspection']);
      const model = themesPage(r);
      return report(r, 'themes', model, 'Themes', [model.table]);
    },
  }),

  route({
    path: '/reports/themes/:theme',
    may: 'reports.service',
    query,
    show: (c) => {
      const r = reporting(c, ['quality', 'inspection']);
      const model = themePage(r, c.params['theme'] ?? '');
      return report(r, 'theme', model, model.theme.name, model.tables, [
        reports,
        { text: 'Themes', href: '/reports/themes' },
      ]);
    },
  }),

  route({
    path: '/reports/audits',
    may: 'reports.service',
    query: T.Object({
      ...selectionFields,
      ...whatFields,
      table: T.Optional(T.String()),
      before: T.Optional(T.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}\\.\\d{10}$' })),
    }),
    show: (c) => {
      const r = reporting(c, ['quality', 'compliance', 'inspection']);
      const model = auditsPage(r, c.query);
      return report(r, 'audits', model, model.title, [model.table], [reports], askedFor(c.query));
    },
  }),

  ...answersRoutes,

  route({
    path: '/reports/grid',
    may: 'reports.practitioners',
    query,
    show: (c) => {
      const r = reporting(c, ['quality']);
      const model = gridPage(r);
      return report(r, 'grid', model, 'Practitioners and themes', [model.table]);
    },
  }),

  route({
    path: '/reports/national-standards',
    may: 'reports.service',
    query,
    show: (c) => {
      const r = reporting(c, ['compliance']);
      const model = nationalStandardsPage(r);
      return report(r, 'national-standards', model, model.title, model.tables);
    },
  }),

  route({
    path: '/reports/custody-papers',
    may: 'reports.service',
    query,
    show: (c) => {
      const r = reporting(c, ['compliance']);
      const model = custodyPapersPage(r);
      return report(r, 'custody-papers', model, model.title, model.tables);
    },
  }),

  route({
    path: '/reports/levels',
    may: 'reports.service',
    query,
    show: (c) => {
      const r = reporting(c, ['quality', 'compliance', 'inspection']);
      const model = levelsPage(r);
      return report(r, 'levels', model, 'Levels: the auditor against the service', model.tables);
    },
  }),

  route({
    path: '/reports/service',
    may: 'reports.service',
    query,
    show: (c) => {
      const r = reporting(c, ['quality', 'compliance', 'inspection']);
      const model = servicePage(r);
      return report(r, 'service', model, 'The service over time', model.tables);
    },
  }),
];
