import { Type as T } from '@sinclair/typebox';
import { parseDate } from '../../domain/calendar/parse-date.js';
import { page, to } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { crumbsTo } from './crumbs.js';
import { inspectionFor, leadOnly } from './inspection-for.js';
import { preparationPage, preparationsPage } from './preparations.page.js';
import { dropPreparation, planPreparation, preparationAsked, setPreparationTo } from './prepare.js';

const text = (maxLength: number) => T.String({ default: '', maxLength });

/** The countdown and the list of evidence. */
export const preparationsRoutes = [
  route({
    path: '/inspections/:id/preparations',
    may: 'inspections.lead',
    trail: 'inspections.prepare',
    body: T.Object({
      kind: text(20),
      title: text(300),
      standard: text(10),
      owner: text(20),
      place: text(300),
      due: text(40),
    }),
    show: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      const model = preparationsPage(c, inspection);
      const tables = [model.tasks, ...(model.evidence ? [model.evidence] : [])];
      return page('inspections/preparations', model, {
        title: 'Countdown and evidence',
        crumbs: crumbsTo(inspection),
        tables,
      });
    },
    save: (c) => {
      const { due, owner, ...given } = c.body;
      planPreparation(c.db, c, c.id('id'), { ...given, owner: Number(owner) || 0, dueOn: parseDate(due) });
      return to(`/inspections/${c.id('id')}/preparations`);
    },
  }),

  route({
    path: '/inspections/:id/preparations/:preparation',
    may: 'inspections.lead',
    trail: 'inspections.prepare',
    body: T.Object({ state: text(20), owner: text(20), place: text(300), due: text(40) }),
    show: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      const model = preparationPage(c, inspection, preparationAsked(c.db, inspection.id, c.id('preparation')));
      return page('inspections/preparation', model, { title: model.title, crumbs: crumbsTo(inspection) });
    },
    save: (c) => {
      const { state, place, owner, due } = c.body;
      const given = { state, place, owner: Number(owner) || 0, dueOn: parseDate(due) };
      setPreparationTo(c.db, c, c.id('id'), c.id('preparation'), given);
      return to(`/inspections/${c.id('id')}/preparations`);
    },
  }),

  route({
    path: '/inspections/:id/preparations/:preparation/removal',
    may: 'inspections.lead',
    trail: 'inspections.prepare',
    save: (c) => {
      dropPreparation(c.db, c, c.id('id'), c.id('preparation'));
      return to(`/inspections/${c.id('id')}/preparations`);
    },
  }),
];
