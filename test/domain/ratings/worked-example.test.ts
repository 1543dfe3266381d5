import type { Level } from '../../../server/domain/forms/scales.js';
import type { Change } from '../../../server/domain/ratings/one-case.js';
import { levelThatCounts, questionsOf, rate } from '../../../server/domain/ratings/framework-2018-2024.js';
import { valueUnder, type Reading } from '../../../server/domain/ratings/reading.js';

// Nine cases; all that is not named was judged sufficient.
const court = [
  read('C1', 'high', 'high', true, '2.1.1 2.1.2 2.1.3 2.2.1 2.2.2 2.2.3 2.4.1 2.4.2 2.4.3'),
  read('C2', 'medium', 'medium', true, '2.1.2 2.1.3 2.3.3'),
  read('C3', 'medium', 'high', false, '2.1.3'),
  read('C4', 'low', 'medium', true, ''),
  read('C5', 'low', 'low', true, ''),
];
const outOfCourt = [
  read('O1', 'medium', 'medium', false, '3.1.2 3.1.3'),
  read('O2', 'low', 'medium', true, '3.1.3'),
  read('O3', 'low', 'medium', true, ''),
  read('O4', 'low', 'low', true, ''),
];
const ratings = rate({
  court,
  outOfCourt,
  asWhole: {
    '1.1': 'good',
    '1.2': 'good',
    '1.3': 'outstanding',
    '1.4': 'requires-improvement',
    '3.4': 'good',
    '4.1': 'inadequate',
  },
});
const standard = (key: string) => ratings.standards.find((one) => one.key === key)!;

/** `more`: a review was due, or out of court there was work to plan and deliver. */
function read(name: string, harm: Level, safety: Level, more: boolean, notSufficient: string): Reading {
  const standards = name.startsWith('C')
    ? ['2.1', '2.2', '2.3', ...(more ? ['2.4'] : [])]
    : ['3.1', ...(more ? ['3.2', '3.3'] : [])];
  const value = (question: string) => {
    const risk = levelThatCounts(question);
    const judgement = notSufficient.includes(question) ? 'not-sufficient' : 'sufficient';
    return valueUnder(judgement, risk && { harm, safety }[risk]);
  };
  return { case: name, values: Object.fromEntries(standards.flatMap(questionsOf).map((key) => [key, value(key)])) };
}

const told = (changes: readonly Change[]) =>
  changes.map(({ case: name, questions, rating }) => `${name} ${questions.join('+')}: ${rating}`);

test.each([
  ['2.1', '4/5 3/5 2/5', 'inadequate', [], ['2.1.3']],
  ['2.2', '4/5 3/4 2/3', 'good', [65], ['2.2.2', '2.2.3']],
  ['2.3', '5/5 4/4 2/3', 'good', [65], ['2.3.3']],
  ['2.4', '3/4 2/3 1/2', 'requires-improvement', [50], ['2.4.3']],
  ['3.1', '4/4 3/4 2/4', 'requires-improvement', [50], ['3.1.3']],
  ['3.2', '3/3 2/2 0/0', 'outstanding', [], ['3.2.1', '3.2.2']],
  ['3.3', '3/3 2/2 0/0', 'outstanding', [], ['3.3.1', '3.3.2']],
])('%s is counted, rated by its lowest question and flagged', (key, shares, rating, near, few) => {
  const { questions, byRule, flags } = standard(key);
  expect(questions.map(({ sufficient, n }) => `${sufficient}/${n}`).join(' ')).toBe(shares);
  expect([byRule, flags.near, flags.few]).toEqual([rating, near, few]);
});

test.each([
  ['2.1', ['C1 2.1.3', 'C2 2.1.3', 'C3 2.1.3'].map((one) => `${one}: requires-improvement`), []],
  ['2.2', ['C1 2.2.2+2.2.3: outstanding'], null],
  ['2.3', ['C2 2.3.3: outstanding'], ['C1 2.3.3: inadequate', 'C3 2.3.3: inadequate']],
  ['2.4', ['C1 2.4.1+2.4.2+2.4.3: outstanding'], null],
  ['3.1', ['O1 3.1.3: good', 'O2 3.1.3: good'], null],
  ['3.2', [], ['O2 3.2.2: requires-improvement', 'O3 3.2.2: requires-improvement', 'O4 3.2.1: good']],
  ['3.3', [], ['O2 3.3.2: requires-improvement', 'O3 3.3.2: requires-improvement', 'O4 3.3.1: good']],
])('one case could move %s as the example says', (key, up, down) => {
  const { flags } = standard(key);
  expect(told(flags.up)).toEqual(up);
  if (down) expect(told(flags.down)).toEqual(down);
  else expect(flags.down).not.toEqual([]);
});

test('a single judgement moves less than a whole case: planning down only', () => {
  const direction = ({ flags }: ReturnType<typeof standard>) => [
    flags.judgementUp.length > 0,
    flags.judgementDown.length > 0,
  ];
  expect(direction(standard('2.2'))).toEqual([false, true]);
  expect(direction(standard('2.1'))).toEqual([true, false]);
  expect(['2.3', '2.4', '3.1'].map((key) => direction(standard(key)))).toEqual([
    [true, true],
    [true, true],
    [true, true],
  ]);
  expect(told(standard('2.4').flags.judgementUp)).toEqual(['C1 2.4.3: good']);
});

test('22 of 36, Good by rule; resettlement is not in the sum', () => {
  expect(ratings.byRule).toEqual({ total: 22, outOf: 36, notRated: [], rating: 'good' });
});
