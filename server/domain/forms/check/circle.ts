import { groupKeyOf } from '../layout.js';
import { comparisonsIn } from '../condition.js';
import type { Condition } from '../document.js';
import type { Place } from './places.js';

/**
 * Whether an item waits, directly or through others, for one of the items named: then the two wait for each other.
 * @param key the item that is looked at
 * @param waiting the items whose condition looks at it
 */
export function waitsFor(key: string, waiting: ReadonlySet<string>, places: readonly Place[]): boolean {
  const seen = new Set<string>();
  const left = [key];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (waiting.has(next)) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    left.push(...lookedAt(places.find(({ item }) => item.key === next)));
  }
  return false;
}

function lookedAt(place: Place | undefined): string[] {
  if (!place) return [];
  const { item, section } = place;
  const group = section.repeats?.find(({ key }) => key === groupKeyOf(item));
  return [section.when, group?.when, item.when].flatMap(answersIn);
}

const answersIn = (condition: Condition | undefined): string[] =>
  condition ? comparisonsIn(condition).flatMap(({ answer }) => answer ?? []) : [];
