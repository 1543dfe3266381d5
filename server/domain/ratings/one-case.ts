import type { Grade } from '../forms/scales.js';
import { pointsOf, shareBands, type RatingBand } from './bands.js';
import type { Reading } from './reading.js';
import { ratingByLowest, type RatedStandard } from './standard.js';

/** A case that, judged otherwise on these questions, changes the rating of the standard. */
export interface Change {
  case: string;
  /** The fewest questions that bring this rating. */
  questions: readonly string[];
  rating: Grade;
}

/** Which single cases would move a standard, and, more narrowly, which single judgements. */
export interface OneCase {
  up: readonly Change[];
  down: readonly Change[];
  judgementUp: readonly Change[];
  judgementDown: readonly Change[];
}

/**
 * What one case could do to a standard: 'one case judged differently would change the rating' is one of the grounds for
 * discretion. The case is taken as the unit, with all its counted answers within the standard; the same with a single
 * answer stands beside it. Each case is told with the furthest that it can move the rating.
 */
export function oneCase(
  standard: RatedStandard,
  readings: readonly Reading[],
  bands: readonly RatingBand[] = shareBands,
): OneCase {
  const changes = (from: 'sufficient' | 'not-sufficient') =>
    readings.flatMap((reading) => changesBy(reading, from, standard, bands));
  const down = changes('sufficient');
  const up = changes('not-sufficient');
  return {
    up: furthest(up, standard.rating),
    down: furthest(down, standard.rating),
    judgementUp: up.filter(({ questions }) => questions.length === 1),
    judgementDown: down.filter(({ questions }) => questions.length === 1),
  };
}

/** Every set of one case's answers that, turned round, changes the rating; smaller sets first. */
function changesBy(
  reading: Reading,
  from: 'sufficient' | 'not-sufficient',
  { questions, rating }: RatedStandard,
  bands: readonly RatingBand[],
): Change[] {
  const step = from === 'sufficient' ? -1 : 1;
  const answered = questions.map(({ question }) => question).filter((question) => reading.values[question] === from);
  return subsetsOf(answered).flatMap((turned) => {
    const shares = questions.map(({ question, sufficient, n }) => ({
      sufficient: sufficient + (turned.includes(question) ? step : 0),
      n,
    }));
    const otherwise = ratingByLowest(shares, bands);
    return otherwise === null || otherwise === rating
      ? []
      : [{ case: reading.case, questions: turned, rating: otherwise }];
  });
}

/** Of each case the change that reaches furthest, by the fewest answers. */
function furthest(changes: readonly Change[], rating: Grade | null): Change[] {
  const reach = (change: Change) => (rating === null ? 0 : Math.abs(pointsOf(change.rating) - pointsOf(rating)));
  const ofCase = new Map<string, Change>();
  for (const change of changes) {
    const known = ofCase.get(change.case);
    if (!known || reach(change) > reach(known)) ofCase.set(change.case, change);
  }
  return [...ofCase.values()];
}

/** The sets of some things that are not empty, smaller ones first. */
function subsetsOf<T>(things: readonly T[]): T[][] {
  const all = things.reduce<T[][]>((sets, thing) => [...sets, ...sets.map((set) => [...set, thing])], [[]]);
  return all.filter((set) => set.length > 0).toSorted((a, b) => a.length - b.length);
}
