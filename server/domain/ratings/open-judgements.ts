import type { Grade } from '../forms/scales.js';
import { shareBands, type RatingBand } from './bands.js';
import type { Reading, Value } from './reading.js';
import { rateStandard, type RatedStandard } from './standard.js';

/** What is still to be judged in a standard, and the worst and best rating that it allows. */
export interface OpenJudgements {
  missing: readonly { case: string; question: string }[];
  worst: Grade | null;
  best: Grade | null;
}

/**
 * The worst and best rating of a standard once every missing judgement is given: all not sufficient, all sufficient.
 * Without missing ones both are the rating itself.
 */
export function openJudgements(
  standard: RatedStandard,
  readings: readonly Reading[],
  bands: readonly RatingBand[] = shareBands,
): OpenJudgements {
  const questions = standard.questions.map(({ question }) => question);
  const givenAs = (value: Value) =>
    rateStandard(
      questions,
      readings.map((reading) => ({ ...reading, values: filledIn(reading.values, value) })),
      bands,
    ).rating;
  return {
    missing: standard.questions.flatMap(({ question, missing }) => missing.map((one) => ({ case: one, question }))),
    worst: givenAs('not-sufficient'),
    best: givenAs('sufficient'),
  };
}

function filledIn(values: Reading['values'], value: Value): Reading['values'] {
  return Object.fromEntries(Object.entries(values).map(([key, given]) => [key, given === 'missing' ? value : given]));
}
