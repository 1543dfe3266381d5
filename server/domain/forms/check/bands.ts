import type { FormDocument } from '../document.js';
import type { FormProblem } from '../fault.js';
import { grades } from '../scales.js';

/** Bands run from the best grade down to a score of 0, without gap, overlap or repetition. */
export function checkBands({ bands = [] }: FormDocument): FormProblem[] {
  const problems = bands.flatMap((band, b): FormProblem[] => {
    const above = bands[b - 1];
    if (!above) return [];
    const path = `bands/${b}`;
    if (grades.indexOf(band.grade) >= grades.indexOf(above.grade)) {
      return [
        {
          path,
          message: `‘${band.grade}’ does not come below ‘${above.grade}’`,
          remedy: 'Put the bands in order, best grade first, each grade once.',
        },
      ];
    }
    if (band.from >= above.from) {
      return [
        {
          path: `${path}/from`,
          message: `this band begins at ${band.from}, where the better one begins at ${above.from}`,
          remedy: 'Let each band begin below the one before it.',
        },
      ];
    }
    return [];
  });
  const last = bands.at(-1);
  if (last && last.from !== 0) {
    problems.push({
      path: `bands/${bands.length - 1}/from`,
      message: `scores under ${last.from} have no grade`,
      remedy: 'Let the last band begin at 0.',
    });
  }
  return problems;
}
