import { check } from '../../../../server/domain/forms/check/check.js';
import type { Item, JudgementItem, TimescaleItem } from '../../../../server/domain/forms/document.js';
import { section, smallForm } from '../small-form.js';

const found = (item: Item, more: Parameters<typeof section>[2] = {}) =>
  check(smallForm([section('one', [item], more)])).map(({ path, message }) => `${path}: ${message}`);

const timescale = (more: Partial<TimescaleItem>): TimescaleItem => ({
  key: 'plan',
  kind: 'timescale',
  question: 'In time?',
  from: { label: 'order made', fact: 'started-on' },
  to: { label: 'plan agreed' },
  limits: [{ direction: 'within', amount: 5, unit: 'working-days' }],
  ...more,
});

test('a date is proposed from a fact that holds one', () => {
  expect(found(timescale({}))).toEqual([]);
  expect(found(timescale({ from: { label: 'order made', fact: 'age' } }))).toEqual([
    'sections/0/items/0/from/fact: there is no case fact ‘age’ that holds a date',
  ]);
});

test('a limit after one that always holds is never used', () => {
  const [always, custody] = [
    { direction: 'same-day' as const },
    { direction: 'before' as const, when: { fact: 'custody-entry', set: true as const } },
  ];
  expect(found(timescale({ limits: [custody, always] }))).toEqual([]);
  expect(found(timescale({ limits: [always, custody] }))).toEqual([
    'sections/0/items/0/limits/1: this limit is never used: the one before it always holds',
  ]);
});

test('a number has a smallest that is not above its largest', () => {
  const number = { key: 'n', kind: 'number', question: 'How many?' } as const;
  expect(found({ ...number, least: 1, most: 1 })).toEqual([]);
  expect(found({ ...number, least: 2, most: 1 })).toEqual([
    'sections/0/items/0: the smallest number lies above the largest',
  ]);
});

test('a key question stands in a section with a standard, on the scale that is counted', () => {
  const judged = (more: Partial<JudgementItem>): JudgementItem => ({
    key: 'judge',
    kind: 'judgement',
    question: 'Sufficient?',
    scale: 'sufficient',
    keyQuestion: '2.1.1',
    ...more,
  });
  expect(found(judged({}), { standard: '2.1' })).toEqual([]);
  expect(found(judged({}))).toEqual(['sections/0/items/0/keyQuestion: its section names no standard']);
  expect(found(judged({ scale: 'grades' }), { standard: '2.1' })).toEqual([
    'sections/0/items/0/scale: key questions are counted on another scale',
  ]);
});
