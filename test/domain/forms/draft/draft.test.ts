import { join } from 'node:path';
import { check } from '../../../../server/domain/forms/check/check';
import type { FormDocument } from '../../../../server/domain/forms/document';
import { comparisonOf, subjectsAt } from '../../../../server/domain/forms/draft/comparison';
import {
  conditionAt,
  conditionOf,
  joined,
  placeOf,
  withCondition,
} from '../../../../server/domain/forms/draft/conditions';
import { differences } from '../../../../server/domain/forms/draft/differences';
import {
  itemMoved,
  sectionMoved,
  withItem,
  withoutItem,
  withSection,
} from '../../../../server/domain/forms/draft/edit';
import { findings, unfinished } from '../../../../server/domain/forms/draft/findings';
import { keyFrom } from '../../../../server/domain/forms/draft/keys';
import { meaningOf } from '../../../../server/domain/forms/draft/meaning';
import { rekeyed, usesOf } from '../../../../server/domain/forms/draft/references';
import { shippedForms } from '../../../../server/features/forms/take-shipped';
import { prompt, section, smallForm } from '../small-form';

const plan = prompt('plan', { question: 'Is there a plan?', scale: 'yes-no' });
const clear = prompt('clear', { question: 'Is it clear?', when: { answer: 'plan', in: ['yes'] } });
const form = smallForm([section('planning', [plan, clear]), section('close', [prompt('end')])]);
const keys = (of: FormDocument) => of.sections.map(({ items }) => items.map(({ key }) => key).join(' '));

describe('a key', () => {
  it('follows from the words that tell a question from another, and is of nothing else', () => {
    expect(keyFrom('Is the plan clear about who does what?', new Set())).toBe('plan-clear-about-who-what');
    expect(keyFrom('Is the plan clear?', new Set(['plan-clear', 'plan-clear-2']))).toBe('plan-clear-3');
    expect(keyFrom('14 days kept?', new Set())).toBe('q-14-days-kept');
    expect(keyFrom('Ystafell Siân', new Set(), 'own-')).toBe('own-ystafell-sian');
    expect(keyFrom('???', new Set())).toBe('item');
  });

  it('of another question is put wherever a condition names the old one', () => {
    const changed = rekeyed(form, 'plan', 'plan-2');
    expect(keys(changed)).toEqual(['plan-2 clear', 'end']);
    expect(conditionAt(changed, { of: 'item', key: 'clear' })).toEqual({ answer: 'plan-2', in: ['yes'] });
    expect(usesOf(form, 'plan')).toEqual(['Is it clear?']);
  });
});

describe('order', () => {
  it('moves a question within its section and stops at its ends', () => {
    expect(keys(itemMoved(form, 'clear', 'up'))).toEqual(['clear plan', 'end']);
    expect(keys(itemMoved(form, 'plan', 'up'))).toEqual(keys(form));
    expect(sectionMoved(form, 'close', 'up').sections.map(({ key }) => key)).toEqual(['close', 'planning']);
  });

  it('puts a new section before the closing one, and a question that changes its section at the end there', () => {
    expect(withSection(form, section('new', [])).sections.map(({ key }) => key)).toEqual(['planning', 'new', 'close']);
    expect(keys(withItem(form, 'close', plan, 'plan'))).toEqual(['clear', 'end plan']);
  });
});

