import type { LeftOut } from '../applies.js';
import { groupKeyOf } from '../layout.js';
import { placesOf } from '../check/places.js';
import type { FormDocument } from '../document.js';
import { isScored } from '../scales.js';
import type { EarlierAudit, EarlierResult } from './earlier.js';
import { countedInDays } from './drop.js';
import { fixedQuestions } from './fixed-questions.js';
import { takenItems } from './take.js';
import { worst } from './worth.js';

export const comparisons = ['put-right', 'better', 'same', 'worse', 'no-longer-possible', 'not-yet-due'] as const;
/** What became of one question that fell short. */
export type ComparedKind = (typeof comparisons)[number];

export interface Compared {
  item: string;
  kind: ComparedKind;
  /** The outcome then and now, of the worst row; `after` is null where nothing was answered. */
  before: string;
  after: string | null;
  /** Why it was not asked again; null where it was. */
  because: string | null;
}

export interface BeforeAndAfter {
  rows: Compared[];
  counts: Record<ComparedKind, number>;
  /** Questions that were answered well and drawn to be asked again, and how many still are. */
  anchors: { asked: number; still: number };
}

/** What the second reading came to. */
export interface SecondReading {
  document: FormDocument;
  results: readonly EarlierResult[];
  leftOut: readonly LeftOut[];
}

/**
 * Two readings of one case side by side, question by question. Only 'put right' means that it is in order now; what
 * can't come any more and what nothing has called for since is neither.
 * Source: form content of the service, re-audit, what it reports.
 */
export function beforeAndAfter(earlier: EarlierAudit, second: SecondReading): BeforeAndAfter {
  const rows = takenItems(earlier).flatMap((key) => compared(earlier, second, key) ?? []);
  const counts = Object.fromEntries(
    comparisons.map((kind) => [kind, rows.filter((row) => row.kind === kind).length]),
  ) as Record<ComparedKind, number>;
  return { rows, counts, anchors: anchorsIn(earlier, second, new Set(rows.map(({ item }) => item))) };
}

function compared({ form, results }: EarlierAudit, second: SecondReading, key: string): Compared | null {
  const item = placesOf(form).find((place) => place.item.key === key)?.item;
  const before = item && worst(form, item, results);
  if (!item || !before) return null;
  const dropped = second.document.source?.dropped.find((one) => one.item === key);
  if (dropped) return { item: key, before: before.outcome, after: null, kind: dropped.kind, because: dropped.because };
  const after = worst(form, item, second.results);
  const noted = second.results.find((result) => result.item === key);
  if (!after && noted)
    return { item: key, before: before.outcome, after: noted.outcome, kind: 'not-yet-due', because: null };
  if (!after) {
    const left = leftOutOf(second.leftOut, second.document, key);
    return { item: key, before: before.outcome, after: null, kind: kindLeftOut(left), because: left?.because ?? null };
  }
  return {
    item: key,
    before: before.outcome,
    after: after.outcome,
    kind: kindOf(before.worth, after.worth),
    because: null,
  };
}

function kindOf(before: number, after: number): ComparedKind {
  if (after === 1) return 'put-right';
  if (after === before) return 'same';
  return after > before ? 'better' : 'worse';
}

/** What a fact of the case closed can't come any more, unless only days are wanting; what an answer closed still may. */
function kindLeftOut(left: LeftOut | undefined): ComparedKind {
  const closed = left?.closedBy.some((closing) => 'fact' in closing && !countedInDays.includes(closing.fact)) ?? false;
  return closed && !left?.waiting ? 'no-longer-possible' : 'not-yet-due';
}

function leftOutOf(leftOut: readonly LeftOut[], form: FormDocument, key: string): LeftOut | undefined {
  const place = placesOf(form).find(({ item }) => item.key === key);
  const group = place ? groupKeyOf(place.item) : null;
  return leftOut.find(
    ({ item, group: closed, section }) =>
      item?.key === key || (item === null && section.key === place?.section.key && (closed?.key ?? group) === group),
  );
}

/** Whatever is scored and was neither taken nor is always asked, was answered well last time. */
function anchorsIn(
  { form }: EarlierAudit,
  second: SecondReading,
  taken: ReadonlySet<string>,
): BeforeAndAfter['anchors'] {
  const always = new Set(fixedQuestions.items.map(({ key }) => key));
  const anchors = placesOf(second.document)
    .map(({ item }) => item)
    .filter((item) => isScored(second.document, item) && !taken.has(item.key) && !always.has(item.key));
  const asked = anchors.flatMap((item) => worst(form, item, second.results) ?? []);
  return { asked: asked.length, still: asked.filter(({ worth }) => worth === 1).length };
}
