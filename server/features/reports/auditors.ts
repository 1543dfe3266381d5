import { heldBack } from '../../domain/statistics/held-back.js';
import { newcombe } from '../../domain/statistics/newcombe.js';
import { roundHalfUp } from '../../domain/statistics/rounding.js';
import { fewestForRange } from '../../domain/statistics/small-numbers.js';
import { number, table, text, type Table } from '../../platform/table.js';
import type { CountedAudit } from './audits.store.js';
import { behindOf, shareOf, type Figure, type Judged } from './figure.js';
import { countCell } from './figure-cells.js';
import { selectedInWords, type Reporting } from './reporting.js';

/** Who audited, and how these auditors mark: a person's figure never stands without it. */
export interface Auditors {
  table: Table;
  /** How far the auditor of most of these lies from the others, with its range; null where that can't be said. */
  difference: string | null;
}

/**
 * @param these the audits that the page is about
 * @param all every audit of the service in the period with the same forms
 * @param says what is counted of each audit
 */
export function auditorsOf(
  r: Reporting,
  these: readonly CountedAudit[],
  all: readonly Judged[],
  head: string,
): Auditors {
  const readers = [...new Set(these.map(({ auditor }) => auditor))].sort((a, b) =>
    r.person(a).localeCompare(r.person(b)),
  );
  const others = all.filter(({ audit }) => !readers.includes(audit.auditor));
  const parts = [...readers.map((reader) => all.filter(({ audit }) => audit.auditor === reader)), others];
  const held = heldBack(parts.map((part) => behindOf(part.map(({ audit }) => audit))));
  const about = { says: head.toLowerCase(), href: null };
  const figures = parts.map((part, i) => shareOf(r, part, { ...about, hold: held[i] === true }));
  const whole = shareOf(r, all, about);
  const rows = readers.map((reader, i) => ({
    auditor: text(r.person(reader)),
    these: number(these.filter(({ auditor }) => auditor === reader).length),
    marked: figures[i] ? countCell(figures[i]) : text(''),
  }));
  return {
    table: table({
      key: 'auditors',
      title: 'Who audited',
      sentence: `Of all that each audited, ${selectedInWords(r)}: ${head.toLowerCase()}.`,
      columns: [
        { key: 'auditor', head: 'Auditor', kind: 'text' },
        { key: 'these', head: 'Of these', kind: 'number' },
        { key: 'marked', head: `All theirs: ${head.toLowerCase()}`, kind: 'share' },
      ],
      rows,
      total: { auditor: text('All auditors'), these: number(these.length), marked: countCell(whole) },
    }),
    difference: differenceInWords(r, readers, these, figures, whole),
  };
}

function differenceInWords(
  r: Reporting,
  readers: readonly number[],
  these: readonly CountedAudit[],
  figures: readonly Figure[],
  whole: Figure,
): string | null {
  const most = readers
    .map((reader, i) => ({ reader, figure: figures[i], n: these.filter(({ auditor }) => auditor === reader).length }))
    .sort((a, b) => b.n - a.n)[0];
  if (!most?.figure || most.figure.isHeld || whole.isHeld) return null;
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
