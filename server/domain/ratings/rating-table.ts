import { gradeName, grades, type Grade, type Level } from '../forms/scales.js';
import { pointsOf } from './bands.js';
import { grounds, type FlagKind, type Flags } from './flags.js';
import { levelThatCounts, questionsOf, rate, type CaseStandard } from './framework-2018-2024.js';
import { overallOf, summed, type Overall } from './overall.js';
import { valueUnder, type Judgement, type Reading } from './reading.js';
import type { RatedQuestion } from './standard.js';
import { wholePercent } from '../statistics/rounding.js';

/** Ratings as the inspectorate words them. */
export type RatingWord = 'Inadequate' | 'Requires improvement' | 'Good' | 'Outstanding';

/** A case in a table of judgements (schemas/rating-table.schema.json). */
export interface TableCase {
  id: string;
  inspector_harm?: string | null;
  inspector_safety?: string | null;
  judgements: Readonly<Record<string, 'yes' | 'no' | 'na' | null>>;
}

/** A table of judgements, or of ratings alone. */
export type RatingTable = JudgedTable | { standards: Readonly<Record<string, RatingWord | null>> };

interface JudgedTable {
  court_cases: readonly TableCase[];
  out_of_court_cases: readonly TableCase[];
  judged_standards: Readonly<Record<string, RatingWord | null>>;
}

/**
 * Rates a table from outside by the rules of 2018 to 2024 and words the result as the table does.
 * @returns standards with their counts and flags, scores, total and overall; of ratings alone only the last three
 * @example ratedTable({ standards: { '1.1': 'Good' } }) // { total: 2, out_of: 3, overall: null }
 */
export function ratedTable(table: RatingTable): object {
  if ('standards' in table) return sum(overallOf(ratingsIn(table.standards)));
  const { standards, byRule } = rate({
    court: table.court_cases.map(readingOf(['2.1', '2.2', '2.3', '2.4'])),
    outOfCourt: table.out_of_court_cases.map(readingOf(['3.1', '3.2', '3.3'])),
    asWhole: ratingsIn(table.judged_standards),
  });
  const ratings = new Map<string, Grade | null>([
    ...Object.entries(ratingsIn(table.judged_standards)),
    ...standards.map(({ key, rating }) => [key, rating] as const),
  ]);
  return {
    standards: Object.fromEntries(standards.map((standard) => [standard.key, worded(standard)])),
    scores: Object.fromEntries(summed.map((key) => [key, points(ratings.get(key) ?? null)])),
    not_rated: byRule.notRated,
    ...sum(byRule),
    overall_note: byRule.rating ? null : noOverall,
  };
}

const noOverall =
  'a standard is not rated: the total is shown out of what was rated, and the overall rating is set by the user';

const sum = ({ total, outOf, rating }: Overall) => ({ total, out_of: outOf, overall: word(rating) });
const word = (rating: Grade | null): string | null => (rating === null ? null : gradeName(rating));
const points = (rating: Grade | null): number | null => (rating === null ? null : pointsOf(rating));

function ratingsIn(words: Readonly<Record<string, RatingWord | null>>): Record<string, Grade | null> {
  const named = ([key, given]: [string, RatingWord | null]) => [
    key,
    grades.find((rating) => gradeName(rating) === given) ?? null,
  ];
  return Object.fromEntries(Object.entries(words).map(named)) as Record<string, Grade | null>;
}

const judgements: Readonly<Record<string, Judgement>> = {
  yes: 'sufficient',
  no: 'not-sufficient',
  na: 'does-not-apply',
};

function readingOf(standards: readonly string[]): (one: TableCase) => Reading {
  const questions = standards.flatMap(questionsOf);
  return ({ id, inspector_harm: harm, inspector_safety: safety, judgements: given }) => {
    const levels = { harm: levelNamed(harm), safety: levelNamed(safety) };
    const value = (question: string) => {
      const risk = levelThatCounts(question);
      return valueUnder(judgements[given[question] ?? ''] ?? null, risk && levels[risk]);
    };
    return { case: id, values: Object.fromEntries(questions.map((question) => [question, value(question)])) };
  };
}

/** Only Low matters to the count; what is not recorded is not Low. */
const levelNamed = (name: string | null | undefined): Level | null => (name === 'low' ? 'low' : null);

function worded({ questions, rating, deciding, flags }: CaseStandard): object {
  return {
    key_questions: Object.fromEntries(questions.map((question) => [question.question, shareOf(question)])),
    rating: word(rating),
    score: points(rating),
    lowest: deciding,
    discretion: discretionIn(flags),
  };
}

const shareOf = ({ sufficient, n, low, rating }: RatedQuestion) => ({
  sufficient,
  applicable: n,
  left_out_low_risk: low.length,
  percent: n === 0 ? null : (100 * sufficient) / n,
  whole_percent: n === 0 ? null : wholePercent(sufficient, n),
  rating: word(rating),
});

const reasons: Readonly<Record<FlagKind, string>> = {
  near: 'within 5 points',
  'one-case': 'one case',
  few: 'five or fewer',
};

function discretionIn(flags: Flags): object {
  const kinds = grounds(flags);
  return {
    within_5_points: flags.near,
    one_case_up: flags.up.length > 0,
    one_case_down: flags.down.length > 0,
    one_judgement_up: flags.judgementUp.length > 0,
    one_judgement_down: flags.judgementDown.length > 0,
    five_or_fewer: flags.few,
    eligible: kinds.length > 0,
    reasons: kinds.map((kind) => reasons[kind]),
  };
}
