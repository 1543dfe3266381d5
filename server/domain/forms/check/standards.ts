import type { FormDocument } from '../document.js';
import type { FormProblem } from '../fault.js';
import { placesOf } from './places.js';

/** Key questions of a framework: each named once, on the scale that is counted, in a section that names its standard. */
export function checkStandards(form: FormDocument): FormProblem[] {
  const judged = placesOf(form).flatMap(({ section, item, path }) =>
    item.kind === 'judgement' && item.keyQuestion !== undefined
      ? [{ keyQuestion: item.keyQuestion, scale: item.scale, standard: section.standard, path }]
      : [],
  );
  const named = judged.map(({ keyQuestion }) => keyQuestion);
  const problems = judged.flatMap(({ keyQuestion, scale, standard, path }, i): FormProblem[] => [
    ...(named.indexOf(keyQuestion) < i
      ? [problem(`${path}/keyQuestion`, `the key question ‘${keyQuestion}’ is answered twice`, 'Name each once.')]
      : []),
    ...(standard === undefined
      ? [problem(`${path}/keyQuestion`, 'its section names no standard', 'Give the section its ‘standard’.')]
      : []),
    ...(scale === 'sufficient'
      ? []
      : [problem(`${path}/scale`, 'key questions are counted on another scale', 'Use the scale ‘sufficient’.')]),
  ]);
  const unused = form.standardCaps !== undefined && judged.length === 0;
  return unused
    ? [...problems, problem('standardCaps', 'no judgement names a key question', 'Take these caps out.')]
    : problems;
}

const problem = (path: string, message: string, remedy: string): FormProblem => ({ path, message, remedy });
