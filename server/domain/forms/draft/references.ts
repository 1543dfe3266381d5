import { placesOf } from '../check/places.js';
import { comparisonsIn } from '../condition.js';
import type { Condition, FormDocument, Item } from '../document.js';

/** The questions, sections and groups that look at an item, by their words. */
export function usesOf(form: FormDocument, key: string): string[] {
  const looks = (when: Condition | undefined) =>
    when !== undefined && comparisonsIn(when).some(({ answer }) => answer === key);
  const sections = form.sections.filter(
    ({ when, repeats = [] }) => looks(when) || repeats.some((group) => looks(group.when)),
  );
  const items = placesOf(form).filter(
    ({ item }) => item.key !== key && (conditionsOf(item).some(looks) || (item.kind === 'echo' && item.of === key)),
  );
  return [...sections.map(({ title }) => title), ...items.map(({ item }) => item.question)];
}

/** The form with an item called by another key, wherever a condition or an echo names it. */
export function rekeyed(form: FormDocument, from: string, to: string): FormDocument {
  const again = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((part) => again(part, ''));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, again(part, field)]));
    }
    return value === from && (name === 'answer' || name === 'of') ? to : value;
  };
  const sections = form.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (item.key === from ? { ...item, key: to } : item)),
  }));
  // Only the names of items within conditions and echoes are exchanged, so it is still a form.
  return again({ ...form, sections }, '') as FormDocument;
}

const conditionsOf = (item: Item): (Condition | undefined)[] => [
  item.when,
  ...('byRule' in item ? [item.byRule?.when] : []),
  ...('caps' in item ? (item.caps ?? []).map(({ when }) => when) : []),
  ...('limits' in item ? item.limits.map(({ when }) => when) : []),
];
