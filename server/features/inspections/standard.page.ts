import { formatMoment } from '../../domain/calendar/format-date.js';
import { gradeName } from '../../domain/forms/scales.js';
import { notFound } from '../../domain/problems.js';
import { mayMoveTo } from '../../domain/ratings/discretion.js';
import { grounds } from '../../domain/ratings/flags.js';
import type { CaseStandard, Ratings } from '../../domain/ratings/framework-2018-2024.js';
import type { RatedQuestion } from '../../domain/ratings/standard.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Showing } from '../../platform/http/route.js';
import type { Table } from '../../platform/table.js';
import { groundsInSentences, questionName, shareInWords } from './flag-words.js';
import type { Inspection } from './inspections.store.js';
import { questionPart, type QuestionPart } from './question-part.js';
import type { Rated } from './rated.js';
import { ratingOptions, titleOf } from './ratings.page.js';

/** Why a standard has its rating: down to the deciding question, its cases and their notes; what would move it. */
export interface StandardPage {
  title: string;
  where: string;
  rating: string;
  byRule: string | null;
  why: string[];
  questions: QuestionPart[];
  lift: string | null;
  open: string[];
  grounds: string[];
  stale: string | null;
  decisions: { text: string; line: string }[];
  discretion: {
    action: string;
    options: { value: string; text: string }[];
    to: string;
    reason: string;
    looked: string[];
    lookedAt: { value: string; text: string }[];
    faults: { to: string | null; reason: string | null; looked: string | null };
  } | null;
  undo: string | null;
  undoReason: string;
  undoFault: string | null;
  tables: Table[];
}

export function standardPage(
  c: Showing,
  inspection: Inspection,
  rated: Rated,
  ratings: Ratings,
  key: string,
): StandardPage {
  const standard = ratings.standards.find((one) => one.key === key);
  if (!standard) throw notFound();
  const name = (id: string) => rated.cases.find((one) => String(one.id) === id)?.reference ?? 'erased';
  const decisions = rated.decisions.filter((one) => one.standard === key);
  const questions = ordered(standard).map((question) =>
    questionPart(inspection, rated, question, {
      name: questionName(question.question),
      decides: standard.deciding.includes(question.question),
    }),
  );
  return {
    title: titleOf(key),
    where: inspection.name,
    rating: standard.rating ? gradeName(standard.rating) : 'Not rated',
    byRule: standard.byRule && standard.rating !== standard.byRule ? gradeName(standard.byRule) : null,
    why: whyInWords(standard),
    questions,
    lift: liftInWords(standard),
    open: openInWords(standard, name),
    grounds: groundsInSentences(standard, name),
    stale: staleInWords(standard),
    decisions: decisions.map(({ toRating, fromRating, reason, by, at }) => ({
      text:
        toRating && fromRating ? `From ${gradeName(fromRating)} to ${gradeName(toRating)}` : 'Undone: the rule holds',
      line: `${by}, ${formatMoment(at)}: ${reason}`,
    })),
    discretion: discretionPart(c, inspection, standard),
    undo:
      inspection.state === 'running' && decisions.at(-1)?.toRating
        ? `/inspections/${inspection.id}/ratings/${key}`
        : null,
    undoReason: typed(c, 'undoReason'),
    undoFault: faultAt(c, 'undoReason'),
    tables: questions.flatMap((one) => one.table ?? []),
  };
}

/** Deciding questions first. */
const ordered = ({ questions, deciding }: CaseStandard): RatedQuestion[] =>
  questions.toSorted((a, b) => Number(deciding.includes(b.question)) - Number(deciding.includes(a.question)));

const bands = {
  inadequate: 'under 50',
  'requires-improvement': '50 to 64',
  good: '65 to 79',
  outstanding: '80 and over',
};

function whyInWords({ byRule, deciding, questions }: CaseStandard): string[] {
  if (byRule === null) return ['No key question applied to any case that was read, so this standard is not rated.'];
  const decide = questions.filter(({ question }) => deciding.includes(question));
  const shares = decide.map((one) => `${questionName(one.question)}, is sufficient in ${shareInWords(one)}`);
  const empty = questions.filter(({ n }) => n === 0).map(({ question }) => question);
  return [
    `The lowest key question decides: ${shares.join('; ')}. ${gradeName(byRule)} is ${bands[byRule]} per cent.`,
    ...(empty.length > 0
      ? [`${empty.join(' and ')} applied to no case that was read, and ${empty.length === 1 ? 'is' : 'are'} left out.`]
      : []),
  ];
}

function liftInWords({ lift }: CaseStandard): string | null {
  if (!lift) return null;
  const needs = lift.needs.map(({ question, more }) => `${more} more on ${question}`);
  return `${gradeName(lift.to)} takes ${needs.join(' and ')} judged sufficient.`;
}

/** What is missing, by question; and the worst and best that it allows. */
function openInWords({ open, rating, questions }: CaseStandard, name: (id: string) => string): string[] {
  if (open.missing.length === 0) return [];
  const word = (one: typeof open.worst) => (one ? gradeName(one) : 'not rated');
  const one =
    open.missing.length <= 6
      ? `: ${open.missing.map(({ case: id, question }) => `${name(id)} ${question}`).join(', ')}`
      : '';
  const cases = new Set(questions.flatMap(({ missing }) => missing)).size;
  return [
    `${open.missing.length === 1 ? 'One judgement is' : `${open.missing.length} judgements are`} still to come from ${cases === 1 ? 'one case' : `${cases} cases`}${one}.`,
    `The rating is ${word(rating)} so far; at worst it becomes ${word(open.worst)}, at best ${word(open.best)}.`,
  ];
}

function staleInWords({ stale }: CaseStandard): string | null {
  if (stale === 'ground-gone')
    return 'A judgement changed and a ground for the decision is gone. The decision is shown and not applied, until somebody decides again.';
  return stale === 'rating-changed'
    ? 'The rule has come to another rating since the decision. The decision is shown and not applied, until somebody decides again.'
    : null;
}

function discretionPart(c: Showing, inspection: Inspection, standard: CaseStandard): StandardPage['discretion'] {
  const among = mayMoveTo(standard.byRule, grounds(standard.flags));
  if (inspection.state !== 'running' || among.length === 0) return null;
  return {
    action: `/inspections/${inspection.id}/ratings/${standard.key}`,
    options: ratingOptions(among).toReversed(),
    to: typed(c, 'to'),
    reason: typed(c, 'reason'),
    looked: [],
    lookedAt: [
      {
        value: 'yes',
        text: 'Looked at: how many cases the question rests on, the other key questions, and how far they diverge',
      },
    ],
    faults: { to: faultAt(c, 'to'), reason: faultAt(c, 'reason'), looked: faultAt(c, 'looked') },
  };
}
