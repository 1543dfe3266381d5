import { addMonths } from '../../domain/calendar/days.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { gradeName } from '../../domain/forms/scales.js';
import { forecastReadings, type InternalJudgement } from '../../domain/ratings/forecast.js';
import { rate, standards, strands, type CaseStandard } from '../../domain/ratings/framework-2018-2024.js';
import { fewestForPerCent } from '../../domain/statistics/small-numbers.js';
import { shareAllowed } from '../../domain/statistics/share-allowed.js';
import { share, table, text, type Cell, type Row, type Table } from '../../platform/table.js';
import type { Showing } from '../../platform/http/route.js';
import { agreedJudgements, type AgreedJudgement } from './forecast.store.js';

/** What internal audits of the last year would count for, by the rules of 2018 to 2024, and how sure that is. */
export interface ForecastPage {
  sentence: string;
  table: Table;
}

export function forecastPage(c: Showing): ForecastPage {
  const since = addMonths(c.today, -12);
  const { court, outOfCourt } = forecastReadings(agreedJudgements(c.db, since).map(asJudgement));
  const { standards: rated } = rate({ court, outOfCourt, asWhole: {} });
  return {
    sentence: `Internal audits agreed since ${formatDate(since)}: ${court.length} court cases and ${outOfCourt.length} out of court. No rating: an inspection draws its own cases and judges them afresh.`,
    table: table({
      key: 'forecast',
      title: 'Where internal audits stand on the key questions',
      sentence:
        'The newest judgement of each case; the auditor’s own Low takes a question out. The range is of all such cases, 95%.',
      columns: [
        { key: 'question', head: 'Key question', kind: 'text' },
        { key: 'count', head: 'Sufficient', kind: 'share' },
        { key: 'range', head: 'Share and range', kind: 'text' },
        { key: 'band', head: 'Band that this share is in', kind: 'text' },
      ],
      rows: rated.flatMap(rowsOf),
    }),
  };
}

function asJudgement({ caseId, orderGroup, item, outcome, harm, safety }: AgreedJudgement): InternalJudgement {
  const from = orderGroup === 'out-of-court' ? orderGroup : orderGroup === null ? null : 'court';
  return { case: caseId, from, item, value: outcome === 'sufficient' ? outcome : 'not-sufficient', harm, safety };
}

function rowsOf({ key, questions }: CaseStandard): Row[] {
  const title = standards.find((one) => one.key === key)?.title ?? '';
  return questions.map(({ question, sufficient, n, rating }) => ({
    question: text(`${question} ${title}: ${strands[question.slice(-1)] ?? ''}`),
    count: n === 0 ? text('no internal evidence') : share(sufficient, n),
    range: rangeCell(sufficient, n),
    band: text(rating && n >= fewestForPerCent ? gradeName(rating) : n > 0 ? 'too few to say' : ''),
  }));
}

function rangeCell(sufficient: number, n: number): Cell {
  const found = shareAllowed({ sufficient, n }, null, null);
  if (found.show === 'per-cent') return text(`${found.percent}%, ${found.range}`);
  return text(found.show === 'count-with-range' ? found.range : '');
}
