import type { Grade } from '../forms/scales.js';
import type { Area, AreaPart, FrameworkDocument, KeyQuestion } from './framework-document.js';
import type { Reading } from './reading.js';
import { combined, ratingOfPart } from './roll-up.js';
import { tally, type Tally } from './tally.js';

/** A part of an area: counts by key question, or a judgement on the whole. */
export interface CountedPart {
  key: string;
  title: string;
  questions: readonly (Tally & { title: string })[];
  /** What a part that is judged as a whole was judged; null when it is not, or not yet. */
  judged: Grade | null;
  /** By the rule that was entered; null without one. */
  rating: Grade | null;
}

export interface CountedArea {
  key: string;
  title: string;
  parts: readonly CountedPart[];
  rating: Grade | null;
}

/** What an inspection in the framework of 2025 comes to. Without the published roll-up every rating is null. */
export interface Shares {
  areas: readonly CountedArea[];
  overall: Grade | null;
  /** Where the rule was published; null while none has been entered. */
  rule: { name: string; address: string | null; publishedOn: string } | null;
}

/**
 * Counts by stage and strand in the framework in use since 2025. How parts and areas become ratings is not in any
 * document that was read, so nothing is rated until somebody enters the published rule in the framework's document.
 * @param kind cases only, or organisational delivery too
 * @param asWhole what is judged as a whole, by part
 */
export function countShares(
  document: FrameworkDocument,
  kind: 'full' | 'cases',
  readings: readonly Reading[],
  asWhole: Readonly<Record<string, Grade>>,
): Shares {
  const { rollUp } = document;
  const areas = areasOf(document, kind).map((area) => {
    const parts = area.parts.map((part) => countedPart(part, readings, asWhole[part.key] ?? null, document));
    const way = rollUp?.areas[area.key];
    const ratings = parts.map(({ rating }) => rating);
    return { key: area.key, title: area.title, parts, rating: way ? combined(ratings, way) : null };
  });
  const way = rollUp?.overall[kind];
  return {
    areas,
    overall: way
      ? combined(
          areas.map(({ rating }) => rating),
          way,
        )
      : null,
    rule: rollUp ? { ...rollUp.source, address: rollUp.source.address ?? null } : null,
  };
}

/** The areas that an inspection of a kind looks at. */
export const areasOf = ({ areas }: Pick<FrameworkDocument, 'areas'>, kind: 'full' | 'cases'): Area[] =>
  areas.filter(({ only }) => only === undefined || only === kind);

function countedPart(
  part: AreaPart,
  readings: readonly Reading[],
  judged: Grade | null,
  { rollUp }: FrameworkDocument,
): CountedPart {
  const { key, title } = part;
  const asked: readonly KeyQuestion[] = part.questions ?? [];
  const questions = asked.map((question) => ({ ...tally(question.key, readings), title: question.title }));
  if (asked.length === 0) return { key, title, questions, judged, rating: rollUp ? judged : null };
  return { key, title, questions, judged: null, rating: rollUp ? ratingOfPart(questions, rollUp) : null };
}
