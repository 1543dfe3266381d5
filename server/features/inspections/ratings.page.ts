import { gradeName, type Grade } from '../../domain/forms/scales.js';
import { standardsJudged } from '../../domain/inspections/frameworks.js';
import { pointsOf } from '../../domain/ratings/bands.js';
import { grounds } from '../../domain/ratings/flags.js';
import { standards, strands, type CaseStandard, type Ratings } from '../../domain/ratings/framework-2018-2024.js';
import { inProportion, totalBands, type Overall } from '../../domain/ratings/overall.js';
import { fewestForPerCent } from '../../domain/statistics/small-numbers.js';
import { wholePercent } from '../../domain/statistics/rounding.js';
import { blank, number, share, table, text, type Table } from '../../platform/table.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { flagsInWords } from './flag-words.js';
import { daysOf } from './inspections.page.js';
import type { Inspection } from './inspections.store.js';
import { isIn, type Rated } from './rated.js';

/** The ratings of 2018 to 2024: counts first, the deciding question named, flags with their numbers. */
export interface RatingsPage {
  where: string;
  sentence: string;
  acts: { text: string; href: string; kind: 'secondary' }[];
  figures: { n: string; text: string }[];
  indicative: string | null;
  provisional: string | null;
  court: { count: string; table: Table };
  outOfCourt: { count: string; table: Table };
  judged: { count: string; table: Table };
  overall: OverallPart | null;
}

/** Where a standard is not rated, the overall is a person's to set. */
export interface OverallPart {
  says: string;
  aid: string;
  action: string;
  options: { value: string; text: string }[];
  rating: string;
  reason: string;
  faults: { rating: string | null; reason: string | null };
  mayDecide: boolean;
}

export function ratingsPage(c: Showing, inspection: Inspection, rated: Rated, ratings: Ratings): RatingsPage {
  const here = `/inspections/${inspection.id}`;
  const flagged = ratings.standards.filter(({ flags }) => grounds(flags).length > 0).length;
  const ratedStandards = ratings.standards.filter(({ byRule }) => byRule !== null).length;
  const moved = ratings.standards.filter(({ rating, byRule }) => rating !== byRule).length;
  return {
    where: `Mock inspection, ${daysOf(inspection)}; framework of 2018 to 2024`,
    sentence: `${casesInWords(rated)} Not a rating by the inspectorate.`,
    acts: [
      { text: 'Picture for the board', href: `${here}/board`, kind: 'secondary' },
      { text: 'Report', href: `${here}/report`, kind: 'secondary' },
    ],
    figures: [
      {
        n: ratings.afterDiscretion.rating
          ? `${gradeName(ratings.afterDiscretion.rating)}${moved > 0 ? '' : ', by rule'}`
          : 'No overall',
        text: totalInWords(ratings.afterDiscretion),
      },
      {
        n: `${flagged} of ${ratedStandards}`,
        text: 'case standards are flagged: one case, few cases or a few points from another rating',
      },
      { n: String(moved), text: `${moved === 1 ? 'rating' : 'ratings'} moved by discretion` },
    ],
    indicative: indicative(rated),
    provisional: provisionalInWords(rated, ratings),
    court: { count: partCount(rated, 'court'), table: caseTable(ratings, 'court', here) },
    outOfCourt: { count: partCount(rated, 'out-of-court'), table: caseTable(ratings, 'out-of-court', here) },
    judged: {
      count: 'one judgement each on all evidence, confirmed by a second person',
      table: judgedTable(inspection, rated, ratings),
    },
    overall: overallPart(c, inspection, rated, ratings),
  };
}

/** @example '9 cases read, 7 of them agreed.' */
export function casesInWords({ cases }: Rated): string {
  const read = cases.filter(isIn);
  const agreed = read.filter(({ state }) => state === 'agreed').length;
  const readers = new Set(read.map(({ auditorId }) => auditorId)).size;
  if (read.length === 0) return 'No case is read yet.';
  return `${read.length} ${read.length === 1 ? 'case' : 'cases'} read by ${readers === 1 ? 'one person' : `${readers} people`}; ${agreed === read.length ? 'all' : agreed} agreed.`;
}

