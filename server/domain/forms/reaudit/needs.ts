import { conditionsBeside } from '../check/own-conditions.js';
import { placesOf } from '../check/places.js';
import { comparisonsIn } from '../condition.js';
import type { Condition, FormDocument } from '../document.js';
import { groupKeyOf } from '../layout.js';

/** The conditions that decide whether an item is asked: those of its section, its repeated group and its own. */
export function whenAsked(form: FormDocument, key: string): Condition[] {
  const place = placesOf(form).find(({ item }) => item.key === key);
  if (!place) return [];
  const group = place.section.repeats?.find((one) => one.key === groupKeyOf(place.item));
  return [place.section.when, group?.when, place.item.when].filter((condition) => condition !== undefined);
}

/**
 * The answers that the conditions of some items read, and those that these in turn wait for; without the items
 * themselves. Caps, limits and answers by rule have conditions too.
 */
export function neededItems(form: FormDocument, taken: Iterable<string>): Set<string> {
  const items = new Map(placesOf(form).map(({ item }) => [item.key, item]));
  const known = new Set(taken);
  const own = new Set(known);
  const left = [...known];
  for (let key = left.pop(); key !== undefined; key = left.pop()) {
    const item = items.get(key);
    const beside = item ? conditionsBeside(item).map(({ when }) => when) : [];
    for (const answer of [...whenAsked(form, key), ...beside].flatMap(answersIn)) {
      if (known.has(answer)) continue;
      known.add(answer);
      left.push(answer);
    }
  }
  return new Set([...known].filter((key) => !own.has(key)));
}

const answersIn = (condition: Condition): string[] =>
  comparisonsIn(condition).flatMap(({ answer }) => (answer === undefined ? [] : [answer]));
