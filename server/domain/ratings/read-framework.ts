import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseDate } from '../calendar/parse-date.js';
import { FormFault, type FormProblem } from '../forms/fault.js';
import { schemaProblems } from '../forms/schema-problems.js';
import { gradeName } from '../forms/scales.js';
import type { FrameworkBand, FrameworkDocument, Way } from './framework-document.js';
import { areasOf } from './framework-2025.js';
import { combinations } from './roll-up.js';

/** Reads framework documents: gives one back typed, and throws FormFault with every problem that is found. */
export type FrameworkReader = (json: unknown) => FrameworkDocument;

/** Makes the reader out of the schema (schemas/framework.schema.json): first the schema, then what only a checker sees. */
export function frameworkReader(schema: object): FrameworkReader {
  const matches = new Ajv2020({
    allErrors: true,
    verbose: true,
    discriminator: true,
    strict: true,
  }).compile<FrameworkDocument>(schema);
  return (json) => {
    if (!matches(json)) throw new FormFault(schemaProblems(matches.errors ?? []));
    const problems = holes(json);
    if (problems.length > 0) throw new FormFault(problems);
    return json;
  };
}

/** What the rule of a document leaves open: a share, a sum or a combination that has no rating, or has two. */
function holes({ areas, rollUp }: FrameworkDocument): FormProblem[] {
  if (!rollUp) return [];
  const known = new Set(areas.map(({ key }) => key));
  const { publishedOn } = rollUp.source;
  return [
    ...(parseDate(publishedOn) === publishedOn ? [] : [noDate(publishedOn)]),
    ...bandHoles('rollUp/bands', rollUp.bands, 100, 'per cent'),
    ...areas.flatMap(({ key, title, parts }) => {
      const way = Object.hasOwn(rollUp.areas, key) ? rollUp.areas[key] : undefined;
      return way ? wayHoles(`rollUp/areas/${key}`, way, parts.length) : [noWay(title)];
    }),
    ...Object.keys(rollUp.areas)
      .filter((key) => !known.has(key))
      .map(noArea),
    ...(['full', 'cases'] as const).flatMap((kind) => {
      const way = rollUp.overall[kind];
      return way ? wayHoles(`rollUp/overall/${kind}`, way, areasOf({ areas }, kind).length) : [];
    }),
  ];
}

const noDate = (typed: string): FormProblem => ({
  path: 'rollUp/source/publishedOn',
  message: `‘${typed}’ is no date`,
  remedy: 'Write it as 2026-11-24.',
});

const noWay = (title: string): FormProblem => ({
  path: 'rollUp/areas',
  message: `nothing says how the parts of ‘${title}’ make its rating`,
  remedy: 'Add the area with its way.',
});

const noArea = (key: string): FormProblem => ({
  path: `rollUp/areas/${key}`,
  message: `there is no area ‘${key}’ in this document`,
  remedy: 'Correct the name, or take the way out.',
});

function wayHoles(path: string, way: Way, ratings: number): FormProblem[] {
  if (way.how === 'sum') return bandHoles(`${path}/bands`, way.bands, 3 * ratings, 'points');
  return way.how === 'table' ? tableHoles(`${path}/rows`, way.rows, ratings) : [];
}

/** Bands hold every whole number from 0 to the most once. The first hole and the first overlap are told. */
function bandHoles(path: string, bands: readonly FrameworkBand[], most: number, unit: string): FormProblem[] {
  const holding = (value: number) => bands.filter(({ from, to }) => value >= from && value <= to);
  const values = Array.from({ length: most + 1 }, (_, value) => value);
  const first = values.find((value) => holding(value).length === 0);
  const twice = values.find((value) => holding(value).length > 1);
  const [one, other] = twice === undefined ? [] : holding(twice);
  const problems: FormProblem[] = [];
  if (first !== undefined) {
    const next = values.find((value) => value > first && holding(value).length > 0) ?? most + 1;
    const which = next - 1 === first ? `${first}` : `${first} to ${next - 1}`;
    problems.push({
      path,
      message: `no band holds ${which} ${unit}`,
      remedy: 'Let each band begin where the one below ends.',
    });
  }
  if (one && other)
    problems.push({
      path,
      message: `${gradeName(one.rating)} and ${gradeName(other.rating)} both hold ${twice} ${unit}`,
      remedy: 'Let each band begin where the one below ends.',
    });
  return problems;
}

/** A table names every combination once. */
function tableHoles(
  path: string,
  rows: readonly { of: readonly FrameworkBand['rating'][] }[],
  ratings: number,
): FormProblem[] {
  const named = (of: readonly FrameworkBand['rating'][]) => of.map(gradeName).join(', ');
  const short = rows.find(({ of }) => of.length !== ratings);
  if (short)
    return [
      {
        path,
        message: `‘${named(short.of)}’ puts ${short.of.length} ratings together, and there are ${ratings}`,
        remedy: 'Give each row one rating for each part.',
      },
    ];
  const names = rows.map(({ of }) => named(of));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    return [{ path, message: `‘${twice}’ stands there twice`, remedy: 'Keep one of the two rows.' }];
  const known = new Set(names);
  for (const combination of combinations(ratings)) {
    const missing = named(combination);
    if (!known.has(missing))
      return [{ path, message: `no row holds ‘${missing}’`, remedy: 'Add a row for every combination.' }];
  }
  return [];
}