/** Said first where any draw has fewer cases than a share in per cent needs. */
export function indicative({ cases }: Rated): string | null {
  const counts = [...new Set(cases.map(({ part }) => part))].map(
    (part) => cases.filter((one) => one.part === part && isIn(one)).length,
  );
  if (counts.every((count) => count >= fewestForPerCent)) return null;
  return `The ratings are indicative: ${counts.reduce((sum, count) => sum + count, 0)} cases are few. Read the counts and the findings first; one case judged otherwise may change a rating.`;
}

/** @example '21 of 36 points; Good is 19 to 30' */
export function totalInWords({ total, outOf, rating, notRated }: Overall): string {
  const i = totalBands.findIndex((band) => band.rating === rating);
  const band = totalBands[i];
  const upTo = (totalBands[i - 1]?.from ?? 37) - 1;
  if (rating === null || !band) return `${total} of ${outOf} points; not rated: ${notRated.join(', ')}`;
  return `${total} of 36 points; ${gradeName(rating)} is ${band.from} to ${upTo}`;
}

/** What is still open, and how far it could move the whole. */
export function provisionalInWords({ provisional }: Rated, { worst, best }: Ratings): string | null {
  if (provisional.length === 0) return null;
  const end = ({ total, rating }: Overall) => `${total}${rating ? `, ${gradeName(rating)}` : ''}`;
  const range =
    worst.total === best.total ? '' : ` What is still missing allows a total from ${end(worst)} to ${end(best)}.`;
  return `Provisional: ${provisional.join('; ')}.${range}`;
}

const partCount = ({ cases }: Rated, part: string): string => {
  const drawn = cases.filter((one) => one.part === part);
  return `${drawn.filter(isIn).length} of ${drawn.length} cases read; the lowest key question decides`;
};

/** The standards that rest on cases. Per cent stands only from ten cases on. */
export function caseTable(ratings: Ratings, from: 'court' | 'out-of-court', here: string): Table {
  const keys = standards.filter((one) => one.from === from);
  return table({
    key: from,
    title: from === 'court' ? 'Court disposals' : 'Out-of-court disposals',
    sentence: 'Cases judged sufficient of those to which the key question applies; the lowest share decides.',
    columns: [
      { key: 'standard', head: 'Standard', kind: 'text' },
      ...Object.entries(strands).map(([strand, title]) => ({
        key: strand,
        head: `.${strand} ${title}`,
        kind: 'share' as const,
      })),
      { key: 'rating', head: 'Rating', kind: 'text' },
      { key: 'points', head: 'Points', kind: 'number' },
      { key: 'flags', head: 'Flags', kind: 'text' },
    ],
    rows: ratings.standards
      .filter(({ key }) => keys.some((one) => one.key === key))
      .map((standard) => ({
        standard: text(titleOf(standard.key), { href: `${here}/ratings/${standard.key}` }),
        ...Object.fromEntries(
          standard.questions.map((question, i) => [String(i + 1), shareCell(question, standard.deciding)]),
        ),
        rating: text(standard.rating ? gradeName(standard.rating) : 'Not rated', {
          strong: true,
          note: movedNote(standard),
        }),
        points: standard.rating ? number(pointsOf(standard.rating)) : blank(),
        flags: text(flagsInWords(standard)),
      })),
  });
}

function shareCell(
  { question, sufficient, n }: { question: string; sufficient: number; n: number },
  deciding: readonly string[],
) {
  if (n === 0) return text('no case');
  const percent = n >= fewestForPerCent ? `${wholePercent(sufficient, n)}%` : null;
  const note = [percent, deciding.includes(question) ? 'decides' : null].filter((one) => one !== null).join(', ');
  return share(sufficient, n, { note: note || null });
}

