import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { FormFault } from '../../../server/domain/forms/fault.js';
import type { RollUp } from '../../../server/domain/ratings/framework-document.js';
import { countShares } from '../../../server/domain/ratings/framework-2025.js';
import { questionsOf, rate, standards } from '../../../server/domain/ratings/framework-2018-2024.js';
import { frameworkReader } from '../../../server/domain/ratings/read-framework.js';
import { ratingOfPart } from '../../../server/domain/ratings/roll-up.js';
import { keyQuestionsOf } from '../../../server/domain/ratings/reading-of.js';
import { readShipped } from '../forms/shipped.js';
import { reading, share } from './cases.js';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as object;
const read = frameworkReader(json('schemas/framework.schema.json'));
const shipped = read(json('schemas/frameworks/2025.json'));

// The bands of 2018 to 2024, so that one rule known to be right goes through the document.
const bands: RollUp['bands'] = [
  { rating: 'inadequate', from: 0, to: 49 },
  { rating: 'requires-improvement', from: 50, to: 64 },
  { rating: 'good', from: 65, to: 79 },
  { rating: 'outstanding', from: 80, to: 100 },
];
const source = { name: 'Made up for a test', publishedOn: '2026-01-01' };
const lowest = { how: 'lowest' };
const rule = {
  source,
  rounding: 'half-up',
  bands,
  areas: { organisation: lowest, children: lowest, victims: lowest },
  overall: { cases: lowest },
};
const withRule = (changed: object = {}): object => ({ ...shipped, rollUp: { ...rule, ...changed } });
const told = (document: object): string[] => {
  try {
    read(document);
    return [];
  } catch (fault) {
    return (fault as FormFault).problems.map(({ path, message }) => `${path}: ${message}`);
  }
};

test('every framework that ships is right, and brings no rule that nobody has read', () => {
  const documents = readdirSync('schemas/frameworks').map((name) => read(json(`schemas/frameworks/${name}`)));
  expect(documents.map(({ key, rollUp }) => [key, rollUp])).toEqual([['2025', undefined]]);
});

test('the framework of 2025 asks for the key questions of its form', () => {
  const asked = shipped.areas
    .flatMap(({ parts }) => parts.flatMap(({ questions }) => questions ?? []))
    .map(({ key }) => key);
  const inForm = keyQuestionsOf(readShipped('children-and-victims-2025')).map(({ key }) => key);
  expect(asked.filter((key) => !inForm.includes(key))).toEqual([]);
  // The arrangements for victims are one judgement by the lead, not a share of cases.
  expect(inForm.filter((key) => !asked.includes(key))).toEqual(['v1.2']);
});

// json2ts -i schemas/framework.schema.json --bannerComment '' --style.printWidth 120 --style.singleQuote
test('the types of a framework are those of its schema', () => {
  const json2ts = require.resolve('json-schema-to-typescript/dist/src/cli.js');
  const style = ['--bannerComment', '', '--style.printWidth', '120', '--style.singleQuote'];
  const types = execFileSync(process.execPath, [json2ts, '-i', 'schemas/framework.schema.json', ...style]);
  expect(readFileSync('server/domain/ratings/framework-document.ts', 'utf8')).toBe(String(types));
});

describe('a rule that leaves something open is refused, and told clearly', () => {
  test.each([
    [
      'a hole in the bands',
      { bands: bands.map((band) => (band.rating === 'good' ? { ...band, from: 70 } : band)) },
      'rollUp/bands: no band holds 65 to 69 per cent',
    ],
    [
      'a hole of one',
      { bands: bands.map((band) => (band.rating === 'good' ? { ...band, to: 78 } : band)) },
      'rollUp/bands: no band holds 79 per cent',
    ],
    ['bands that end early', { bands: bands.slice(0, 3) }, 'rollUp/bands: no band holds 80 to 100 per cent'],
    [
      'bands that overlap',
      { bands: bands.map((band) => (band.rating === 'good' ? { ...band, from: 60 } : band)) },
      'rollUp/bands: Requires improvement and Good both hold 60 per cent',
    ],
    [
      'an area without a way',
      { areas: { children: lowest, victims: lowest } },
      'rollUp/areas: nothing says how the parts of ‘Organisational delivery’ make its rating',
    ],
    [
      'a way for no area',
      { areas: { ...rule.areas, parents: lowest } },
      'rollUp/areas/parents: there is no area ‘parents’ in this document',
    ],
    [
      'a sum without a band',
      { overall: { cases: { how: 'sum', bands: bands.slice(0, 1).map((band) => ({ ...band, to: 5 })) } } },
      'rollUp/overall/cases/bands: no band holds 6 points',
    ],
    [
      'a table with a combination missing',
      { overall: { cases: { how: 'table', rows: [{ of: ['good', 'good'], rating: 'good' }] } } },
      'rollUp/overall/cases/rows: no row holds ‘Inadequate, Inadequate’',
    ],
    [
      'a row that is too short',
      { overall: { cases: { how: 'table', rows: [{ of: ['good'], rating: 'good' }] } } },
      'rollUp/overall/cases/rows: ‘Good’ puts 1 ratings together, and there are 2',
    ],
    [
      'a date that is none',
      { source: { ...source, publishedOn: '2026-13-01' } },
      'rollUp/source/publishedOn: ‘2026-13-01’ is no date',
    ],
    ['no source', { source: undefined }, 'rollUp: the field ‘source’ is missing'],
    [
      'a word that is no rating',
      { bands: [{ rating: 'fine', from: 0, to: 100 }] },
      'rollUp/bands/0/rating: this must be inadequate, requires-improvement, good, outstanding',
    ],
  ])('%s', (_, changed, says) => expect(told(JSON.parse(JSON.stringify(withRule(changed))) as object)).toContain(says));
});

