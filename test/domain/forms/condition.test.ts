import fc from 'fast-check';
import { holds, type Truth, type Values } from '../../../server/domain/forms/condition.js';
import type { Comparison, Condition } from '../../../server/domain/forms/document.js';

const values = (known: Record<string, string | number | null>): Values => ({
  fact: (key) => known[key] ?? null,
  answer: (key) => known[key] ?? null,
});

const saying = (truth: Truth): Comparison => ({ fact: String(truth), in: ['yes'] });
const truths = values({ true: 'yes', false: 'no' });

test.each<[Truth, Truth, Truth, Truth]>([
  // one, other, both, either
  [true, true, true, true],
  [true, false, false, true],
  [true, null, null, true],
  [false, false, false, false],
  [false, null, false, null],
  [null, null, null, null],
])('%s and %s: all gives %s, any gives %s, in either order', (one, other, both, either) => {
  for (const parts of [
    [saying(one), saying(other)],
    [saying(other), saying(one)],
  ]) {
    expect(holds({ all: parts }, truths)).toBe(both);
    expect(holds({ any: parts }, truths)).toBe(either);
  }
});

test('not unknown is unknown', () => {
  expect([true, false, null].map((truth) => holds({ not: saying(truth) }, truths))).toEqual([false, true, null]);
});

test('a comparison with a missing value is unknown, whatever it compares', () => {
  const tests: Comparison[] = [{ in: ['x'] }, { below: 1 }, { atMost: 1 }, { above: 1 }, { atLeast: 1 }];
  for (const part of tests) expect(holds({ ...part, fact: 'days-to-end' }, values({}))).toBeNull();
});

test('is set is never unknown', () => {
  expect(holds({ fact: 'mappa', set: true }, values({}))).toBe(false);
  expect(holds({ fact: 'mappa', set: true }, values({ mappa: '2' }))).toBe(true);
});

test('numbers compare as numbers, negative ones too, also when kept as text', () => {
  const days = values({ 'days-to-end': -31, workers: '10' });
  expect(holds({ fact: 'days-to-end', below: -30 }, days)).toBe(true);
  expect(holds({ fact: 'days-to-end', atMost: -31 }, days)).toBe(true);
  expect(holds({ fact: 'days-to-end', above: -31 }, days)).toBe(false);
  expect(holds({ fact: 'days-to-end', below: -31 }, days)).toBe(false);
  expect(holds({ answer: 'workers', above: 9 }, days)).toBe(true);
  expect(holds({ answer: 'workers', atLeast: 11 }, days)).toBe(false);
});

test('text compared as a number is unknown', () => {
  expect(holds({ answer: 'workers', above: 9 }, values({ workers: 'some' }))).toBeNull();
});

const anyCondition = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<Truth>(true, false, null).map(saying),
    fc.record({ not: tie('condition') }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 2, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 2, maxLength: 4 }) }),
  ),
})).condition;

test('learning an unknown value never turns a settled condition', () => {
  fc.assert(
    fc.property(anyCondition, fc.constantFrom('yes', 'no'), (condition, learned) => {
      const before = holds(condition, truths);
      const after = holds(condition, values({ true: 'yes', false: 'no', null: learned }));
      expect(before === null || before === after).toBe(true);
    }),
  );
});
