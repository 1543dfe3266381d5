import { newcombe } from '../../domain/statistics/newcombe.js';
import { roundHalfUp } from '../../domain/statistics/rounding.js';
import { fewestForRange } from '../../domain/statistics/small-numbers.js';
import { number, table, text, type Table } from '../../platform/table.js';
import type { CountedAudit } from './audits.store.js';
import { counting, countingParts } from './counting.js';
import { shareOf, type Figure, type Judged } from './figure.js';
import { countCell, rangeCell, sentenceCell } from './figure-cells.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { pageOf, type What } from './what.js';

/** Who audited, and how these auditors mark: a person's figure never stands without it. */
export interface Auditors {
  table: Table;
  /** How far the auditor of most of these lies from the others, with its range; null where that can't be said. */
  difference: string | null;
}

interface About {
  /** What is counted of each audit: 'Good enough'. */
  head: string;
  says: string;
  /** What the figure counts of all auditors; of one, that and the auditor. */
  what: What;
}

/**
 * @param these the audits that the page is about
 * @param all every audit of the service around the period with the same forms
 */
export function auditorsOf(
  r: Reporting,
  these: readonly CountedAudit[],
  all: readonly Judged[],
  { head, says, what }: About,
): Auditors {
  const readers = [...new Set(these.map(({ auditor }) => auditor))].sort((a, b) =>
    r.person(a).localeCompare(r.person(b)),
  );
  const ofAuditor = countingParts(r, all, ({ auditor }) => auditor);
  const figures = readers.map((reader) => {
    const { rows, hold, leftOut } = ofAuditor(r.selection, reader);
    const href = pageOf(r, { ...what, auditor: String(reader) });
    const figure = shareOf(r, rows, { says: `${says}, of those that ${r.person(reader)} read`, href, hold });
    return { reader, figure, isWhole: leftOut === 0 };
  });
  const { rows, hold } = counting(r, all)(r.selection);
  const whole = shareOf(r, rows, { says, href: pageOf(r, what), hold });
  const row = (name: string, n: number, figure: Figure) => ({
    auditor: text(name),
    these: number(n),
    marked: { ...countCell(figure), note: rangeCell(figure).text || null },
    range: rangeCell(figure),
    sentence: sentenceCell(figure),
  });
  return {
    table: table({
      key: 'auditors',
      title: 'Who audited',
      sentence: `Of all that each audited, ${selectedInWords(r)}: ${head.toLowerCase()}.`,
      columns: [
        { key: 'auditor', head: 'Auditor', kind: 'text' },
        { key: 'these', head: 'Of these', kind: 'number' },
        { key: 'marked', head: `All theirs: ${head.toLowerCase()}`, kind: 'share' },
        { key: 'range', head: 'Share, 95% range', kind: 'file' },
        { key: 'sentence', head: 'In a sentence', kind: 'file' },
      ],
      rows: figures.map(({ reader, figure }) => row(r.person(reader), countOf(these, reader), figure)),
      total: row('All auditors', these.length, whole),
    }),
    difference: differenceInWords(r, these, figures, whole),
  };
}

const countOf = (audits: readonly CountedAudit[], reader: number): number =>
  audits.filter(({ auditor }) => auditor === reader).length;

/** Only where all that the auditor read is counted: else part of it would pass for work of the others. */
function differenceInWords(
  r: Reporting,
  these: readonly CountedAudit[],
  figures: readonly { reader: number; figure: Figure; isWhole: boolean }[],
  whole: Figure,
): string | null {
  const [most] = [...figures].sort((a, b) => countOf(these, b.reader) - countOf(these, a.reader));
  if (!most?.isWhole || most.figure.isHeld || whole.isHeld) return null;
  const rest = { sufficient: whole.sufficient - most.figure.sufficient, n: whole.n - most.figure.n };
  if (most.figure.n < fewestForRange || rest.n < fewestForRange) return null;
  const { difference, lower, upper } = newcombe({ sufficient: most.figure.sufficient, n: most.figure.n }, rest);
  const name = r.person(most.reader);
  const range = `range ${points(lower)} to ${points(upper)}`;
  if (lower <= 0 && upper >= 0) {
    return `${name}’s share is ${points(difference)} the others’ (${range}): they can’t be told apart on these numbers.`;
  }
  const how = difference < 0 ? 'stricter, or harder cases' : 'more lenient, or easier cases';
  return `${name}’s share is ${points(difference)} the others’ (${range}): ${how}, or chance.`;
}

/** @example points(-0.08) // '8 points under' */
export function points(difference: number): string {
  const whole = Math.abs(roundHalfUp(Math.abs(difference) * 100, 0));
  if (whole === 0) return 'the same as';
  return `${whole} ${whole === 1 ? 'point' : 'points'} ${difference < 0 ? 'under' : 'over'}`;
}
