import { Type as T } from '@sinclair/typebox';
import { notFound } from '../../domain/problems.js';
import { page, to, type Result } from '../../platform/http/results.js';
import { route, type Showing } from '../../platform/http/route.js';
import { agreeReading, sendReadingBack } from './agree-reading.js';
import { giveReadingTo, takeReadingOut } from './change-reading.js';
import { crumbsTo } from './crumbs.js';
import { differencesPage } from './differences.page.js';
import { inspectionFor, leadOnly } from './inspection-for.js';
import type { Inspection } from './inspections.store.js';
import { readingPage } from './reading.page.js';
import { readingsOf, type Reading } from './readings.store.js';
import { changeJudgement, isBothIn, pairOf, settleDifferences } from './settle.js';

const text = (maxLength: number) => T.String({ default: '', maxLength });
const words = text(2000);

/** What the lead does with a reading, and where two readings differ. */
export const readingsRoutes = [
  route({ path: '/inspections/:id/readings/:audit', may: 'inspections.lead', show: shownReading }),

  route({
    path: '/inspections/:id/readings/:audit/agreement',
    may: 'inspections.lead',
    trail: 'inspections.agree-reading',
    show: shownReading,
    save: (c) => {
      agreeReading(c.db, c, c.id('id'), c.id('audit'));
      return to(`/inspections/${c.id('id')}`);
    },
  }),

  route({
    path: '/inspections/:id/readings/:audit/return',
    may: 'inspections.lead',
    trail: 'inspections.return-reading',
    body: T.Object({ back: words }),
    show: shownReading,
    save: (c) => {
      sendReadingBack(c.db, c, c.id('id'), c.id('audit'), c.body.back);
      return to(`/inspections/${c.id('id')}`);
    },
  }),

  route({
    path: '/inspections/:id/readings/:audit/reader',
    may: 'inspections.lead',
    trail: 'inspections.give-reading',
    body: T.Object({ to: text(20), why: words }),
    show: shownReading,
    save: (c) => {
      const given = { to: Number(c.body.to) || 0, reason: c.body.why };
      giveReadingTo(c.db, c, c.id('id'), c.id('audit'), given);
      return to(`/inspections/${c.id('id')}`);
    },
  }),

  route({
    path: '/inspections/:id/readings/:audit/leaving',
    may: 'inspections.lead',
    trail: 'inspections.take-out',
    body: T.Object({ code: text(20), reason: words }),
    show: shownReading,
    save: (c) => {
      takeReadingOut(c.db, c, c.id('id'), c.id('audit'), c.body);
      return to(`/inspections/${c.id('id')}`);
    },
  }),

  route({
    path: '/inspections/:id/readings/:audit/judgement',
    may: 'inspections.lead',
    trail: 'inspections.change-judgement',
    body: T.Object({ item: text(100), value: text(40), changed: words }),
    show: shownReading,
    save: (c) => {
      const { item: itemKey, value, changed: reason } = c.body;
      changeJudgement(c.db, c, c.id('id'), c.id('audit'), { itemKey, value, reason });
      return to(`/inspections/${c.id('id')}/readings/${c.id('audit')}`);
    },
  }),

  route({
    path: '/inspections/:id/readings/:audit/differences',
    may: 'inspections.lead',
    trail: 'inspections.settle',
    body: T.Object({}, { additionalProperties: T.String({ maxLength: 2000 }) }),
    show: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      const pair = pairOf(c.db, inspection.id, readingAsked(c, inspection));
      if (!pair || !isBothIn(pair)) throw notFound('Two readings are set beside each other once both are in.');
      const model = differencesPage(c, inspection, pair);
      return page('inspections/differences', model, {
        title: 'Where two readings differ',
        crumbs: crumbsTo(inspection),
      });
    },
    save: (c) => {
      settleDifferences(c.db, c, c.id('id'), c.id('audit'), settlementsIn(c.body));
      return to(`/inspections/${c.id('id')}/readings/${c.id('audit')}`);
    },
  }),
];

function shownReading(c: Showing): Result {
  const inspection = leadOnly(c, inspectionFor(c));
  const reading = readingAsked(c, inspection);
  const model = readingPage(c, inspection, reading);
  const tables = model.change?.settled ? [model.change.settled] : [];
  return page('inspections/reading', model, { title: model.title, crumbs: crumbsTo(inspection), tables });
}

export function readingAsked(c: Showing, inspection: Inspection): Reading {
  const reading = readingsOf(c.db, inspection.id).find(({ id }) => id === c.id('audit'));
  if (!reading) throw notFound();
  return reading;
}

/** Fields are named after the question that they settle. */
function settlementsIn(body: Readonly<Record<string, string>>): { itemKey: string; value: string; reason: string }[] {
  return Object.keys(body)
    .filter((name) => name.startsWith('value-'))
    .map((name) => name.slice('value-'.length))
    .map((itemKey) => ({ itemKey, value: body[`value-${itemKey}`] ?? '', reason: body[`reason-${itemKey}`] ?? '' }));
}
