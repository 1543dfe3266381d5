import type { Count, Interval } from '../../domain/statistics/interval.js';
import { mayBeShown, restsOn, type AuditBehind } from '../../domain/statistics/held-back.js';
import { meanAllowed } from '../../domain/statistics/mean-allowed.js';
import { pooledShareAllowed, shareAllowed, type ShareAllowed } from '../../domain/statistics/share-allowed.js';
import { blank, share, text, tooFew, units, type Cell } from '../../platform/table.js';
import type { IntervalRow } from '../../platform/svg/intervals.js';
import type { Mark } from '../../platform/svg/units.js';
import type { CountedAudit } from './audits.store.js';
import { selectedInWords, type Reporting } from './reporting.js';

/** A figure as pages, charts and files show it: what may be shown at its n, to this reader. */
export interface Figure {
  /** 0 where it is held back, so that a file can't tell it either. */
  n: number;
  isHeld: boolean;
  allowed: ShareAllowed;
  /** '23 of 38', 'too few to show' or 'none yet'. */
  count: string;
  sufficient: number;
  /** '61%'; null under ten. */
  percent: string | null;
  /** '45 to 74%' or 'most likely between 3 and 9 in 10'; null under five. */
  range: string | null;
  interval: Interval | null;
  /** One square an audit while they can be counted. */
  marks: readonly Mark[];
  /** The audits behind it, as far as the reader may open them. */
  href: string | null;
  /** To copy: count, how drawn, who read, when agreed, range. */
  sentence: string;
}

/** One audit behind a share, and what it says. */
export interface Judged {
  audit: CountedAudit;
  mark: Mark;
}

interface About {
  /** What 'yes' means, in words that follow the count: 'good enough on contingency'. */
  says: string;
  href: string | null;
  /** Held back for the sake of another part of the same whole. */
  hold?: boolean;
}

const behindOf = (audits: readonly CountedAudit[]): AuditBehind[] =>
  audits.map(({ practitioner, within }) => ({ practitioner, within }));

/** A share of audits. @throws RangeError never for real audits */
export function shareOf(r: Reporting, judged: readonly Judged[], about: About): Figure {
  const audits = judged.map(({ audit }) => audit);
  const sufficient = judged.filter(({ mark }) => mark === 'yes').length;
  const drawn = about.hold ? null : populationOf(r, audits);
  const allowed: ShareAllowed = about.hold
    ? { show: 'too-few' }
    : shareAllowed({ sufficient, n: judged.length }, drawn, restsOn(behindOf(audits)));
  return figure(
    r,
    allowed,
    { sufficient, n: judged.length },
    audits,
    { ...about, unit: 'files' },
    judged.map(({ mark }) => mark),
  );
}

/** A share of questions or rules, pooled over audits: the audits are the clusters. */
export function pooledOf(
  r: Reporting,
  clusters: readonly { audit: CountedAudit; count: Count }[],
  about: About,
): Figure {
  const asked = clusters.filter(({ count }) => count.n > 0);
  const audits = asked.map(({ audit }) => audit);
  const allowed: ShareAllowed = about.hold
    ? { show: 'too-few' }
    : pooledShareAllowed(
        asked.map(({ count }) => count),
        restsOn(behindOf(audits)),
      );
  const count = asked.reduce(
    (sum, one) => ({ sufficient: sum.sufficient + one.count.sufficient, n: sum.n + one.count.n }),
    { sufficient: 0, n: 0 },
  );
  return figure(r, allowed, count, audits, { ...about, unit: 'results' }, []);
}

function figure(
  r: Reporting,
  allowed: ShareAllowed,
  { sufficient, n }: Count,
  audits: readonly CountedAudit[],
  about: About & { unit: string },
  marks: readonly Mark[],
): Figure {
  const isHeld = allowed.show === 'too-few';
  const hasRange = allowed.show === 'per-cent' || allowed.show === 'count-with-range';
  const count = isHeld ? 'too few to show' : allowed.show === 'none-yet' ? 'none yet' : allowed.count;
  const percent = allowed.show === 'per-cent' ? `${allowed.percent}%` : null;
  const range = hasRange ? allowed.range : null;
  return {
    n: isHeld ? 0 : n,
    isHeld,
    allowed,
    count,
    sufficient: isHeld ? 0 : sufficient,
    percent,
    range,
    interval: hasRange ? clipped(allowed.interval) : null,
    marks: isHeld ? [] : marks,
    href: audits.some(({ within }) => within) ? about.href : null,
    sentence: isHeld || n === 0 ? '' : sentence(r, { count, percent, range }, audits, about),
  };
}

