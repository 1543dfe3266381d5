import type { EchoItem, FormDocument, Group, Item, Section } from './document.js';
import { perForm } from './per-form.js';

/** A form as one reads through it from the top: items by the order in which they are asked. */
export interface Layout {
  sections: readonly SectionLayout[];
  /** Every item, at the place of its number. */
  items: readonly Item[];
  /** The number of an item by its key. */
  numberOf: ReadonlyMap<string, number>;
  /** The repeated group of an item by its key; items outside groups are not there. */
  groupOf: ReadonlyMap<string, Group>;
}

export interface SectionLayout {
  section: Section;
  /** The number of the first item that is asked here: what stands before it can be seen by the section's condition. */
  from: number;
  parts: readonly PartLayout[];
}

/** A question, or a repeated group where its first item stands, with all its items. */
export type PartLayout = { group: Group | null; from: number; items: readonly Item[] };

/** The layout of a form, worked out once. */
export const layoutOf = perForm(laidOut);

/** The repeated group that an item belongs to, or null. */
export function groupKeyOf(item: Item): string | null {
  return 'group' in item ? (item.group ?? null) : null;
}

export const isEcho = (item: Item): item is EchoItem => item.kind === 'echo';

function laidOut(form: FormDocument): Layout {
  const items: Item[] = [];
  const groupOf = new Map<string, Group>();
  const sections = form.sections.map((section): SectionLayout => {
    const from = items.length;
    const parts: PartLayout[] = [];
    for (const item of section.items) {
      const group = section.repeats?.find(({ key }) => key === groupKeyOf(item)) ?? null;
      if (group && parts.some((part) => part.group === group)) continue;
      const here = group ? section.items.filter((one) => groupKeyOf(one) === group.key) : [item];
      parts.push({ group, from: items.length, items: here });
      items.push(...here);
      if (group) for (const { key } of here) groupOf.set(key, group);
    }
    return { section, from, parts };
  });
  return { sections, items, numberOf: new Map(items.map(({ key }, number) => [key, number])), groupOf };
}
