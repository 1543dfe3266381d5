import { factKinds } from '../../domain/audits/correctable.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { caseFactOf } from '../../domain/forms/facts.js';
import type { Facts } from '../../domain/forms/filled.js';
import { orderName } from './casebar.page.js';
import type { Reading } from './reading.js';

/** What stands beside the questions on a wide screen. */
export interface Beside {
  facts: { name: string; text: string }[];
  used: { text: string; count: number }[];
}

/** The facts of the register that stand beside the questions. */
export const factsBeside = [
  'order-type',
  'started-on',
  'ends-on',
  'status',
  'age',
  'looked-after',
  'child-protection',
  'custody-entry',
  'mappa',
];

export function besideOf({ shown, stored }: Reading): Beside {
  return {
    facts: knownOfCase(shown.facts).map((fact) => ({
      name: factKinds[fact]?.name ?? fact,
      text: factInWords(shown.facts, fact),
    })),
    used: evidenceUsed([...stored.values()].map(({ evidence }) => evidence)),
  };
}

/** Nothing is known of a case where the service itself is read. */
const knownOfCase = (facts: Facts): readonly string[] => ('order-type' in facts ? factsBeside : []);

export function factInWords(facts: Facts, fact: string): string {
  const value = facts[fact] ?? null;
  if (value === null) return 'Not recorded';
  if (fact === 'order-type') return orderName(facts);
  if (caseFactOf(fact)?.holds === 'date') return formatDate(String(value));
  return factKinds[fact]?.options?.find((option) => option.value === value)?.text ?? String(value);
}

/** References to documents, the most used first: to be chosen again. */
export function evidenceUsed(given: readonly (string | null)[]): { text: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const text of given) if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
}