function sentence(
  r: Reporting,
  { count, percent, range }: { count: string; percent: string | null; range: string | null },
  audits: readonly CountedAudit[],
  { says, unit }: { says: string; unit: string },
): string {
  const figures = [percent, range && (percent ? `range ${range}` : range)].filter((part) => part !== null).join(', ');
  const from = unit === 'files' ? `${count} files ${says}` : `${count} results ${says}, in ${files(audits.length)}`;
  const readers = new Set(audits.map(({ auditor }) => auditor)).size;
  const read = `read by ${readers} ${readers === 1 ? 'auditor' : 'auditors'}`;
  return `${from}${figures === '' ? '' : ` (${figures})`}; ${howDrawn(r, audits)}, ${read}, ${selectedInWords(r)}.`;
}

const files = (n: number): string => (n === 1 ? '1 file' : `${n} files`);

/** 'drawn at random from 41', 'drawn at random in 4 samples', 'in 4 samples, 1 of them chosen by hand'. */
export function howDrawn(r: Reporting, audits: readonly CountedAudit[]): string {
  const ids = [...new Set(audits.map(({ sample }) => sample))];
  const one = ids.length === 1 && ids[0] !== undefined ? r.drawn(ids[0]) : undefined;
  if (one?.method === 'whole') return `all ${one.eligible} that were eligible`;
  if (one?.method === 'chosen') return 'chosen by hand';
  if (one) return `drawn at random from ${one.eligible}`;
  const chosen = ids.filter((id) => r.method(id) === 'chosen').length;
  if (chosen === ids.length) return `chosen by hand in ${ids.length} samples`;
  return chosen === 0
    ? `drawn at random in ${ids.length} samples`
    : `in ${ids.length} samples, ${chosen} of them chosen by hand`;
}

/** How many could have been drawn, when these audits are one recorded random sample, whole; otherwise null. */
function populationOf(r: Reporting, audits: readonly CountedAudit[]): number | null {
  const first = audits[0];
  if (!first || audits.some(({ sample }) => sample !== first.sample)) return null;
  const drawn = r.drawn(first.sample);
  const isWhole = drawn && (drawn.method === 'simple' || drawn.method === 'whole') && drawn.places === audits.length;
  return isWhole && drawn.eligible >= audits.length ? drawn.eligible : null;
}

const clipped = ({ lower, upper }: Interval): Interval => ({ lower: Math.max(0, lower), upper: Math.min(1, upper) });

/** Squares with their count while they can be counted, else the count; linked to the audits behind it. */
export function countCell(figure: Figure): Cell {
  if (figure.isHeld) return tooFew();
  if (figure.n === 0) return text('none yet');
  const more = { href: figure.href };
  return share(figure.sufficient, figure.n, more);
}

/** The same with squares, for where people compare few. */
export function squaresCell(figure: Figure): Cell {
  if (figure.isHeld) return tooFew();
  if (figure.marks.length === 0) return blank();
  return units(figure.marks, figure.marks.length < 1 ? figure.count : '');
}

/** '61%, 45 to 74%' as far as n allows. */
export const rangeCell = (figure: Figure): Cell =>
  figure.isHeld ? blank() : text([figure.percent, figure.range].filter((part) => part !== null).join(', '));

/** A row of the chart of intervals. Under ten the cases themselves stand as squares. */
export function chartRow(label: string, figure: Figure, strong = false): IntervalRow {
  if (figure.isHeld) return { kind: 'held', label };
  if (figure.allowed.show !== 'per-cent' || !figure.interval)
    return { kind: 'few', label, marks: figure.marks, counted: figure.count };
  const { lower, upper } = figure.interval;
  return {
    kind: 'interval',
    label,
    value: figure.sufficient / figure.n,
    low: lower,
    high: upper,
    counted: figure.count,
    strong,
  };
}

/** A mean of scores of audits, as far as n and reach allow. */
export interface Mean {
  isHeld: boolean;
  n: number;
  /** '0.72', or each score, or 'too few to show'. */
  text: string;
  range: string | null;
  value: number | null;
  interval: Interval | null;
}

export function meanOf(scored: readonly { audit: CountedAudit; score: number | null }[], hold = false): Mean {
  const known = scored.flatMap(({ audit, score }) => (score === null ? [] : [{ audit, score }]));
  const behind = restsOn(behindOf(known.map(({ audit }) => audit)));
  const allowed = hold
    ? ({ show: 'too-few' } as const)
    : meanAllowed(
        known.map(({ score }) => score),
        behind,
      );
  const nothing = { range: null, value: null, interval: null };
  if (allowed.show === 'too-few') return { isHeld: true, n: 0, text: 'too few to show', ...nothing };
  if (allowed.show === 'none-yet') return { isHeld: false, n: 0, text: 'none yet', ...nothing };
  if (allowed.show === 'each') return { isHeld: false, n: allowed.n, text: allowed.scores.join(', '), ...nothing };
  const { n, mean, range, interval } = allowed;
  return { isHeld: false, n, text: allowed.text, range, value: mean, interval: clipped(interval) };
}

/** Whether the reader may have a count of these audits at all. */
export const countShown = (audits: readonly CountedAudit[]): boolean => mayBeShown(behindOf(audits));

export { behindOf };
