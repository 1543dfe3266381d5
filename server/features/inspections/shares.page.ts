import { gradeName } from '../../domain/forms/scales.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import type { CountedArea, CountedPart, Shares } from '../../domain/ratings/framework-2025.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { shareAllowed, type ShareAllowed } from '../../domain/statistics/share-allowed.js';
import { intervals, type IntervalRow } from '../../platform/svg/intervals.js';
import type { Mark } from '../../platform/svg/units.js';
import type { Drawing } from '../../platform/svg/drawing.js';
import { blank, share, table, text, type Row, type Table } from '../../platform/table.js';
import { daysOf } from './inspections.page.js';
import type { Inspection } from './inspections.store.js';
import type { Rated } from './rated.js';
import { casesInWords, indicative } from './ratings.page.js';

/** Counts by stage and strand with their ranges; a rating only by a rule that somebody entered. */
export interface SharesPage {
  where: string;
  sentence: string;
  acts: { text: string; href: string; kind: 'secondary' }[];
  rule: string | null;
  mayEnter: boolean;
  overall: string | null;
  indicative: string | null;
  provisional: string | null;
  areas: { title: string; rating: string | null; chart: Drawing | null; table: Table }[];
  tables: Table[];
}

export function sharesPage(c: Showing, inspection: Inspection, rated: Rated, shares: Shares): SharesPage {
  const areas = shares.areas.map((area) => ({
    title: area.title,
    rating: area.rating && gradeName(area.rating),
    chart: chartOf(area),
    table: areaTable(inspection, area, shares.rule !== null),
  }));
  const few = indicative(rated);
  return {
    where: `Mock inspection, ${daysOf(inspection)}; framework of 2025`,
    sentence: `${casesInWords(rated)} Not a rating by the inspectorate.`,
    acts: [
      { text: 'Picture for the board', href: `/inspections/${inspection.id}/board`, kind: 'secondary' },
      { text: 'Report', href: `/inspections/${inspection.id}/report`, kind: 'secondary' },
    ],
    rule:
      shares.rule &&
      `Rated by the rule that was entered here: ${shares.rule.name}, ${formatDate(shares.rule.publishedOn)}.`,
    mayEnter: may(c.me, 'inspections.set-up'),
    overall: shares.rule && (shares.overall ? gradeName(shares.overall) : 'No overall yet'),
    indicative:
      few && 'Few cases were read: what stands here is a count of those cases, and the range says how far it holds.',
    provisional: rated.provisional.length === 0 ? null : `Provisional: ${rated.provisional.join('; ')}.`,
    areas,
    tables: areas.map((area) => area.table),
  };
}

/** A row for each key question, under its part. */
function chartOf({ key, title, parts }: CountedArea): Drawing | null {
  const rows = parts.flatMap((part): IntervalRow[] => {
    const lines = part.questions.map((question) => chartRow(question.title, question));
    return part.questions.length > 1 ? [{ kind: 'heading', label: part.title }, ...lines] : lines;
  });
  const hasCases = parts.some(({ questions }) => questions.some(({ n }) => n > 0));
  return !hasCases
    ? null
    : intervals({
        id: `area-${key}`,
        title: `${title}: share judged sufficient, with 95% range`,
        measure: 'share',
        rows,
      });
}

/** From ten cases on a share and its range are drawn; under that the cases themselves stand as squares. */
function chartRow(label: string, { sufficient, n }: { sufficient: number; n: number }): IntervalRow {
  const found = shareAllowed({ sufficient, n }, null, null);
  const counted = n === 0 ? 'no case' : `${sufficient} of ${n}`;
  const marks = [...Array<Mark>(sufficient).fill('yes'), ...Array<Mark>(n - sufficient).fill('no')];
  if (found.show !== 'per-cent') return { kind: 'few', label, marks, counted };
  const { lower, upper } = found.interval;
  return { kind: 'interval', label, value: sufficient / n, low: lower, high: upper, counted };
}

function areaTable(inspection: Inspection, area: CountedArea, hasRule: boolean): Table {
  return table({
    key: area.key,
    title: area.title,
    sentence: 'Cases judged sufficient of those to which the key question applies, with the 95% range.',
    columns: [
      { key: 'question', head: 'Key question', kind: 'text' },
      { key: 'count', head: 'Sufficient', kind: 'share' },
      { key: 'range', head: 'Share and range', kind: 'text' },
      ...(hasRule ? [{ key: 'rating', head: 'Rating of the part', kind: 'text' as const }] : []),
    ],
    rows: area.parts.flatMap((part) => partRows(inspection, part)),
  });
}

function partRows({ id }: Inspection, part: CountedPart): Row[] {
  const rating = text(part.rating ? gradeName(part.rating) : 'Not rated', { strong: true });
  const href = `/inspections/${id}/ratings/${part.key}`;
  if (part.questions.length === 0) {
    const says = part.judged ? gradeName(part.judged) : 'Not judged yet';
    return [
      {
        question: text(`${part.key} ${part.title}`, {
          href: `/inspections/${id}/standards/${part.key}`,
          note: 'one judgement on all evidence',
        }),
        count: text(says),
        range: blank(),
        rating,
      },
    ];
  }
  return part.questions.map(({ title, sufficient, n }, i) => ({
    question: text(part.questions.length === 1 ? title : `${part.title}: ${title.toLowerCase()}`, { href }),
    count: n === 0 ? text('no case') : share(sufficient, n),
    range: text(rangeInWords(shareAllowed({ sufficient, n }, null, null))),
    rating: i === 0 ? rating : blank(),
  }));
}

function rangeInWords(found: ShareAllowed): string {
  if (found.show === 'per-cent') return `${found.percent}%, ${found.range}`;
  return found.show === 'count-with-range' ? found.range : '';
}
