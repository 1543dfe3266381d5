import { Type as T } from '@sinclair/typebox';
import { partsOf, type Part } from '../../domain/inspections/frameworks.js';
import { notFound } from '../../domain/problems.js';
import { page, to } from '../../platform/http/results.js';
import { route, type Showing } from '../../platform/http/route.js';
import { crumbsTo } from './crumbs.js';
import { drawPart } from './draw.js';
import { drawPage, readDrawFields } from './draw.page.js';
import { drawnPage } from './drawn.page.js';
import { inspectionFor, leadOnly } from './inspection-for.js';
import type { Inspection } from './inspections.store.js';
import { registerPage } from './register.page.js';

const text = (maxLength: number) => T.String({ default: '', maxLength });
const fields = { from: text(40), until: text(40), howMany: text(20), size: text(10) };

/** The draws of an inspection, and the check of the register before them. */
export const drawRoutes = [
  route({
    path: '/inspections/:id/register',
    may: 'inspections.lead',
    show: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      const model = registerPage(c, inspection);
      return page('inspections/register', model, {
        title: 'The register before the draw',
        crumbs: crumbsTo(inspection),
        tables: [model.table],
      });
    },
  }),

  route({
    path: '/inspections/:id/draws/:part',
    may: 'inspections.lead',
    trail: 'inspections.draw',
    query: T.Object(fields),
    body: T.Object({ ...fields, twice: text(60) }),
    show: (c) => {
      const inspection = leadOnly(c, inspectionFor(c));
      const part = partAsked(c, inspection);
      const drawn = drawnPage(c, inspection, part);
      const options = { title: part.title, crumbs: crumbsTo(inspection) };
      if (drawn) return page('inspections/drawn', drawn, { ...options, tables: [drawn.balance] });
      return page('inspections/draw', drawPage(c, inspection, part), options);
    },
    save: (c) => {
      const { twice, ...asked } = c.body;
      const part = c.params['part'] ?? '';
      drawPart(c.db, c, c.id('id'), { ...readDrawFields(asked), part, readTwice: placesIn(twice) });
      return to(`/inspections/${c.id('id')}/draws/${part}`);
    },
  }),
];

function partAsked(c: Pick<Showing, 'params'>, inspection: Inspection): Part {
  const part = partsOf(inspection.framework).find(
    ({ key, subject }) => key === c.params['part'] && subject === 'order',
  );
  if (!part) throw notFound();
  return part;
}

/** Places as people type them; what is no number can be no place, and is refused as one. */
const placesIn = (typed: string): number[] => [
  ...new Set(
    typed
      .split(/[\s,;]+/)
      .filter((part) => part !== '')
      .map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : 0)),
  ),
];
