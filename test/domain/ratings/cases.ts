import type { Reading, Value } from '../../../server/domain/ratings/reading.js';

/** Cases of one key question: so many sufficient, so many not. */
export function share(question: string, sufficient: number, n: number): Reading[] {
  return Array.from({ length: n }, (_, i) =>
    reading(`C${i + 1}`, { [question]: i < sufficient ? 'sufficient' : 'not-sufficient' }),
  );
}

/** A reading with these values. */
export const reading = (name: string, values: Record<string, Value>): Reading => ({ case: name, values });
