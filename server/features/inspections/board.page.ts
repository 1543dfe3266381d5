import { formatDateInFull } from '../../domain/calendar/format-date.js';
import { gradeName, type Grade } from '../../domain/forms/scales.js';
import { standardsJudged } from '../../domain/inspections/frameworks.js';
import { pointsOf } from '../../domain/ratings/bands.js';
import { standards, strands, type CaseStandard, type Ratings } from '../../domain/ratings/framework-2018-2024.js';
import { totalBands } from '../../domain/ratings/overall.js';
import { fewestForPerCent } from '../../domain/statistics/small-numbers.js';
import type { Drawing } from '../../platform/svg/drawing.js';
import { totalScale } from '../../platform/svg/total-scale.js';
import type { Table } from '../../platform/table.js';
import type { Showing } from '../../platform/http/route.js';
import { setting } from '../settings/settings.store.js';
import { firmInWords } from './firm.js';
import { findingsOf } from './findings.store.js';
import { daysOf } from './inspections.page.js';
import type { Inspection } from './inspections.store.js';
import { isIn, type Rated } from './rated.js';
import { casesInWords, totalInWords } from './ratings.page.js';
import { themesTable } from './screening.page.js';
import { sharesPage } from './shares.page.js';

/** One sheet for the management board: the total on its scale, the standards, how firm it is, what to do. */
export interface BoardPage {
  back: string;
  service: string;
  day: string;
  title: string;
  lead: string;
  strong: string;
  scale: Drawing | null;
  domains: BoardDomain[];
  charts: Drawing[];
  table: Table | null;
  firm: string | null;
  strengths: string[];
  improve: string[];
  asks: string[];
  foot: string;
}

interface BoardDomain {
  title: string;
  items: { name: string; rating: string; points: string; low: string | null }[];
  sum: string;
}

export function boardPage(c: Showing, inspection: Inspection, rated: Rated): BoardPage {
  const findings = findingsOf(c.db, inspection.id);
  const first = (kind: 'strength' | 'improve' | 'recommendation', most: number) =>
    findings
      .filter((one) => one.kind === kind)
      .slice(0, most)
      .map(({ wording }) => wording);
  const { ratings } = rated;
  const shares = rated.shares && sharesPage(c, inspection, rated, rated.shares);
  return {
    back: `/inspections/${inspection.id}/ratings`,
    service: setting(c.db, 'service-name') ?? 'Youth justice service',
    day: formatDateInFull(c.today),
    title: `What an inspection would have found: ${inspection.name}`,
    strong: ratings
      ? `${ratings.afterDiscretion.rating ? `${gradeName(ratings.afterDiscretion.rating)}, ` : ''}${totalInWords(ratings.afterDiscretion)}.`
      : 'Counts and shares, no rating.',
    lead: `${casesInWords(rated)} ${indicativeHere(rated)}Our own exercise of ${daysOf(inspection)}, not a rating by the inspectorate.`,
    scale: ratings?.afterDiscretion.rating ? scaleOf(ratings, ratings.afterDiscretion.rating) : null,
    domains: ratings ? domainsOf(inspection, rated, ratings) : [],
    charts: shares?.areas.flatMap(({ chart }) => chart ?? []) ?? [],
    table: rated.themes && themesTable(rated.themes),
    firm: ratings && firmInWords(ratings),
    strengths: first('strength', 3),
    improve: first('improve', 3),
    asks: first('recommendation', 4),
    foot: footOf(rated),
  };
}

function indicativeHere({ cases }: Rated): string {
  const parts = [...new Set(cases.map(({ part }) => part))];
  const few = parts.some((part) => cases.filter((one) => one.part === part && isIn(one)).length < fewestForPerCent);
  return few ? 'So few cases make the result indicative. ' : '';
}

function scaleOf({ afterDiscretion: { total } }: Ratings, rating: Grade): Drawing {
  return totalScale({
    id: 'total',
    title: 'Total of twelve standards',
    bands: totalBands.map((band) => ({ label: gradeName(band.rating), from: band.from })).toReversed(),
    most: 36,
    total,
    says: `${total} points: ${gradeName(rating)}`,
  });
}

function domainsOf(inspection: Inspection, rated: Rated, ratings: Ratings): BoardDomain[] {
  const counted = (part: string) => rated.cases.filter((one) => one.part === part && isIn(one)).length;
  const titles = [
    ['1', 'Organisational delivery'],
    ['2', `Court disposals, ${counted('court')} cases`],
    ['3', `Out of court, ${counted('out-of-court')} cases`],
  ] as const;
  return titles.map(([domain, title]) => {
    const items = standards
      .filter(({ key }) => key.startsWith(domain))
      .map(({ key, title: name, from }) => {
        const one = ratings.standards.find((standard) => standard.key === key);
        const rating = from === 'judged' ? judgedAs(inspection, rated, key) : (one?.rating ?? null);
        return { name: `${key} ${name}`, value: rating, low: one ? lowestInWords(one) : null };
      });
    return {
      title,
      items: items.map(({ name, value, low }) => ({
        name,
        rating: value ? gradeName(value) : 'Not rated',
        points: value ? String(pointsOf(value)) : '–',
        low,
      })),
      sum: String(items.reduce((sum, { value }) => sum + (value ? pointsOf(value) : 0), 0)),
    };
  });
}

function judgedAs({ framework, kind }: Inspection, { judged }: Rated, key: string): Grade | null {
  const looked = standardsJudged(framework, kind).some((one) => one.key === key);
  return looked ? (judged.find(({ standard }) => standard === key)?.rating ?? null) : null;
}

/** @example 'lowest: keeping other people safe, 9 of 17' */
function lowestInWords({ questions, deciding }: CaseStandard): string | null {
  const lowest = questions.find(({ question }) => question === deciding[0]);
  if (!lowest || (lowest.sufficient === lowest.n && lowest.n > 0)) return lowest ? 'all sufficient' : null;
  return `lowest: ${strands[lowest.question.slice(-1)] ?? ''}, ${lowest.sufficient} of ${lowest.n}`;
}

function footOf({ judged, provisional }: Rated): string {
  const resettlement = judged.find(({ standard }) => standard === '4.1');
  return [
    ...(provisional.length > 0 ? [`Provisional: ${provisional.join('; ')}.`] : []),
    ...(resettlement ? [`4.1 Resettlement, ${gradeName(resettlement.rating)}, is not in the sum.`] : []),
    'Method and sample: see the report.',
  ].join(' ');
}
