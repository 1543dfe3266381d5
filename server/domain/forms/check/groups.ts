import { groupKeyOf } from '../layout.js';
import type { FormDocument, Section } from '../document.js';
import type { FormProblem } from '../fault.js';

/** Repeated groups: each named one exists in the section, has items, and its items stand together. */
export function checkGroups(form: FormDocument): FormProblem[] {
  return form.sections.flatMap((section, s) => [...checkItemsOf(section, s), ...checkEmpty(section, s)]);
}

function checkItemsOf(section: Section, s: number): FormProblem[] {
  const known = (section.repeats ?? []).map(({ key }) => key);
  const groups = section.items.map(groupKeyOf);
  return groups.flatMap((group, i) => {
    if (group === null) return [];
    const path = `sections/${s}/items/${i}/group`;
    if (!known.includes(group)) {
      return [
        {
          path,
          message: `this section has no repeated group ‘${group}’`,
          remedy: 'Add it to the section’s ‘repeats’.',
        },
      ];
    }
    const apart = groups[i - 1] !== group && groups.indexOf(group) < i;
    return apart
      ? [{ path, message: `the items of ‘${group}’ do not stand together`, remedy: 'Move them next to each other.' }]
      : [];
  });
}

function checkEmpty(section: Section, s: number): FormProblem[] {
  return (section.repeats ?? []).flatMap(({ key }, g) =>
    section.items.some((item) => groupKeyOf(item) === key)
      ? []
      : [
          {
            path: `sections/${s}/repeats/${g}`,
            message: `the repeated group ‘${key}’ has no items`,
            remedy: 'Give items this group, or take it out.',
          },
        ],
  );
}
