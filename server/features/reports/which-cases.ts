import { levelName, type Level } from '../../domain/forms/scales.js';
import { orderName } from '../../domain/sampling/order-name.js';
import type { CountedAudit } from './audits.store.js';
import { howDrawn } from './how-drawn.js';
import { openCasesOf, orderTypeOf } from './practitioners.store.js';
import type { Reporting } from './reporting.js';

/** Which cases a person's audits were of: like must be compared with like. */
export function whichCases(
  r: Reporting,
  person: number,
  audits: readonly CountedAudit[],
): { name: string; text: string }[] {
  const types = audits.flatMap(({ orderId }) => orderTypeOf(r.db, orderId) ?? []);
  const open = openCasesOf(r.db, person);
  const facts = [
    { name: 'Orders', text: countedWords(types.map(orderName)) },
    { name: 'Harm', text: countedWords(audits.map(({ harmService }) => levelWords(harmService))) },
    { name: 'Safety', text: countedWords(audits.map(({ safetyService }) => levelWords(safetyService))) },
    { name: 'Chosen by', text: audits.length === 0 ? '' : howDrawn(r, audits) },
    { name: 'Holds now', text: open === 1 ? '1 open case' : `${open} open cases` },
  ];
  return facts.filter(({ text }) => text !== '');
}

const levelWords = (level: Level | null): string => levelName(level);

/** @example countedWords(['High', 'Medium', 'High']) // '2 High, 1 Medium' */
export function countedWords(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([word, n]) => `${n} ${word}`)
    .join(', ');
}
