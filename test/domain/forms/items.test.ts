import {
  answerInWords,
  isAnswered,
  isOffered,
  kinds,
  partsOf,
  readTyped,
  typedOf,
} from '../../../server/domain/forms/items/kinds.js';
import { momentsOf, taskOf } from '../../../server/domain/forms/items/timescale.js';
import type { Item, TimescaleItem } from '../../../server/domain/forms/document.js';
import { prompt, section, smallForm } from './small-form.js';

const form = smallForm([section('one', [prompt('safe')])]);
const of = (item: Partial<Item> & Pick<Item, 'kind'>) => ({ key: 'x', question: 'What?', ...item }) as Item;
const read = (item: Item, typed: Record<string, string>) => readTyped(form, item, typed);

test('every kind has its file, and the record names each kind once', () => {
  expect(Object.keys(kinds)).toEqual([
    'choice',
    'judgement',
    'date',
    'date-time',
    'number',
    'text',
    'timescale',
    'echo',
  ]);
});

describe('a choice', () => {
  const item = prompt('safe', { extras: { doesNotApply: 'nobody is at risk' } });

  test('takes an answer that the form offers, by its key, and says it in words', () => {
    expect(read(item, { value: ' in-part ' })).toEqual({ value: 'in-part' });
    expect(answerInWords(form, item, 'yes')).toBe('Yes, well enough');
    expect(answerInWords(form, item, 'does-not-apply')).toBe('Does not apply');
  });

  test('refuses any other, and ‘Does not apply’ where the form does not offer it', () => {
    expect(read(item, { value: 'perhaps' })).toMatchObject({ part: 'value' });
    expect(read(prompt('safe'), { value: 'does-not-apply' })).toMatchObject({ part: 'value' });
    expect(isOffered(form, prompt('safe'), 'does-not-apply')).toBe(false);
  });

  test('is taken back by nothing', () => {
    expect(read(item, { value: '' })).toEqual({ value: null });
    expect(read(item, {})).toEqual({ value: null });
    expect(isAnswered(item, null)).toBe(false);
  });
});

test('a number is taken as people write it, whole where the form says so, within its bounds', () => {
  const count = of({ kind: 'number', whole: true, least: 0, most: 40 });
  expect(read(count, { value: '12' })).toEqual({ value: '12' });
  expect(read(count, { value: '0' })).toEqual({ value: '0' });
  expect(read(of({ kind: 'number' }), { value: '−1,250.5' })).toEqual({ value: '-1250.5' });
  expect(read(count, { value: '2.5' })).toEqual({ part: 'value', message: 'Give a whole number, such as 3.' });
  expect(read(count, { value: '-1' })).toEqual({ part: 'value', message: 'Give 0 or more.' });
  expect(read(count, { value: '41' })).toEqual({ part: 'value', message: 'Give 40 or less.' });
  expect(read(count, { value: 'a few' })).toMatchObject({ message: 'Give a number in figures, such as 3.' });
});

test('a date is taken as people type it and kept in one way', () => {
  const day = of({ kind: 'date' });
  expect(read(day, { value: '4/11/26' })).toEqual({ value: '2026-11-04' });
  expect(read(day, { value: '31/2/2026' })).toEqual({ part: 'value', message: 'Give a date, such as 24 11 2026.' });
  expect(answerInWords(form, day, '2026-11-04')).toBe('4 Nov 2026');
  expect(isOffered(form, day, '2026-02-31')).toBe(false);
});

test('a date and time needs both', () => {
  const moment = of({ kind: 'date-time' });
  expect(partsOf(moment)).toEqual(['date', 'time']);
  expect(read(moment, { date: '4 11 2026', time: '2.30pm' })).toEqual({ value: '2026-11-04T14:30' });
  expect(read(moment, { date: '4 11 2026', time: '' })).toMatchObject({ part: 'time' });
  expect(read(moment, { date: '', time: '14:30' })).toMatchObject({ part: 'date' });
  expect(read(moment, { date: '4 11 2026', time: 'noonish' })).toMatchObject({ part: 'time' });
});

test('text keeps its words without control characters and refuses a novel', () => {
  const words = of({ kind: 'text', length: 'long' });
  expect(read(words, { value: ' A\u0000 line\nand another ' })).toEqual({ value: 'A line\nand another' });
  expect(read(words, { value: '   ' })).toEqual({ value: null });
  expect(read(words, { value: 'x'.repeat(20_001) })).toMatchObject({ part: 'value' });
});

describe('a timescale', () => {
  const item = of({
    kind: 'timescale',
    from: { label: 'order made' },
    to: { label: 'plan agreed' },
    limits: [{ direction: 'within', amount: 15, unit: 'working-days' }],
  }) as TimescaleItem;

  test('takes two dates, or says of one that there is none', () => {
    expect(read(item, { from: '1 6 2026', to: '15/6/2026' })).toEqual({
      value: '{"from":"2026-06-01","to":"2026-06-15"}',
    });
    const open = read(item, { from: '1 6 2026', 'to-state': 'not-done' });
    expect(open).toEqual({ value: '{"from":"2026-06-01","to":"not-done"}' });
    expect(answerInWords(form, item, '{"from":"2026-06-01","to":"not-done"}')).toBe(
      'order made: 1 Jun 2026; plan agreed: not done',
    );
  });

  test('refuses a date beside a state, a state that is none, and a year whose bank holidays are not known', () => {
    expect(read(item, { from: '1 6 2026', 'from-state': 'no-trace' })).toMatchObject({ part: 'from' });
    expect(read(item, { 'to-state': 'maybe' })).toMatchObject({ part: 'to-state' });
    expect(read(item, { from: '1 6 1999' })).toMatchObject({ part: 'from' });
    expect(read(item, { value: 'does-not-apply' })).toMatchObject({ part: 'value' });
  });

  test('is answered with both moments, or with no trace of the first', () => {
    expect(isAnswered(item, '{"from":"2026-06-01","to":null}')).toBe(false);
    expect(isAnswered(item, '{"from":"2026-06-01","to":"not-done"}')).toBe(true);
    expect(isAnswered(item, '{"from":"no-trace","to":null}')).toBe(true);
  });

  test('passes over a kept value that is malformed', () => {
    for (const kept of [
      '{',
      '{"from":5,"to":null}',
      '{"from":"2026-13-01","to":null}',
      '{"from":"1999-01-04","to":null}',
      '[]',
      'null',
    ]) {
      expect(momentsOf(kept)).toBeNull();
    }
  });

  test('fills its fields again with what is kept', () => {
    expect(typedOf(item, '{"from":"2026-06-01T09:30","to":"no-trace"}')).toEqual({
      from: '2026-06-01',
      'from-time': '09:30',
      'from-state': '',
      to: '',
      'to-time': '',
      'to-state': 'no-trace',
      value: '',
    });
  });

  test('asks for the earlier thing where that had to come before', () => {
    expect(taskOf(item)).toBe('to');
    expect(taskOf({ ...item, limits: [{ direction: 'before' }] })).toBe('from');
  });
});

test('an echo takes nothing', () => {
  expect(read(of({ kind: 'echo', of: 'safe' }), { value: 'yes' })).toEqual({ value: null });
});
