import { Type as T } from '@sinclair/typebox';
import { parseDate } from '../../domain/calendar/parse-date.js';
import { page, to } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { beginInspection } from './begin-inspection.js';
import { crumbsTo } from './crumbs.js';
import { daysRoutes } from './days.routes.js';
import { drawRoutes } from './draw.routes.js';
import { findingsRoutes } from './findings.routes.js';
import { inspectionFor } from './inspection-for.js';
import { inspectionPage } from './inspection.page.js';
import { inspectionsPage } from './inspections.page.js';
import { preparationsRoutes } from './preparations.routes.js';
import { readersRoutes } from './readers.routes.js';
import { readingsRoutes } from './readings.routes.js';
import { changeSetUp, setUpInspection } from './set-up.js';
import { setUpPage } from './set-up.page.js';
import { standardsRoutes } from './standards.routes.js';
import { talkRoutes } from './talk.routes.js';
import { timetableRoutes } from './timetable.routes.js';

const text = (maxLength: number) => T.String({ default: '', maxLength });
const crumbs = [{ text: 'Inspections', href: '/inspections' }];

/** What the form of the set-up holds, before it is read. */
const setUpFields = {
  name: text(120),
  starts: text(40),
  ends: text(40),
  access: text(40),
  lead: text(20),
  purpose: text(2000),
};

export const routes = [
  route({
    path: '/inspections',
    may: 'inspections.read',
    show: (c) => {
      const model = inspectionsPage(c);
      return page('inspections/inspections', model, { title: 'Inspections', tables: [model.table] });
    },
  }),

  route({
    path: '/inspections/new',
    may: 'inspections.set-up',
    body: T.Object({ ...setUpFields, framework: text(20), kind: text(20) }),
    show: (c) => page('inspections/set-up', setUpPage(c, null), { title: 'Set up an inspection', crumbs }),
    save: (c) => {
      const { framework, kind } = c.body;
      return to(`/inspections/${setUpInspection(c.db, c, { ...asSetUp(c.body), framework, kind })}`);
    },
  }),

  route({
    path: '/inspections/:id',
    may: 'inspections.read',
    show: (c) => {
      const model = inspectionPage(c, inspectionFor(c));
      const tables = [model.readings, model.left].filter((one) => one !== null);
      return page('inspections/inspection', model, { title: model.title, crumbs, tables });
    },
  }),

  route({
    path: '/inspections/:id/set-up',
    may: 'inspections.set-up',
    trail: 'inspections.change',
    body: T.Object(setUpFields),
    show: (c) => {
      const inspection = inspectionFor(c);
      return page('inspections/set-up', setUpPage(c, inspection), {
        title: 'Change the set-up',
        crumbs: crumbsTo(inspection),
      });
    },
    save: (c) => {
      changeSetUp(c.db, c, c.id('id'), asSetUp(c.body));
      return to(`/inspections/${c.id('id')}`);
    },
  }),

  route({
    path: '/inspections/:id/beginning',
    may: 'inspections.lead',
    trail: 'inspections.begin',
    save: (c) => {
      beginInspection(c.db, c, c.id('id'));
      return to(`/inspections/${c.id('id')}`);
    },
  }),

  ...readersRoutes,
  ...drawRoutes,
  ...readingsRoutes,
  ...talkRoutes,
  ...preparationsRoutes,
  ...timetableRoutes,
  ...standardsRoutes,
  ...findingsRoutes,
  ...daysRoutes,
];

const asSetUp = (body: Record<keyof typeof setUpFields, string>) => ({
  name: body.name,
  purpose: body.purpose,
  startsOn: parseDate(body.starts),
  endsOn: parseDate(body.ends),
  accessUntil: parseDate(body.access),
  lead: Number(body.lead) || 0,
});
