import type { FormDocument, Group, Item, Section } from '../forms/document.js';

/** Where an item stands in a form. */
export interface Place {
  item: Item;
  section: Section;
  group: Group | null;
}

const known = new WeakMap<FormDocument, ReadonlyMap<string, Place>>();

/** The item of a key, with its section and repeated group; undefined when the form has none of that name. */
export function placeOf(form: FormDocument, key: string): Place | undefined {
  return placesOf(form).get(key);
}

/** A published form never changes, so its items are laid out once. */
function placesOf(form: FormDocument): ReadonlyMap<string, Place> {
  let places = known.get(form);
  if (!places) {
    places = new Map(
      form.sections.flatMap((section) =>
        section.items.map((item) => [item.key, { item, section, group: groupOf(section, item) }] as const),
      ),
    );
    known.set(form, places);
  }
  return places;
}

function groupOf(section: Section, item: Item): Group | null {
  const key = 'group' in item ? item.group : undefined;
  return section.repeats?.find((group) => group.key === key) ?? null;
}
