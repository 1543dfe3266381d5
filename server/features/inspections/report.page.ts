import { formatDateInFull } from '../../domain/calendar/format-date.js';
import { gradeName } from '../../domain/forms/scales.js';
import { pointsOf } from '../../domain/ratings/bands.js';
import { standards, strands, type Ratings } from '../../domain/ratings/framework-2018-2024.js';
import { standardsJudged } from '../../domain/inspections/frameworks.js';
import { may } from '../../domain/rights.js';
import { wholePercent } from '../../domain/statistics/rounding.js';
import { fewestForPerCent } from '../../domain/statistics/small-numbers.js';
import type { Showing } from '../../platform/http/route.js';
import { blank, number, share, table, text, type Table } from '../../platform/table.js';
import { actionById } from '../actions/actions.store.js';
import { besideRatings, type Beside } from './beside-ratings.js';
import { findingsOf, type Finding } from './findings.store.js';
import { daysOf } from './inspections.page.js';
import type { Inspection } from './inspections.store.js';
import { methodOf, type Method } from './method.js';
import type { Rated } from './rated.js';
import { casesInWords, indicative, provisionalInWords, titleOf, totalInWords } from './ratings.page.js';
import { recommendationThing, type RecommendationThing } from './recommendation.js';
import { themesTable } from './screening.page.js';
import { sharesPage } from './shares.page.js';

/** The report as the inspectorate lays one out: ratings, counts, findings, recommendations, method. */
export interface ReportPage {
  title: string;
  where: string;
  sentence: string;
  purpose: string;
  files: { csv: string; xlsx: string };
  lead: string;
  indicative: string | null;
  provisional: string | null;
  ratings: Table[];
  severalTables: boolean;
  moved: string[];
  counts: Table | null;
  beside: Beside[];
  strengths: string[];
  improve: string[];
  recommendations: RecommendationThing[];
  method: Method;
  tables: Table[];
}

export function reportPage(c: Showing, inspection: Inspection, rated: Rated): ReportPage {
  const findings = findingsOf(c.db, inspection.id);
  const said = (kind: Finding['kind']) => findings.filter((one) => one.kind === kind).map(({ wording }) => wording);
  const ratings = ratingTables(c, inspection, rated);
  const counts = rated.ratings && countsTable(rated.ratings);
  const method = methodOf(c.db, c.me, inspection, rated);
  const here = `/inspections/${inspection.id}`;
  const few = indicative(rated);
  return {
    title: `Report: ${inspection.name}`,
    where: `Mock inspection, ${daysOf(inspection)}`,
    sentence: `${casesInWords(rated)} Led by ${inspection.leadName}. The service’s own exercise, not a rating by the inspectorate. As at ${formatDateInFull(c.today)}.`,
    purpose: inspection.purpose,
    files: { csv: `${here}/report.csv?table=${ratings[0]?.key ?? ''}`, xlsx: `${here}/report.xlsx` },
    lead: `${few ? 'Indicative. ' : ''}${leadOf(rated)}`,
    indicative: few,
    provisional: rated.ratings
      ? provisionalInWords(rated, rated.ratings)
      : rated.provisional.length > 0
        ? `Provisional: ${rated.provisional.join('; ')}.`
        : null,
    ratings,
    severalTables: ratings.length > 1,
    moved: movedInWords(rated),
    counts,
    beside: besideRatings(c.db, rated),
    strengths: said('strength'),
    improve: said('improve'),
    recommendations: findings
      .filter(({ kind }) => kind === 'recommendation')
      .map((one) => recommended(c, inspection, one)),
    method,
    tables: [...ratings, ...(counts ? [counts] : []), method.draws],
  };
}

function leadOf({ ratings, shares, themes }: Rated): string {
  if (ratings) {
    const { byRule, afterDiscretion } = ratings;
    const moved = byRule.total === afterDiscretion.total ? '' : ` By rule, before discretion: ${totalInWords(byRule)}.`;
    return `${afterDiscretion.rating ? `${gradeName(afterDiscretion.rating)}: ` : ''}${totalInWords(afterDiscretion)}.${moved}`;
  }
  if (shares)
    return shares.rule
      ? `Overall by the rule that was entered: ${shares.overall ? gradeName(shares.overall) : 'none yet'}.`
      : 'Counts and ranges. No rating: the published rule is not entered.';
  return `Shares by theme over ${themes?.length ?? 0} themes. No rating: the screening gave none.`;
}

function ratingTables(c: Showing, inspection: Inspection, rated: Rated): Table[] {
  if (rated.ratings) return [ratingsTable(inspection, rated, rated.ratings)];
  return rated.shares ? sharesPage(c, inspection, rated, rated.shares).tables : [themesTable(rated.themes ?? [])];
}

