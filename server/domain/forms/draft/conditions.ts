import type { Condition, FormDocument, Group, Item, Limit, Section } from '../document.js';
import { itemIn, sectionIn, withItem, withSection } from './edit.js';

/**
 * Where a condition stands, as one word of an address: 'item.KEY', 'section.KEY', 'group.KEY' or 'grade'; of an item's
 * parts 'cap.KEY.0' and 'limit.KEY.0', counted from 0.
 */
export type Place =
  | { of: 'item' | 'section' | 'group'; key: string }
  | { of: 'cap' | 'limit'; key: string; index: number }
  | { of: 'grade' };

/** @returns null when the word names no place of the form */
export function placeOf(form: FormDocument, word: string): Place | null {
  const [of = '', key = '', index] = word.split('.');
  if (word === 'grade') return { of: 'grade' };
  if (of === 'section') return sectionIn(form, key) && { of, key };
  if (of === 'group') return groupIn(form, key) && { of, key };
  const item = itemIn(form, key)?.item;
  if (!item) return null;
  if (of === 'item' && index === undefined) return { of, key };
  if ((of !== 'cap' && of !== 'limit') || index === undefined || !/^\d$/.test(index)) return null;
  return listOf(item, of)[Number(index)] ? { of, key, index: Number(index) } : null;
}

/** The condition that stands at a place; undefined for none: always. */
export function conditionAt(form: FormDocument, place: Place): Condition | undefined {
  if (place.of === 'grade') return form.gradeWhen;
  if (place.of === 'section') return sectionIn(form, place.key)?.when;
  if (place.of === 'group') return groupIn(form, place.key)?.group.when;
  const item = itemIn(form, place.key)?.item;
  if (!item || !('index' in place)) return item?.when;
  return listOf(item, place.of)[place.index]?.when;
}

/** The form with this condition at a place, or with none. */
export function withCondition(form: FormDocument, place: Place, when: Condition | undefined): FormDocument {
  if (place.of === 'grade') {
    return when ? { ...form, gradeWhen: when } : without(form, 'gradeWhen');
  }
  if (place.of === 'section') {
    const section = sectionIn(form, place.key);
    return section ? withSection(form, withWhen(section, when)) : form;
  }
  if (place.of === 'group') {
    const found = groupIn(form, place.key);
    if (!found) return form;
    const repeats = (found.section.repeats ?? []).map((group) =>
      group.key === place.key ? withWhen(group, when) : group,
    );
    return withSection(form, { ...found.section, repeats });
  }
  const found = itemIn(form, place.key);
  return found ? withItem(form, found.section.key, inItem(found.item, place, when), place.key) : form;
}

/** The parts of a condition that are read one by one, and how they are joined. */
export interface Joined {
  how: 'all' | 'any';
  parts: readonly Condition[];
}

export function joined(condition: Condition | undefined): Joined {
  if (!condition) return { how: 'all', parts: [] };
  if ('all' in condition) return { how: 'all', parts: condition.all };
  if ('any' in condition) return { how: 'any', parts: condition.any };
  return { how: 'all', parts: [condition] };
}

/** @example conditionOf({ how: 'any', parts: [one, other] }) // { any: [one, other] } */
export function conditionOf({ how, parts }: Joined): Condition | undefined {
  if (parts.length < 2) return parts[0];
  return how === 'all' ? { all: [...parts] } : { any: [...parts] };
}

function inItem(item: Item, place: Exclude<Place, { of: 'grade' }>, when: Condition | undefined): Item {
  if (place.of === 'cap' && 'caps' in item && item.caps) {
    return { ...item, caps: item.caps.map((cap, i) => (i === place.index ? withWhen(cap, when) : cap)) };
  }
  if (place.of === 'limit' && item.kind === 'timescale') {
    return {
      ...item,
      limits: item.limits.map((limit, i) => (i === place.index ? withWhen<Limit>(limit, when) : limit)),
    };
  }
  return withWhen(item, when);
}

function withWhen<T extends { when?: Condition }>(thing: T, when: Condition | undefined): T {
  return when ? { ...thing, when } : without(thing, 'when');
}

/** The same without a field that may be left out. */
function without<T extends object>(thing: T, field: keyof T): T {
  return Object.fromEntries(Object.entries(thing).filter(([name]) => name !== field)) as T;
}

function listOf(item: Item, of: 'cap' | 'limit'): readonly { when?: Condition }[] {
  if (of === 'limit') return item.kind === 'timescale' ? item.limits : [];
  return 'caps' in item ? (item.caps ?? []) : [];
}

function groupIn(form: FormDocument, key: string): { section: Section; group: Group } | null {
  for (const section of form.sections) {
    const group = section.repeats?.find((one) => one.key === key);
    if (group) return { section, group };
  }
  return null;
}
