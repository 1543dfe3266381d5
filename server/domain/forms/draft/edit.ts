import type { FormDocument, Item, Section } from '../document.js';

export type Step = 'up' | 'down';

/** The section that holds an item, and the item; null when the form has none of that key. */
export function itemIn(form: FormDocument, key: string): { section: Section; item: Item } | null {
  for (const section of form.sections) {
    const item = section.items.find((one) => one.key === key);
    if (item) return { section, item };
  }
  return null;
}

export const sectionIn = (form: FormDocument, key: string): Section | null =>
  form.sections.find((section) => section.key === key) ?? null;

/** The form with a section put in the place of the one of the same key, or added before the closing one. */
export function withSection(form: FormDocument, section: Section): FormDocument {
  if (sectionIn(form, section.key)) return replaceSection(form, section.key, () => section);
  const at = form.sections.findIndex(({ key }) => key === form.close);
  const end = at < 0 ? form.sections.length : at;
  return { ...form, sections: [...form.sections.slice(0, end), section, ...form.sections.slice(end)] };
}

export const withoutSection = (form: FormDocument, key: string): FormDocument => ({
  ...form,
  sections: form.sections.filter((section) => section.key !== key),
});

/** The form with a section one place further up or down; at the end it stays. */
export const sectionMoved = (form: FormDocument, key: string, step: Step): FormDocument => ({
  ...form,
  sections: moved(form.sections, key, step),
});

/** The form with an item put in the place of `before`, or added to the section; a change of section moves it to the end there. */
export function withItem(form: FormDocument, section: string, item: Item, before: string | null): FormDocument {
  const old = before === null ? null : itemIn(form, before);
  if (old?.section.key === section) {
    const items = old.section.items.map((one) => (one.key === before ? item : one));
    return replaceSection(form, section, (its) => ({ ...its, items }));
  }
  const without = before === null ? form : withoutItem(form, before);
  return replaceSection(without, section, (its) => ({ ...its, items: [...its.items, item] }));
}

export const withoutItem = (form: FormDocument, key: string): FormDocument => ({
  ...form,
  sections: form.sections.map((section) => ({ ...section, items: section.items.filter((item) => item.key !== key) })),
});

/** The form with an item one place further up or down in its section. */
export const itemMoved = (form: FormDocument, key: string, step: Step): FormDocument => ({
  ...form,
  sections: form.sections.map((section) => ({ ...section, items: moved(section.items, key, step) })),
});

function replaceSection(form: FormDocument, key: string, change: (section: Section) => Section): FormDocument {
  return { ...form, sections: form.sections.map((section) => (section.key === key ? change(section) : section)) };
}

function moved<T extends { key: string }>(list: readonly T[], key: string, step: Step): T[] {
  const at = list.findIndex((one) => one.key === key);
  const to = step === 'up' ? at - 1 : at + 1;
  const [one, other] = [list[at], list[to]];
  if (!one || !other) return [...list];
  return list.map((each, i) => (i === at ? other : i === to ? one : each));
}
