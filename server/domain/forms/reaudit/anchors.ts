import { createHash } from 'node:crypto';
import { groupKeyOf } from '../layout.js';
import { placesOf } from '../check/places.js';
import { isScored } from '../scales.js';
import { whyDropped } from './drop.js';
import type { EarlierAudit, Making } from './earlier.js';
import { neededItems } from './needs.js';

/** At least two, and one for every ten questions that are asked again. */
const howMany = (taken: number): number => Math.max(2, Math.ceil(taken / 10));

/**
 * Questions that were answered well, drawn to be asked again unmarked: they show whether the second reading is stricter
 * than the first. Out of the same sections, and only such as bring no further question with them. The draw is that of a
 * sample: the smallest SHA-256 of seed, new line, key.
 * @param asked the keys that are asked anyway
 */
export function anchorsFor(
  { form, results }: EarlierAudit,
  { facts, seed }: Pick<Making, 'facts' | 'seed'>,
  taken: readonly string[],
  asked: ReadonlySet<string>,
): string[] {
  const places = placesOf(form);
  const sections = new Set(places.filter(({ item }) => taken.includes(item.key)).map(({ section }) => section.key));
  const full = new Set(results.filter(({ worth, weight }) => worth === 1 && weight >= 1).map(({ item }) => item));
  const candidates = places
    .filter(({ item, section }) => sections.has(section.key) && isScored(form, item) && groupKeyOf(item) === null)
    .map(({ item }) => item.key)
    .filter((key) => full.has(key) && !asked.has(key) && whyDropped(form, key, facts) === null)
    .filter((key) => [...neededItems(form, [key])].every((needed) => asked.has(needed)));
  return candidates
    .map((key) => ({ key, rank: createHash('sha256').update(`${seed}\n${key}`, 'utf8').digest('hex') }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, howMany(taken.length))
    .map(({ key }) => key);
}
