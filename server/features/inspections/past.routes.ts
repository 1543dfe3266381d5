import { Type as T } from '@sinclair/typebox';
import { conflict, notFound } from '../../domain/problems.js';
import { pastFormats } from '../../domain/ratings/past-formats.js';
import { publishedInWords } from '../../domain/ratings/published-on.js';
import { page, to } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { makeAction } from '../actions/make.js';
import { actionOfPage, serviceAction } from './action-of.page.js';
import { enterPastResult, removePast } from './enter-past.js';
import { forecastPage } from './forecast.page.js';
import { pastEntryPage } from './past-entry.page.js';
import { pastPage } from './past.page.js';
import { pastResultById, recommendationsOf, setActionOfPast } from './past-results.store.js';
import { pastResultPage } from './past-result.page.js';

const words = (maxLength: number) => T.String({ default: '', maxLength });
const crumbs = [
  { text: 'Inspections', href: '/inspections' },
  { text: 'Past inspections', href: '/inspections/past' },
];

/** Every figure of every format is a field of the form. */
const figureFields = Object.fromEntries(
  Object.values(pastFormats).flatMap(({ fields }) => fields.map(({ key }) => [key, words(40)])),
);

/** What an action is made of. */
export const actionFields = T.Object({
  wording: words(5000),
  goodLooksLike: words(5000),
  owner: words(20),
  dueOn: words(40),
});

export const pastRoutes = [
  route({
    path: '/inspections/past',
    may: 'inspections.past',
    show: (c) => {
      const model = pastPage(c);
      return page('inspections/past', model, {
        title: 'Past inspections',
        crumbs: crumbs.slice(0, 1),
        tables: model.tables,
      });
    },
  }),

  route({
    path: '/inspections/forecast',
    may: 'inspections.set-up',
    show: (c) => {
      const model = forecastPage(c);
      const title = 'What internal audits would forecast';
      return page('inspections/forecast', model, { title, crumbs: crumbs.slice(0, 1), tables: [model.table] });
    },
  }),

  route({
    path: '/inspections/past/new',
    may: 'inspections.set-up',
    trail: 'inspections.enter-past',
    query: T.Object({ format: words(20) }),
    body: T.Object({
      format: words(20),
      published: words(40),
      source: words(300),
      recommendations: words(10_000),
      ...figureFields,
    }),
    show: (c) => page('inspections/past-entry', pastEntryPage(c), { title: 'Enter a past inspection', crumbs }),
    save: (c) => {
      const { format, published, source, recommendations, ...figures } = c.body;
      return to(
        `/inspections/past/${enterPastResult(c.db, c, { format, published, source, recommendations, figures })}`,
      );
    },
  }),

  route({
    path: '/inspections/past/:result',
    may: 'inspections.past',
    show: (c) => {
      const model = pastResultPage(c);
      return page('inspections/past-result', model, { title: model.title, crumbs });
    },
  }),

  route({
    path: '/inspections/past/:result/removal',
    may: 'inspections.set-up',
    trail: 'inspections.remove-past',
    save: (c) => {
      removePast(c.db, c, c.id('result'));
      return to('/inspections/past');
    },
  }),

  route({
    path: '/inspections/past/:result/actions/:recommendation',
    may: 'actions.make-by-hand',
    body: actionFields,
    show: (c) => {
      const { where, recommendation } = pastRecommendation(c);
      return page('inspections/action', actionOfPage(c, where, recommendation.wording), {
        title: 'Make an action',
        crumbs,
      });
    },
    save: (c) => {
      const { recommendation } = pastRecommendation(c);
      if (recommendation.actionId !== null) throw conflict('An action came of this already.');
      setActionOfPast(c.db, recommendation.id, makeAction(c.db, c, serviceAction(c.body)));
      return to(`/inspections/past/${c.id('result')}`);
    },
  }),
];

/** A recommendation of an earlier inspection, and what to call where it stands. */
function pastRecommendation(c: Pick<Parameters<typeof pastResultPage>[0], 'db' | 'id'>) {
  const result = pastResultById(c.db, c.id('result'));
  const recommendation = recommendationsOf(c.db, c.id('result')).find(({ id }) => id === c.id('recommendation'));
  if (!result || !recommendation) throw notFound();
  return { where: `Recommended ${publishedInWords(result.publishedOn)}`, recommendation };
}
