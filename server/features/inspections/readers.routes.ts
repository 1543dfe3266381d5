import { Type as T } from '@sinclair/typebox';
import { notFound } from '../../domain/problems.js';
import { page, shown, to } from '../../platform/http/results.js';
import { route, type Showing } from '../../platform/http/route.js';
import { crumbsTo } from './crumbs.js';
import { inspectionFor, leadOnly } from './inspection-for.js';
import type { Inspection } from './inspections.store.js';
import { addOwnReader, endReading, inviteInspector, linkAnew } from './invite.js';
import { linkPage, readerPage, readersPage } from './readers.page.js';
import { readersOf, type Reader } from './readers.store.js';

const text = (maxLength: number) => T.String({ default: '', maxLength });

/** Who reads: visiting inspectors, invited by a link, and auditors of the service. */
export const readersRoutes = [
  route({
    path: '/inspections/:id/readers',
    may: 'inspections.lead',
    trail: 'inspections.add-reader',
    body: T.Object({ person: text(20) }),
    show: (c) => readers(c),
    save: (c) => {
      addOwnReader(c.db, c, c.id('id'), Number(c.body.person) || 0);
      return to(`/inspections/${c.id('id')}/readers`);
    },
  }),

  route({
    path: '/inspections/:id/readers/invitation',
    may: 'inspections.lead',
    trail: 'inspections.invite',
    body: T.Object({ name: text(200), from: text(200) }),
    show: (c) => readers(c),
    save: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      const { token } = inviteInspector(c.db, c, inspection.id, { name: c.body.name, fromService: c.body.from });
      return linkShown(inspection, c.body.name.trim(), token);
    },
  }),

  route({
    path: '/inspections/:id/readers/:person',
    may: 'inspections.lead',
    trail: 'inspections.end-reader',
    body: T.Object({ reason: text(500) }),
    show: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      const reader = readerAsked(c, inspection);
      return page('inspections/reader', readerPage(c, inspection, reader), {
        title: reader.name,
        crumbs: crumbsTo(inspection),
      });
    },
    save: (c) => {
      endReading(c.db, c, c.id('id'), c.id('person'), c.body.reason);
      return to(`/inspections/${c.id('id')}/readers`);
    },
  }),

  route({
    path: '/inspections/:id/readers/:person/link',
    may: 'inspections.lead',
    trail: 'inspections.invite',
    save: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      const reader = readerAsked(c, inspection);
      return linkShown(inspection, reader.name, linkAnew(c.db, c, inspection.id, reader.id));
    },
  }),
];

function readers(c: Showing) {
  const inspection = leadOnly(c, inspectionFor(c));
  return page('inspections/readers', readersPage(c, inspection), { title: 'Who reads', crumbs: crumbsTo(inspection) });
}

function readerAsked(c: Showing, inspection: Inspection): Reader {
  const reader = readersOf(c.db, inspection.id).find(({ id }) => id === c.id('person'));
  if (!reader) throw notFound();
  return reader;
}

const linkShown = (inspection: Inspection, name: string, token: string) =>
  shown(200, 'inspections/link', linkPage(inspection, name, token), {
    title: 'A link that works once',
    crumbs: crumbsTo(inspection),
  });
