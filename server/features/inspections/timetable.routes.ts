import { Type as T } from '@sinclair/typebox';
import { parseTime } from '../../domain/calendar/parse-date.js';
import { notFound } from '../../domain/problems.js';
import { page, to } from '../../platform/http/results.js';
import { route, type Showing } from '../../platform/http/route.js';
import { crumbsTo } from './crumbs.js';
import { inspectionFor, isLead } from './inspection-for.js';
import type { Inspection } from './inspections.store.js';
import { sittingsOf, type Sitting } from './sittings.store.js';
import { noteSitting, planSitting, takeSittingOut } from './timetable.js';
import { sittingPage, timetablePage } from './timetable.page.js';

const text = (maxLength: number) => T.String({ default: '', maxLength });

/** Who reads what when, whom they talk to, and notes of it. */
export const timetableRoutes = [
  route({
    path: '/inspections/:id/timetable',
    may: 'inspections.judge',
    trail: 'inspections.plan',
    body: T.Object({
      day: text(10),
      begins: text(10),
      ends: text(10),
      kind: text(20),
      title: text(200),
      person: text(20),
      reading: text(20),
      place: text(200),
    }),
    show: (c) => {
      const inspection = inspectionFor(c);
      const model = timetablePage(c, inspection);
      const tables = model.days.flatMap(({ table }) => table ?? []);
      return page('inspections/timetable', model, { title: 'Timetable', crumbs: crumbsTo(inspection), tables });
    },
    save: (c) => {
      const { day, begins, ends, kind, title, place, person, reading } = c.body;
      planSitting(c.db, c, c.id('id'), {
        day: day === '' ? null : day,
        from: parseTime(begins),
        until: parseTime(ends),
        ...{ kind, title, place },
        person: Number(person) || 0,
        reading: Number(reading) || 0,
      });
      return to(`/inspections/${c.id('id')}/timetable`);
    },
  }),

  route({
    path: '/inspections/:id/timetable/:sitting',
    may: 'inspections.judge',
    trail: 'inspections.note',
    body: T.Object({ notes: text(20_000) }),
    show: (c) => {
      const inspection = inspectionFor(c);
      const model = sittingPage(c, inspection, sittingAsked(c, inspection));
      return page('inspections/sitting', model, { title: model.title, crumbs: crumbsTo(inspection) });
    },
    save: (c) => {
      noteSitting(c.db, c, c.id('id'), c.id('sitting'), c.body.notes);
      return to(`/inspections/${c.id('id')}/timetable/${c.id('sitting')}`);
    },
  }),

  route({
    path: '/inspections/:id/timetable/:sitting/removal',
    may: 'inspections.lead',
    trail: 'inspections.plan',
    save: (c) => {
      takeSittingOut(c.db, c, c.id('id'), c.id('sitting'));
      return to(`/inspections/${c.id('id')}/timetable`);
    },
  }),
];

function sittingAsked(c: Showing, inspection: Inspection): Sitting {
  const sitting = sittingsOf(c.db, inspection.id).find(({ id }) => id === c.id('sitting'));
  if (!sitting || (sitting.personId !== c.me.id && !isLead(c.me, inspection))) throw notFound();
  return sitting;
}