const readings = [...share('assessing.change', 3, 4), ...share('planning.harm', 1, 3), ...share('v1.1', 4, 4)];

test('without a rule there are counts and no rating at all', () => {
  const { areas, overall, rule: found } = countShares(shipped, 'cases', readings, { 'V1.2': 'good' });
  expect(areas.map(({ key }) => key)).toEqual(['children', 'victims']);
  const [assessing] = areas[0]!.parts;
  expect(assessing!.questions[0]).toMatchObject({ sufficient: 3, n: 4, title: 'Achieving positive change' });
  expect(
    [overall, found, ...areas.flatMap(({ rating, parts }) => [rating, ...parts.map((part) => part.rating)])].every(
      (one) => one === null,
    ),
  ).toBe(true);
  expect(areas[1]!.parts[1]).toMatchObject({ judged: 'good', rating: null });
});

test('with a rule parts, areas and the overall are rated by it, and it is named', () => {
  const document = read(withRule());
  const all = [...readings, ...share('delivering.safety', 4, 5)];
  const { areas, overall, rule: found } = countShares(document, 'cases', all, { 'V1.2': 'good' });
  expect(areas.map(({ rating, parts }) => [rating, parts.map((part) => part.rating)])).toEqual([
    ['inadequate', ['good', 'inadequate', 'outstanding']],
    ['good', ['outstanding', 'good']],
  ]);
  expect([overall, found?.name]).toEqual(['inadequate', 'Made up for a test']);
  expect(countShares(document, 'full', all, { 'V1.2': 'good' }).overall).toBeNull();
  expect(countShares(document, 'cases', all, {}).areas[1]!.rating).toBeNull();
});

test('sums and tables make an overall as they say', () => {
  const sum = {
    how: 'sum',
    bands: [
      { rating: 'requires-improvement', from: 0, to: 3 },
      { rating: 'good', from: 4, to: 6 },
    ],
  };
  const words = ['inadequate', 'requires-improvement', 'good', 'outstanding'];
  const rows = words.flatMap((one) => words.map((other) => ({ of: [one, other], rating: other })));
  const overallBy = (way: object) =>
    countShares(
      read(withRule({ overall: { cases: way } })),
      'cases',
      [...readings, ...share('delivering.safety', 4, 5)],
      { 'V1.2': 'good' },
    ).overall;
  expect(overallBy(sum)).toBe('requires-improvement');
  expect(overallBy({ how: 'table', rows })).toBe('good');
});

test('a share is rounded as the rule says', () => {
  const rated = (rounding: 'half-up' | 'down' | 'up') =>
    ratingOfPart([{ sufficient: 129, n: 200 }], { rounding, bands });
  expect([rated('half-up'), rated('down'), rated('up')]).toEqual(['good', 'requires-improvement', 'good']);
});

test('a document with the bands of 2018 to 2024 rates a part as that framework rates a standard', () => {
  for (const { key } of standards.filter(({ from }) => from === 'court')) {
    const cases = questionsOf(key).flatMap((question, i) =>
      share(question, 5 + i, 9).map((one, j) => reading(`${i}${j}`, { ...one.values })),
    );
    const document = read(withRule());
    const counts = rate({ court: cases, outOfCourt: [], asWhole: {} }).standards.find((one) => one.key === key)!;
    expect(ratingOfPart(counts.questions, document.rollUp!)).toBe(counts.rating);
  }
});
