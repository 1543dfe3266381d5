import { Type as T } from '@sinclair/typebox';
import { page, to } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { crumbsTo } from './crumbs.js';
import { takeFindingOut, writeFinding } from './find.js';
import { findingsPage } from './findings.page.js';
import { inspectionFor } from './inspection-for.js';

const text = (maxLength: number) => T.String({ default: '', maxLength });

/** Strengths, areas for improvement, recommendations. */
export const findingsRoutes = [
  route({
    path: '/inspections/:id/findings',
    may: 'inspections.judge',
    trail: 'inspections.find',
    body: T.Object({ kind: text(20), standard: text(10), wording: text(2000), forRole: text(200) }),
    show: (c) => {
      const inspection = inspectionFor(c);
      return page('inspections/findings', findingsPage(c, inspection), {
        title: 'What was found',
        crumbs: crumbsTo(inspection),
      });
    },
    save: (c) => {
      writeFinding(c.db, c, c.id('id'), c.body);
      return to(`/inspections/${c.id('id')}/findings`);
    },
  }),

  route({
    path: '/inspections/:id/findings/:finding/removal',
    may: 'inspections.judge',
    trail: 'inspections.find',
    save: (c) => {
      takeFindingOut(c.db, c, c.id('id'), c.id('finding'));
      return to(`/inspections/${c.id('id')}/findings`);
    },
  }),
];
