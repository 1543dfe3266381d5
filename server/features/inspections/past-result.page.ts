import { formatMoment } from '../../domain/calendar/format-date.js';
import { notFound } from '../../domain/problems.js';
import { figureInWords, isPastFormat, pastFormats, type PastFormat } from '../../domain/ratings/past-formats.js';
import { publishedInWords } from '../../domain/ratings/published-on.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { storedFigures } from './enter-past.js';
import { pastResultById, recommendationsOf } from './past-results.store.js';
import { recommendationThing, type RecommendationThing } from './recommendation.js';

/** One earlier result as it was printed, and what became of its recommendations. */
export interface PastResultPage {
  title: string;
  where: string;
  unit: string;
  facts: { name: string; text: string }[];
  about: { name: string; text: string }[];
  recommendations: RecommendationThing[];
  mayRemove: boolean;
  removeAt: string;
}

export function pastResultPage(c: Showing & { id(name: string): number }): PastResultPage {
  const result = pastResultById(c.db, c.id('result'));
  if (!result || !isPastFormat(result.framework)) throw notFound();
  const { title, unit, fields }: PastFormat = pastFormats[result.framework];
  const figures = storedFigures(result.figures);
  const recommendations = recommendationsOf(c.db, result.id);
  return {
    title: `Published ${publishedInWords(result.publishedOn)}`,
    where: title,
    unit,
    facts: fields.flatMap((field) => {
      const value = figures[field.key];
      return value === undefined ? [] : [{ name: field.title, text: figureInWords(field, value) }];
    }),
    about: [
      { name: 'Source', text: result.source ?? 'not given' },
      { name: 'Entered', text: `${formatMoment(result.enteredAt)}, ${result.enteredBy ?? 'command line'}` },
    ],
    recommendations: recommendations.map((one) =>
      recommendationThing(
        one,
        may(c.me, 'actions.make-by-hand') ? `/inspections/past/${result.id}/actions/${one.id}` : null,
      ),
    ),
    removeAt: `/inspections/past/${result.id}/removal`,
    mayRemove: may(c.me, 'inspections.set-up') && recommendations.every(({ actionId }) => actionId === null),
  };
}
