import type { Item } from '../../domain/forms/document.js';
import { optionsOf } from '../../domain/forms/scales.js';
import { formVersion, type FormVersion } from '../forms/forms.store.js';
import type { Reporting } from './reporting.js';

/** A question as some versions of a form ask it alike: with the same answers, so that it can be counted over them. */
export interface AskedAlike {
  item: Item;
  /** Ids of those versions. */
  versions: ReadonlySet<number>;
  /** The number of the newest of them: names the question in an address. */
  newest: number;
  /** Where versions differ, in words; null where all ask alike and in the same words. */
  note: string | null;
}

/**
 * How versions of one form ask a question: once where all have the same answers, even in other words; apart where answers
 * differ, because different scales are never counted together. Newest first.
 * @param ids the versions of the form that were used
 */
export function waysOfAsking(r: Reporting, key: string, ids: readonly number[]): AskedAlike[] {
  const used = [...new Set(ids)].map((id) => formVersion(r.db, id)).sort((a, b) => b.version - a.version);
  const asking = used.flatMap((version) => {
    const item = questionOf(version, key);
    return item ? [{ version, item }] : [];
  });
  const ways = new Map<string, typeof asking>();
  for (const one of asking) {
    const answers = answersOf(one);
    ways.set(answers, [...(ways.get(answers) ?? []), one]);
  }
  return [...ways.values()].flatMap((way) => {
    const [first] = way;
    if (!first) return [];
    const numbers = way.map(({ version }) => version.version);
    return [
      {
        item: first.item,
        versions: new Set(way.map(({ version }) => version.id)),
        newest: first.version.version,
        note: noteOn(way, numbers, { isSplit: ways.size > 1, isEverywhere: asking.length === used.length }),
      },
    ];
  });
}

/** A question as an audit's own version of the form asked it. */
export const itemIn = (r: Reporting, { version }: { version: number }, key: string): Item | undefined =>
  questionOf(formVersion(r.db, version), key);

const questionOf = ({ document }: FormVersion, key: string): Item | undefined =>
  document.sections.flatMap(({ items }) => items).find((item) => item.key === key);

/** The kind and the answers with what they are worth: questions that share them are counted together. */
const answersOf = ({ version, item }: { version: FormVersion; item: Item }): string =>
  JSON.stringify([item.kind, optionsOf(version.document, item).map(({ key, worth = null }) => [key, worth])]);

function noteOn(
  way: readonly { version: FormVersion; item: Item }[],
  numbers: readonly number[],
  { isSplit, isEverywhere }: { isSplit: boolean; isEverywhere: boolean },
): string | null {
  const words = bare(way[0]?.item.question ?? '');
  const reworded = way.filter(({ item }) => bare(item.question) !== words).map(({ version }) => version.version);
  const parts = [
    ...(isSplit ? [`as ${versionsInWords(numbers)} ${asks(numbers)}, other versions offer other answers`] : []),
    ...(!isSplit && !isEverywhere ? [`only in ${versionsInWords(numbers)}`] : []),
    ...(reworded.length > 0 ? [`in other words in ${versionsInWords(reworded)}, with the same meaning`] : []),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}

const asks = (numbers: readonly number[]): string => (numbers.length === 1 ? 'asks it' : 'ask it');

const bare = (question: string): string => question.trim().replace(/\s+/g, ' ');

/** @example versionsInWords([3, 1]) // 'versions 1 and 3' */
export function versionsInWords(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  if (sorted.length === 1) return `version ${sorted[0]}`;
  return `versions ${sorted.slice(0, -1).join(', ')} and ${sorted.at(-1)}`;
}