describe('a condition from lists', () => {
  const here = placeOf(form, 'item.clear')!;

  it('offers the questions asked before and the facts of the case, never a later question', () => {
    expect(subjectsAt(form, here).answers.map(({ name }) => name)).toEqual(['answer:plan']);
    expect(subjectsAt(form, placeOf(form, 'section.planning')!).answers).toEqual([]);
    expect(subjectsAt(form, here).facts.map(({ name }) => name)).toContain('fact:days-to-end');
  });

  it('is one comparison, or all or any of several', () => {
    const [subject] = subjectsAt(form, here).answers;
    const one = comparisonOf(subject!, { test: 'is-not', values: ['no', 'hostile'], number: '' });
    expect(one).toEqual({ not: { answer: 'plan', in: ['no'] } });
    const age = subjectsAt(form, here).facts.find(({ name }) => name === 'fact:age')!;
    const two = comparisonOf(age, { test: 'below', values: [], number: '16' });
    expect(two).toEqual({ fact: 'age', below: 16 });
    const both = conditionOf({ how: 'any', parts: [one, two] as never });
    expect(check(withCondition(form, here, both))).toEqual([]);
    expect(joined(both)).toEqual({ how: 'any', parts: [one, two] });
    expect(conditionAt(withCondition(form, here, undefined), here)).toBeUndefined();
  });

  it.each([
    [{ test: 'is', values: [], number: '' }, 'values'],
    [{ test: 'is', values: ['perhaps'], number: '' }, 'values'],
  ])('%j is refused at %s', (chosen, field) => {
    expect(comparisonOf(subjectsAt(form, here).answers[0]!, chosen)).toMatchObject({ field });
  });

  it.each(['', 'item', 'item.nothing', 'cap.plan.0', 'limit.plan.0', 'item.__proto__', 'section.', 'cap.plan.x'])(
    'has no place called ‘%s’',
    (word) => {
      expect(placeOf(form, word)).toBeNull();
    },
  );
});

describe('findings', () => {
  it('name the question where the checker names a key', () => {
    const broken = withoutItem(form, 'plan');
    expect(findings(broken, check(broken))).toEqual([
      expect.objectContaining({
        about: 'Is it clear?',
        at: { kind: 'item', key: 'clear' },
        words: 'there is no item ‘plan’',
      }),
    ]);
    const later = itemMoved(form, 'clear', 'up');
    expect(findings(later, check(later))[0]!.words).toBe('‘Is there a plan?’ is asked later');
  });

  it('say of an empty section that it is empty', () => {
    expect(unfinished(withSection(form, section('new', []))).map(({ path }) => path)).toEqual(['sections/1']);
  });
});

describe('differences', () => {
  it('are none between a form and itself under another number', () => {
    for (const { document } of shippedForms(join(__dirname, '../../../../schemas'))) {
      expect(differences(document, { ...structuredClone(document), version: 9 })).toEqual([]);
    }
  });

  it('are sentences about what is new, gone, reworded, moved and asked otherwise', () => {
    const reworded = { ...plan, question: 'Is there a written plan?' };
    const changed = withItem(
      withItem(form, 'planning', reworded, 'plan'),
      'planning',
      { ...clear, when: undefined, weight: 2 },
      'clear',
    );
    expect(differences(form, withItem(withoutItem(changed, 'end'), 'close', prompt('fresh'), null))).toEqual([
      'The question ‘Is there a plan?’ now reads ‘Is there a written plan?’',
      '‘Is it clear?’ counts with weight 2 (before: with weight 1)',
      '‘Is it clear?’ is asked always (before: when ‘Is there a plan?’ is answered Yes)',
      'New under ‘Section close’: ‘Is fresh so?’',
      'No longer asked: ‘Is end so?’',
    ]);
    expect(differences(form, itemMoved(form, 'clear', 'up'))).toEqual([
      'The questions under ‘Section planning’ stand in another order.',
    ]);
  });

  it('miss nothing: any field of an item that changes is said', () => {
    for (const { document } of shippedForms(join(__dirname, '../../../../schemas'))) {
      document.sections.forEach((_, s) =>
        document.sections[s]!.items.slice(0, 3).forEach((item, i) => {
          for (const field of Object.keys(item).filter((name) => name !== 'key' && name !== 'kind')) {
            const other = structuredClone(document);
            const changed = other.sections[s]!.items[i] as unknown as Record<string, unknown>;
            delete changed[field];
            if (field === 'question') changed[field] = 'Another?';
            if (field === 'limits') changed[field] = [];
            expect({ field, said: differences(document, other).length }).not.toEqual({ field, said: 0 });
          }
        }),
      );
    }
  });
});

it('a meaning is the question and its answers, not its weight, themes or condition', () => {
  expect(meaningOf(form, { ...clear, weight: 2, when: undefined, themes: ['planning'] })).toBe(meaningOf(form, clear));
  expect(meaningOf(form, { ...clear, scale: 'yes-no' })).not.toBe(meaningOf(form, clear));
  expect(meaningOf(form, { ...clear, question: 'Is it  clear? ' })).toBe(meaningOf(form, clear));
});