/** All standards in one table, resettlement apart below the sum. */
function ratingsTable(
  inspection: Inspection,
  { judged, decisions }: Rated,
  { standards: cases, afterDiscretion }: Ratings,
): Table {
  const looked = new Set(standardsJudged(inspection.framework, inspection.kind).map(({ key }) => key));
  const set = decisions.findLast(({ standard }) => standard === 'overall')?.toRating ?? null;
  return table({
    key: 'ratings',
    title: 'Ratings',
    sentence: 'By the rules of 2018 to 2024. 4.1 is printed apart and is not in the sum.',
    columns: [
      { key: 'standard', head: 'Standard', kind: 'text' },
      { key: 'rating', head: 'Rating', kind: 'text' },
      { key: 'rule', head: 'By rule', kind: 'text' },
      { key: 'points', head: 'Points', kind: 'number' },
    ],
    rows: standards.map(({ key, from }) => {
      const one = cases.find((standard) => standard.key === key);
      const rating =
        from === 'judged' ? (judged.find(({ standard }) => standard === key)?.rating ?? null) : (one?.rating ?? null);
      const none = from === 'judged' && looked.has(key) ? 'Not judged yet' : 'Not rated';
      return {
        standard: text(titleOf(key)),
        rating: text(rating ? gradeName(rating) : none, { strong: rating !== null }),
        rule: text(one?.byRule ? gradeName(one.byRule) : from === 'judged' ? 'one judgement' : ''),
        points: rating && key !== '4.1' ? number(pointsOf(rating)) : blank(),
      };
    }),
    total: {
      standard: text('Overall'),
      rating: text(
        afterDiscretion.rating
          ? gradeName(afterDiscretion.rating)
          : set
            ? `${gradeName(set)}, set by a person`
            : 'Left open',
      ),
      rule: text(`of ${afterDiscretion.outOf}`),
      points: number(afterDiscretion.total),
    },
  });
}

const countsTable = ({ standards: cases }: Ratings): Table =>
  table({
    key: 'key-questions',
    title: 'Counts by key question',
    sentence: 'Cases judged sufficient of those to which the key question applies. Per cent from ten cases on.',
    columns: [
      { key: 'question', head: 'Key question', kind: 'text' },
      { key: 'count', head: 'Sufficient', kind: 'share' },
      { key: 'percent', head: 'Per cent', kind: 'text' },
      { key: 'low', head: 'Left out as Low', kind: 'number' },
      { key: 'decides', head: 'Lowest', kind: 'text' },
    ],
    rows: cases.flatMap(({ key, questions, deciding }) =>
      questions.map(({ question, sufficient, n, low }) => ({
        question: text(
          `${question} ${standards.find((one) => one.key === key)?.title ?? ''}: ${strands[question.slice(-1)] ?? ''}`,
        ),
        count: n === 0 ? text('no case') : share(sufficient, n),
        percent: text(n >= fewestForPerCent ? `${wholePercent(sufficient, n)}%` : ''),
        low: number(low.length),
        decides: text(deciding.includes(question) ? 'decides' : ''),
      })),
    ),
  });

/** Both ratings of each standard that somebody moved, and why. */
function movedInWords({ ratings, decisions }: Rated): string[] {
  const set = decisions.findLast(({ standard }) => standard === 'overall');
  const moved = ratings?.standards.filter(({ rating, byRule }) => rating !== byRule) ?? [];
  return [
    ...moved.flatMap(({ key, rating, byRule }) => {
      const decision = decisions.findLast(({ standard }) => standard === key);
      return rating && byRule && decision
        ? [
            `${titleOf(key)}: ${gradeName(rating)} (by rule: ${gradeName(byRule)}; moved by ${decision.by}, because: ${decision.reason})`,
          ]
        : [];
    }),
    ...(set?.toRating && ratings?.afterDiscretion.rating === null
      ? [`Overall: ${gradeName(set.toRating)}, set by ${set.by}, because: ${set.reason}`]
      : []),
  ];
}

function recommended(
  c: Showing,
  { id }: Inspection,
  { id: finding, wording, forRole, actionId }: Finding,
): RecommendationThing {
  const action = actionId === null ? null : actionById(c.db, actionId, { kind: 'all' }, c.today);
  const given = {
    wording: forRole ? `${wording} (${forRole})` : wording,
    actionId,
    owner: action?.owner ?? null,
    dueOn: action?.dueOn ?? null,
    state: action?.state ?? null,
  };
  return recommendationThing(
    given,
    may(c.me, 'actions.make-by-hand') ? `/inspections/${id}/recommendations/${finding}` : null,
  );
}
