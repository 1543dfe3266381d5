import type { FormDocument } from './document.js';

/** Forms that are asked without some of their questions, kept so that what is worked out from a form is worked out once. */
const kept = new WeakMap<FormDocument, Map<string, FormDocument>>();

/**
 * A form without the papers that the service does not ask for; the form itself where it asks for all.
 * @param notAsked keys of items
 */
export function asAsked(form: FormDocument, notAsked: ReadonlySet<string>): FormDocument {
  const missing = form.sections.flatMap(({ items }) => items.map(({ key }) => key)).filter((key) => notAsked.has(key));
  if (missing.length === 0) return form;
  let forms = kept.get(form);
  if (!forms) kept.set(form, (forms = new Map<string, FormDocument>()));
  const name = missing.join(' ');
  let found = forms.get(name);
  if (!found) {
    const sections = form.sections.map((section) => {
      return { ...section, items: section.items.filter(({ key }) => !notAsked.has(key)) };
    });
    forms.set(name, (found = { ...form, sections }));
  }
  return found;
}