export const titleOf = (key: string): string => `${key} ${standards.find((one) => one.key === key)?.title ?? ''}`;

function movedNote({ rating, byRule, stale }: CaseStandard): string | null {
  if (stale) return 'a decision is stale';
  return rating !== byRule && byRule ? `by rule: ${gradeName(byRule)}` : null;
}

/** The standards judged as a whole, the sum below them, resettlement apart. */
export function judgedTable(inspection: Inspection, { judged }: Rated, { afterDiscretion }: Ratings): Table {
  const looked = standardsJudged(inspection.framework, inspection.kind);
  const ratingOf = (key: string) => judged.find(({ standard }) => standard === key);
  return table({
    key: 'judged',
    title: 'Standards judged as a whole',
    sentence: 'One judgement each by the lead on all evidence. 4.1 is printed apart and is not in the sum.',
    columns: [
      { key: 'standard', head: 'Standard', kind: 'text' },
      { key: 'by', head: 'Judged by', kind: 'text' },
      { key: 'rating', head: 'Rating', kind: 'text' },
      { key: 'points', head: 'Points', kind: 'number' },
    ],
    rows: looked.map(({ key, title }) => {
      const one = ratingOf(key);
      return {
        standard: text(`${key} ${title}`, {
          href: `/inspections/${inspection.id}/standards/${key}`,
          note: key === '4.1' ? 'printed apart, not in the sum' : null,
        }),
        by: text(
          one
            ? `${one.proposedByName}${one.confirmedByName ? `, confirmed by ${one.confirmedByName}` : ', not confirmed yet'}`
            : '',
        ),
        rating: text(one ? gradeName(one.rating) : 'Not judged yet', { strong: one !== undefined }),
        points: one && key !== '4.1' ? number(pointsOf(one.rating)) : blank(),
      };
    }),
    total: {
      standard: text(
        afterDiscretion.notRated.length === 0
          ? 'All twelve standards'
          : `${12 - afterDiscretion.notRated.length} standards that are rated`,
      ),
      by: text(`of ${afterDiscretion.outOf}`),
      rating: text(afterDiscretion.rating ? gradeName(afterDiscretion.rating) : 'No overall by rule'),
      points: number(afterDiscretion.total),
    },
  });
}

function overallPart(
  c: Showing,
  inspection: Inspection,
  { decisions, cases, judged }: Rated,
  { afterDiscretion }: Ratings,
): OverallPart | null {
  const isAllIn = cases.every(isIn) && judged.length === standardsJudged(inspection.framework, inspection.kind).length;
  if (afterDiscretion.rating !== null || !isAllIn) return null;
  const set = decisions.findLast(({ standard }) => standard === 'overall');
  const aid = inProportion(afterDiscretion.outOf)
    .map(
      ({ rating, upTo }, i, bands) => `${gradeName(rating)} ${i === 0 ? 0 : (bands[i - 1]?.upTo ?? 0) + 1} to ${upTo}`,
    )
    .join(', ');
  return {
    says: set?.toRating
      ? `${set.by} set the overall to ${gradeName(set.toRating)}: ${set.reason}`
      : 'A standard is not rated, so the rule gives no overall. A named person may set it with a reason, or leave it open.',
    aid: `Bands in proportion on ${afterDiscretion.outOf} would be: ${aid}. Nobody has published them; they are an aid and decide nothing.`,
    action: `/inspections/${inspection.id}/ratings`,
    options: [{ value: '', text: 'Leave it open' }, ...ratingOptions()],
    rating: typed(c, 'rating', set?.toRating ?? ''),
    reason: typed(c, 'reason'),
    faults: { rating: faultAt(c, 'rating'), reason: faultAt(c, 'reason') },
    mayDecide: inspection.state === 'running',
  };
}

export const ratingOptions = (
  among: readonly Grade[] = ['outstanding', 'good', 'requires-improvement', 'inadequate'],
) => among.map((rating) => ({ value: rating, text: gradeName(rating) }));
