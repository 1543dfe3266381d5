import { Type as T } from '@sinclair/typebox';
import { notFound } from '../../domain/problems.js';
import { page, to } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { crumbsTo } from './crumbs.js';
import { enterFramework } from './framework-document.js';
import { frameworkPage } from './framework.page.js';
import { inspectionFor, leadOnly } from './inspection-for.js';
import { partPage } from './part.page.js';
import { ratedInspection } from './rated.js';
import { ratingsPage } from './ratings.page.js';
import { screeningPage } from './screening.page.js';
import { sharesPage } from './shares.page.js';
import { standardPage } from './standard.page.js';
import { setOverall, undoDiscretion, useDiscretion } from './use-discretion.js';

const words = (maxLength: number) => T.String({ default: '', maxLength });

/** While cases are read nobody but the lead and the head sees ratings, and through them what others judged. */
export const ratingsRoutes = [
  route({
    path: '/inspections/framework',
    may: 'inspections.set-up',
    trail: 'inspections.enter-framework',
    body: T.Object({ document: words(200_000) }),
    show: (c) =>
      page('inspections/framework', frameworkPage(c), {
        title: 'The framework of 2025',
        crumbs: [{ text: 'Inspections', href: '/inspections' }],
      }),
    save: (c) => {
      enterFramework(c.db, c, c.body.document);
      return to('/inspections/framework');
    },
  }),

  route({
    path: '/inspections/:id/ratings',
    may: 'inspections.lead',
    trail: 'inspections.set-overall',
    body: T.Object({ rating: words(40), reason: words(2000) }),
    show: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      const rated = ratedInspection(c.db, inspection, c.today);
      const crumbs = crumbsTo(inspection);
      if (rated.ratings) {
        const model = ratingsPage(c, inspection, rated, rated.ratings);
        const tables = [model.court.table, model.outOfCourt.table, model.judged.table];
        return page('inspections/ratings', model, { title: 'Ratings', crumbs, tables });
      }
      if (rated.shares) {
        const model = sharesPage(c, inspection, rated, rated.shares);
        return page('inspections/shares', model, { title: 'Where the shares stand', crumbs, tables: model.tables });
      }
      const model = screeningPage(inspection, rated);
      return page('inspections/screening', model, { title: 'Shares by theme', crumbs, tables: [model.table] });
    },
    save: (c) => {
      setOverall(c.db, c, c.id('id'), c.body);
      return to(`/inspections/${c.id('id')}/ratings`);
    },
  }),

  route({
    path: '/inspections/:id/ratings/:standard',
    may: 'inspections.lead',
    trail: 'inspections.discretion',
    body: T.Object({ to: words(40), reason: words(2000), looked: words(10), undo: words(10), undoReason: words(2000) }),
    show: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      const rated = ratedInspection(c.db, inspection, c.today);
      const key = c.params['standard'] ?? '';
      const crumbs = [...crumbsTo(inspection), { text: 'Ratings', href: `/inspections/${inspection.id}/ratings` }];
      if (rated.ratings?.standards.some((standard) => standard.key === key)) {
        const model = standardPage(c, inspection, rated, rated.ratings, key);
        return page('inspections/standard', model, { title: model.title, crumbs, tables: model.tables });
      }
      if (
        rated.shares?.areas.some(({ parts }) => parts.some((part) => part.key === key && part.questions.length > 0))
      ) {
        const model = partPage(inspection, rated, rated.shares, key);
        return page('inspections/part', model, { title: model.title, crumbs, tables: model.tables });
      }
      throw notFound();
    },
    save: (c) => {
      const { to: rating, reason, looked, undo, undoReason } = c.body;
      const [id, key] = [c.id('id'), c.params['standard'] ?? ''];
      if (undo === 'yes') undoDiscretion(c.db, c, id, key, undoReason);
      else useDiscretion(c.db, c, id, key, { to: rating, reason, looked: looked !== '' });
      return to(`/inspections/${id}/ratings/${key}`);
    },
  }),
];
