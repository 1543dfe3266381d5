import { Type as T } from '@sinclair/typebox';
import { standardsJudged } from '../../domain/inspections/frameworks.js';
import { notFound } from '../../domain/problems.js';
import { page, to } from '../../platform/http/results.js';
import { route, type Showing } from '../../platform/http/route.js';
import { crumbsTo } from './crumbs.js';
import { inspectionFor } from './inspection-for.js';
import { confirmRating, proposeRating } from './judge-standard.js';
import { judgedStandardPage, standardsPage } from './standards.page.js';

/** Standards that are judged as a whole, on evidence. */
export const standardsRoutes = [
  route({
    path: '/inspections/:id/standards',
    may: 'inspections.judge',
    show: (c) => {
      const inspection = inspectionFor(c);
      const model = standardsPage(c, inspection);
      return page('inspections/standards', model, {
        title: 'Standards judged on evidence',
        crumbs: crumbsTo(inspection),
        tables: [model.table],
      });
    },
  }),

  route({
    path: '/inspections/:id/standards/:standard',
    may: 'inspections.judge',
    trail: 'inspections.propose',
    body: T.Object({
      rating: T.String({ default: '', maxLength: 40 }),
      reason: T.String({ default: '', maxLength: 5000 }),
    }),
    show: shownStandard,
    save: (c) => {
      proposeRating(c.db, c, c.id('id'), c.params['standard'] ?? '', c.body);
      return to(`/inspections/${c.id('id')}/standards`);
    },
  }),

  route({
    path: '/inspections/:id/standards/:standard/confirmation',
    may: 'inspections.judge',
    trail: 'inspections.confirm',
    show: shownStandard,
    save: (c) => {
      confirmRating(c.db, c, c.id('id'), c.params['standard'] ?? '');
      return to(`/inspections/${c.id('id')}/standards`);
    },
  }),
];

function shownStandard(c: Showing) {
  const inspection = inspectionFor(c);
  const standard = standardsJudged(inspection.framework, inspection.kind).find(
    ({ key }) => key === c.params['standard'],
  );
  if (!standard) throw notFound();
  const model = judgedStandardPage(c, inspection, standard);
  return page('inspections/judged-standard', model, { title: model.title, crumbs: crumbsTo(inspection) });
}
