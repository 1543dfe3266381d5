import type { FormDocument, Section } from '../document.js';
import type { FormProblem } from '../fault.js';
import { conditionsBeside } from './own-conditions.js';
import { Possibilities } from './ways.js';

/** Sections, repeated groups and items that no case can meet, and caps, limits and rules that can never hold. */
export function checkNever(form: FormDocument): FormProblem[] {
  const possible = new Possibilities(form);
  const grade = form.gradeWhen && !possible.canHold(form.gradeWhen) ? [never('gradeWhen', 'the computed grade')] : [];
  return [...form.sections.flatMap((section, s) => inSection(section, `sections/${s}`, possible)), ...grade];
}

function inSection(section: Section, path: string, possible: Possibilities): FormProblem[] {
  if (!possible.canHold(section.when)) return [never(`${path}/when`, `the section ‘${section.key}’`)];
  const groups = (section.repeats ?? []).flatMap(({ key, when }, g) =>
    possible.canHold(section.when, when) ? [] : [{ key, at: `${path}/repeats/${g}/when` }],
  );
  return [
    ...groups.map(({ key, at }) => never(at, `the repeated group ‘${key}’`)),
    ...section.items.flatMap((item, i) => {
      if ('group' in item && groups.some(({ key }) => key === item.group)) return [];
      const at = `${path}/items/${i}`;
      if (!possible.canAppear(item)) return [never(`${at}/when`, `the item ‘${item.key}’`)];
      return conditionsBeside(item).flatMap((beside) =>
        possible.canAppear(item, beside.when) ? [] : [neverHolds(`${at}/${beside.at}`)],
      );
    }),
  ];
}

const never = (path: string, what: string): FormProblem => ({
  path,
  message: `${what} can never appear: its conditions exclude one another`,
  remedy: 'Change its condition, or those of what it looks at, so that they can hold together.',
});

const neverHolds = (path: string): FormProblem => ({
  path,
  message: 'this condition can never hold where the item is asked',
  remedy: 'Change it so that it can hold together with the item’s own, or take it out.',
});
