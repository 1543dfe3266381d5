import type { FormDocument, Item, Section } from '../document.js';

/** An item and where it stands in the document. */
export interface Place {
  section: Section;
  item: Item;
  path: string;
  /** How many items come before it in the whole form. */
  position: number;
}

/** Every item of a form with its place, in order. */
export function placesOf(form: FormDocument): Place[] {
  const places = form.sections.flatMap((section, s) =>
    section.items.map((item, i) => ({ section, item, path: `sections/${s}/items/${i}` })),
  );
  return places.map((place, position) => ({ ...place, position }));
}
