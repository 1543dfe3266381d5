import type { Period } from '../../domain/reports/period.js';
import { blocksOf, type Block } from '../../domain/statistics/blocks.js';
import { heldBack, mayBeShown } from '../../domain/statistics/held-back.js';
import type { CountedAudit } from './audits.store.js';
import { grouped } from './grouped.js';
import type { Reporting } from './reporting.js';

/** What of the rows of a figure counts for this reader in a period. */
export interface Counted<T> {
  rows: readonly T[];
  /** There are audits out of reach, and none of them may count: a figure of the rest would pass for one of all. */
  hold: boolean;
  /** How many audits lie in the period and don't count. */
  leftOut: number;
}

interface OfAudit {
  audit: CountedAudit;
}

/**
 * Which rows count. Whoever may open all audits has those of the period. For others the audits within their reach count
 * to the day, and those beyond in whole blocks that lie in the period, so that no two figures differ by less than a block.
 * With a sample chosen, nothing beyond reach counts: samples cut across blocks.
 * @param rows what one question is about, over `r.around`
 */
export function counting<T extends OfAudit>(r: Reporting, rows: readonly T[]): (period: Period) => Counted<T> {
  return inBlocks(r, rows, blocksFor(r, rows));
}

/**
 * The same for one of several questions that are pooled too: each keeps to the blocks of the whole, and in a block counts
 * only where it rests on enough by itself, so that the audits of two pools differ by no less than each question's do.
 */
export function countingOneOf<T extends OfAudit>(
  r: Reporting,
  rows: readonly T[],
  whole: readonly OfAudit[],
): (period: Period) => Counted<T> {
  const own = new Set(beyondOf(rows));
  const blocks = blocksFor(r, whole).map((block) => ({ ...block, audits: block.audits.filter((one) => own.has(one)) }));
  return inBlocks(
    r,
    rows,
    blocks.filter(({ audits }) => mayBeShown(audits)),
  );
}

function inBlocks<T extends OfAudit>(
  r: Reporting,
  rows: readonly T[],
  blocks: readonly Block<CountedAudit>[],
): (period: Period) => Counted<T> {
  if (r.reach.kind === 'all') return (period) => everyRow(rows, period);
  return (period) => {
    const counted = new Set(inside(blocks, period).flatMap(({ audits }) => audits));
    return whatCounts(r, rows, counted, period);
  };
}

/**
 * The same cut into parts of a whole that is shown too: in each block a part that is too small takes the next smallest with
 * it, so that none can be told by taking the others from the whole.
 */
export function countingParts<T extends OfAudit>(
  r: Reporting,
  rows: readonly T[],
  partOf: (audit: CountedAudit) => number,
): (period: Period, part: number) => Counted<T> {
  const byPart = grouped(rows, ({ audit }) => partOf(audit));
  if (r.reach.kind === 'all') return (period, part) => everyRow(byPart.get(part) ?? [], period);
  const blocks = blocksFor(r, rows);
  return (period, part) => {
    const counted = new Set(inside(blocks, period).flatMap(({ audits }) => shownOf(audits, partOf)));
    return whatCounts(r, byPart.get(part) ?? [], counted, period);
  };
}

function everyRow<T extends OfAudit>(rows: readonly T[], period: Period): Counted<T> {
  return { rows: rows.filter(({ audit }) => isIn(period, audit)), hold: false, leftOut: 0 };
}

export const isIn = ({ from, until }: Period, { agreedOn }: { agreedOn: string }): boolean =>
  agreedOn >= from && agreedOn <= until;

const beyondOf = (rows: readonly OfAudit[]): CountedAudit[] => [
  ...new Set(rows.flatMap(({ audit }) => (audit.within ? [] : [audit]))),
];

const blocksFor = (r: Reporting, rows: readonly OfAudit[]): Block<CountedAudit>[] =>
  r.reach.kind === 'all' || r.selection.sample !== null ? [] : blocksOf(beyondOf(rows), r.today);

const inside = <T>(blocks: readonly Block<T>[], { from, until }: Period): Block<T>[] =>
  blocks.filter((block) => block.from >= from && block.until <= until);

function shownOf(block: readonly CountedAudit[], partOf: (audit: CountedAudit) => number): CountedAudit[] {
  const parts = [...grouped(block, partOf).values()];
  const held = heldBack(parts);
  return parts.flatMap((part, i) => (held[i] ? [] : part));
}

function whatCounts<T extends OfAudit>(
  r: Reporting,
  rows: readonly T[],
  counted: ReadonlySet<CountedAudit>,
  period: Period,
): Counted<T> {
  const beyond = beyondOf(rows).filter((audit) => isIn(period, audit));
  const shown = beyond.filter((audit) => counted.has(audit)).length;
  return {
    rows: rows.filter(({ audit }) => counted.has(audit) || (audit.within && isIn(period, audit))),
    hold: shown === 0 && beyond.length > 0 && r.selection.sample === null,
    leftOut: beyond.length - shown,
  };
}
