import { check } from '../../../../server/domain/forms/check/check.js';
import type { Condition, FormDocument, Item, Section } from '../../../../server/domain/forms/document.js';
import { fact, prompt, section, smallForm } from '../small-form.js';

const found = (form: FormDocument) => check(form).map(({ path, message }) => `${path}: ${message}`);
const items = (list: Item[], more: Partial<Section> = {}) => smallForm([section('one', list, more)]);
const number: Item = { key: 'times', kind: 'number', question: 'How often?', least: 0, whole: true };
const is = (answer: string, ...values: string[]): Condition => ({ answer, in: values });

const NEVER = 'sections/0/items/2/when: the item ‘last’ can never appear: its conditions exclude one another';

test.each<[string, Condition]>([
  ['one answer that is two', { all: [is('victim', 'yes'), is('victim', 'no')] }],
  ['an answer and not that answer', { all: [is('victim', 'yes'), { not: is('victim', 'yes', 'no') }] }],
  [
    'a number above five and under three',
    {
      all: [
        { answer: 'times', above: 5 },
        { answer: 'times', below: 3 },
      ],
    },
  ],
  [
    'a whole number between four and five',
    {
      all: [
        { answer: 'times', above: 4 },
        { answer: 'times', below: 5 },
      ],
    },
  ],
  ['a number below its smallest', { answer: 'times', below: 0 }],
  [
    'a fact that is recorded and is not',
    { all: [{ fact: 'mappa', set: true }, { not: { fact: 'mappa', set: true } }] },
  ],
  ['a fact that is none of its values', { not: { fact: 'rosh', in: ['low', 'medium', 'high', 'very-high'] } }],
  [
    'alternatives that all fail',
    { any: [{ all: [is('victim', 'yes'), is('victim', 'no')] }, { answer: 'times', below: 0 }] },
  ],
])('an item never appears that waits for %s', (_says, when) => {
  expect(found(items([fact('victim'), number, prompt('last', { when })]))).toEqual([NEVER]);
});

test.each<[string, Condition]>([
  ['two answers to two questions', { all: [is('victim', 'yes'), { answer: 'times', above: 5 }] }],
  ['a fact that is not recorded', { not: { fact: 'mappa', set: true } }],
  [
    'a number from a limit on',
    {
      all: [
        { answer: 'times', atLeast: 5 },
        { answer: 'times', atMost: 5 },
      ],
    },
  ],
  ['one of several alternatives', { any: [{ answer: 'times', below: 0 }, is('victim', 'no')] }],
  ['another answer than two', { not: is('victim', 'yes', 'no') }],
])('an item may appear that waits for %s', (_says, when) => {
  expect(found(items([fact('victim'), number, prompt('last', { when })]))).toEqual([]);
});

test('what an item waits for must itself be asked when the item is', () => {
  const form = items([
    fact('victim'),
    fact('told', { when: is('victim', 'yes') }),
    prompt('last', { when: { all: [is('victim', 'no'), is('told', 'yes')] } }),
  ]);
  expect(found(form)).toEqual([NEVER]);
});

test('a section that excludes its item, and one that never appears itself, are told once', () => {
  const facts = section('facts', [fact('victim')]);
  const inside = (own: Condition) =>
    smallForm([facts, section('two', [prompt('a', { when: own })], { when: is('victim', 'yes') })]);
  expect(found(inside(is('victim', 'no')))).toEqual([
    'sections/1/items/0/when: the item ‘a’ can never appear: its conditions exclude one another',
  ]);
  const when: Condition = { all: [is('victim', 'yes'), is('victim', 'no')] };
  expect(found(smallForm([facts, section('two', [prompt('a'), prompt('b')], { when })]))).toEqual([
    'sections/1/when: the section ‘two’ can never appear: its conditions exclude one another',
  ]);
});

test('a repeated group and a cap are held to the same', () => {
  const repeats = [{ key: 'visits', each: 'each visit', none: 'None', when: { answer: 'times', below: 0 } }];
  const group = items([number, prompt('seen', { group: 'visits' })], { repeats });
  expect(found(group)).toEqual([
    'sections/0/repeats/0/when: the repeated group ‘visits’ can never appear: its conditions exclude one another',
  ]);
  const caps = [{ answers: ['no'], atMost: 'good' as const, when: is('victim', 'no') }];
  const capped = items([fact('victim'), prompt('safe', { when: is('victim', 'yes'), caps })]);
  expect(found(capped)).toEqual([
    'sections/0/items/1/caps/0/when: this condition can never hold where the item is asked',
  ]);
});

test('conditions with more alternatives than can be tried are taken to be possible, quickly', () => {
  const facts = Array.from({ length: 20 }, (_, i) => fact(`f${i}`));
  const either = facts.map(({ key }): Condition => ({ any: [is(key, 'yes'), is(key, 'no')] }));
  const began = performance.now();
  expect(found(items([...facts, prompt('last', { when: { all: either } })]))).toEqual([]);
  expect(performance.now() - began).toBeLessThan(500);
});
