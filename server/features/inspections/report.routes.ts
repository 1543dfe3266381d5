import { conflict, notFound } from '../../domain/problems.js';
import { page, to } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { makeAction } from '../actions/make.js';
import { actionOfPage, serviceAction } from './action-of.page.js';
import { boardPage } from './board.page.js';
import { bothPage } from './both.page.js';
import { crumbsTo } from './crumbs.js';
import { findingsOf, setActionOf } from './findings.store.js';
import { inspectionFor, leadOnly } from './inspection-for.js';
import { actionFields } from './past.routes.js';
import { ratedInspection } from './rated.js';
import { reportPage } from './report.page.js';

export const reportRoutes = [
  route({
    path: '/inspections/:id/report',
    may: 'inspections.lead',
    show: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      const model = reportPage(c, inspection, ratedInspection(c.db, inspection, c.today));
      return page('inspections/report', model, {
        title: model.title,
        crumbs: crumbsTo(inspection),
        tables: model.tables,
      });
    },
  }),

  route({
    path: '/inspections/:id/board',
    may: 'inspections.lead',
    show: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      const model = boardPage(c, inspection, ratedInspection(c.db, inspection, c.today));
      return page('inspections/board', model, { title: 'Picture for the board', crumbs: crumbsTo(inspection) });
    },
  }),

  route({
    path: '/inspections/:id/both',
    may: 'inspections.lead',
    show: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      if (inspection.state !== 'closed') throw conflict(notYet);
      const model = bothPage(c, inspection);
      return page('inspections/both', model, {
        title: 'Internal against external',
        crumbs: crumbsTo(inspection),
        tables: model.tables,
      });
    },
  }),

  route({
    path: '/inspections/:id/recommendations/:finding',
    may: 'actions.make-by-hand',
    body: actionFields,
    show: (c) => {
      const { inspection, finding } = recommendation(c);
      return page('inspections/action', actionOfPage(c, inspection.name, finding.wording), {
        title: 'Make an action',
        crumbs: crumbsTo(inspection),
      });
    },
    save: (c) => {
      const { inspection, finding } = recommendation(c);
      if (finding.actionId !== null) throw conflict('An action came of this already.');
      setActionOf(c.db, finding.id, makeAction(c.db, c, { ...serviceAction(c.body), inspection: inspection.id }));
      return to(`/inspections/${inspection.id}/report`);
    },
  }),
];

const notYet =
  'How internal audits and the inspection judged the same cases is shown when the inspection is closed: until then it would not be blind.';

function recommendation(c: Parameters<typeof inspectionFor>[0]) {
  const inspection = inspectionFor(c);
  const finding = findingsOf(c.db, inspection.id).find(
    ({ id, kind }) => id === c.id('finding') && kind === 'recommendation',
  );
  if (!finding) throw notFound();
  return { inspection, finding };
}
