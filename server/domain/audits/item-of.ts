import type { FormDocument, Group, Item, Section } from '../forms/document.js';
import { perForm } from '../forms/per-form.js';

/** Where an item stands in a form. */
export interface Place {
  item: Item;
  section: Section;
  group: Group | null;
}

/** The item of a key, with its section and repeated group; undefined when the form has none of that name. */
export function placeOf(form: FormDocument, key: string): Place | undefined {
  return placesOf(form).get(key);
}

const placesOf = perForm(
  (form): ReadonlyMap<string, Place> =>
    new Map(
      form.sections.flatMap((section) =>
        section.items.map((item) => [item.key, { item, section, group: groupOf(section, item) }] as const),
      ),
    ),
);

function groupOf(section: Section, item: Item): Group | null {
  const key = 'group' in item ? item.group : undefined;
  return section.repeats?.find((group) => group.key === key) ?? null;
}
