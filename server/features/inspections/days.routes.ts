import { Type as T } from '@sinclair/typebox';
import { page, to } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { closeInspection, reopenInspection } from './close.js';
import { closingPage, reopeningPage } from './closing.page.js';
import { crumbsTo } from './crumbs.js';
import { inspectionFor, leadOnly } from './inspection-for.js';
import { openingPage } from './opening.page.js';
import { summaryPage } from './summary.page.js';

const Reason = T.Object({ reason: T.String({ default: '', maxLength: 2000 }) });

/** The days from their opening to their closing. */
export const daysRoutes = [
  route({
    path: '/inspections/:id/opening',
    may: 'inspections.read',
    show: (c) => {
      const inspection = inspectionFor(c);
      return page('inspections/opening', openingPage(c, inspection), {
        title: 'Opening',
        crumbs: crumbsTo(inspection),
      });
    },
  }),

  route({
    path: '/inspections/:id/summary',
    may: 'inspections.lead',
    show: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      const model = summaryPage(c, inspection);
      return page('inspections/summary', model, {
        title: 'Summary of the day',
        crumbs: crumbsTo(inspection),
        tables: model.counts ? [model.counts] : [],
      });
    },
  }),

  route({
    path: '/inspections/:id/closing',
    may: 'inspections.lead',
    trail: 'inspections.close',
    body: Reason,
    show: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      return page('inspections/closing', closingPage(c, inspection), { title: 'Close', crumbs: crumbsTo(inspection) });
    },
    save: (c) => {
      closeInspection(c.db, c, c.id('id'), c.body.reason);
      return to(`/inspections/${c.id('id')}`);
    },
  }),

  route({
    path: '/inspections/:id/reopening',
    may: 'inspections.set-up',
    trail: 'inspections.reopen',
    body: Reason,
    show: (c) => {
      const inspection = inspectionFor(c);
      return page('inspections/closing', reopeningPage(c, inspection), {
        title: 'Reopen',
        crumbs: crumbsTo(inspection),
      });
    },
    save: (c) => {
      reopenInspection(c.db, c, c.id('id'), c.body.reason);
      return to(`/inspections/${c.id('id')}`);
    },
  }),
];
