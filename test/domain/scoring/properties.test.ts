import fc from 'fast-check';
import type { Condition, FormDocument, Grade, Item } from '../../../server/domain/forms/document.js';
import type { Answer, FilledForm } from '../../../server/domain/forms/filled.js';
import { whatApplies } from '../../../server/domain/forms/applies.js';
import { isScored, optionsOf } from '../../../server/domain/forms/scales.js';
import { capped, isLower } from '../../../server/domain/scoring/bands.js';
import { scoreAudit } from '../../../server/domain/scoring/score-audit.js';
import { answer, readShipped, shippedKeys } from '../forms/shipped.js';
import { prompt, section, smallForm } from '../forms/small-form.js';

const settings = { readOn: '2026-11-24', acceptedReasons: new Set<string>(), limits: {} };
const score = (filled: FilledForm) => scoreAudit(filled, settings);
const enough = ['yes', 'in-part', 'no', 'not-evidenced'] as const;

const shipped = shippedKeys.map(readShipped);
const levels = fc.constantFrom('low', 'medium', 'high', 'very-high', null);
const facts = fc.record({
  rosh: levels,
  safety: levels,
  'order-group': fc.constantFrom('court-community', 'custody', 'out-of-court'),
  'order-type': fc.constantFrom('yro', 'yro-iss', 'referral-order', 'dto'),
  'looked-after': fc.constantFrom('yes', 'no'),
  'custody-entry': fc.constantFrom('2026-05-04', null),
  mappa: fc.constantFrom('1', null),
  'days-supervised': fc.integer({ min: 0, max: 400 }),
  'days-to-end': fc.oneof(fc.integer({ min: -40, max: 200 }), fc.constant(null)),
});

// A shipped form answered at random: most questions, any answer that is offered.
const filled: fc.Arbitrary<FilledForm> = fc.constantFrom(...shipped).chain((form) => {
  const chosen = form.sections.flatMap(({ items }) => items).filter((item) => optionsOf(form, item).length > 0);
  const picks = chosen.map((item) =>
    fc.option(fc.constantFrom(...optionsOf(form, item).map(({ key }) => key)), { freq: 8, nil: null }),
  );
  return fc.record({
    form: fc.constant(form),
    facts,
    answers: fc.tuple(...picks).map((values) => values.map((value, i) => answer(chosen[i]?.key ?? '', value))),
    occurrences: fc.constant([]),
  });
});

test('a score lies in 0..1 or is absent, and so does every section’s and theme’s', () => {
  fc.assert(
    fc.property(filled, (given) => {
      const result = score(given);
      for (const one of [result.score, result.practiceScore]) expect(one === null || (one >= 0 && one <= 1)).toBe(true);
      for (const { points, weight } of [...result.sections, ...result.themes])
        expect(points >= 0 && points <= weight + 1e-9).toBe(true);
      expect(result.met <= result.metAdjusted && result.metAdjusted <= result.due).toBe(true);
      if (result.gradeBeforeCaps && result.computedGrade)
        expect(isLower(result.gradeBeforeCaps, result.computedGrade)).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('hiding equals never having answered: dropping every answer that is not asked changes nothing', () => {
  fc.assert(
    fc.property(filled, (given) => {
      const asked = new Set(whatApplies(given).questions.map(({ item }) => item.key));
      const visible = { ...given, answers: given.answers.filter(({ item }) => asked.has(item)) };
      expect(score(visible)).toEqual(score(given));
    }),
    { numRuns: 200 },
  );
});

test('a ‘does not apply’ takes its own part out of the score and leaves every other item’s as it is', () => {
  fc.assert(
    fc.property(filled, fc.nat(), (given, pick) => {
      const offering = whatApplies(given).questions.filter(
        ({ item }) =>
          isScored(given.form, item) && optionsOf(given.form, item).some(({ key }) => key === 'does-not-apply'),
      );
      const chosen = offering[pick % Math.max(1, offering.length)];
      // What others depend on is left out: changing it may open and close them.
      if (!chosen || leansOn(given.form, chosen.item)) return;
      const without = given.answers.filter(({ item }) => item !== chosen.item.key);
      const away = { ...given, answers: [...without, answer(chosen.item.key, 'does-not-apply', { reason: 'x' })] };
      const others = (result: ReturnType<typeof score>) => result.items.filter(({ item }) => item !== chosen.item.key);
      expect(others(score(away))).toEqual(others(score(given)));
      expect(score(away).score).toEqual(score({ ...given, answers: without }).score);
    }),
    { numRuns: 200 },
  );
});

test('a cap never raises a grade, and the lowest of several holds', () => {
  const grade = fc.constantFrom<Grade>('outstanding', 'good', 'requires-improvement', 'inadequate');
  fc.assert(
    fc.property(grade, fc.array(fc.record({ atMost: grade })), (before, caps) => {
      const { grade: after, lowered } = capped(before, caps);
      expect(isLower(before, after)).toBe(false);
      expect(caps.every(({ atMost }) => !isLower(atMost, after))).toBe(true);
      expect(lowered.every(({ atMost }) => isLower(atMost, before))).toBe(true);
      expect(after === before).toBe(lowered.length === 0);
    }),
  );
});

test('a better answer never lowers the score', () => {
  const form = smallForm([
    section(
      'one',
      ['a', 'b', 'c'].map((key) => prompt(key)),
    ),
  ]);
  const given = (answers: readonly Answer[]) => score({ form, facts: {}, answers, occurrences: [] }).score ?? 0;
  fc.assert(
    fc.property(
      fc.tuple(fc.constantFrom(...enough), fc.constantFrom(...enough), fc.constantFrom(...enough)),
      ([a, b, c]) => {
        const rest = [answer('b', b), answer('c', c)];
        expect(given([answer('a', 'yes'), ...rest])).toBeGreaterThanOrEqual(given([answer('a', a), ...rest]));
      },
    ),
  );
});

function leansOn(form: FormDocument, { key }: Item): boolean {
  const conditions: (Condition | undefined)[] = form.sections.flatMap(({ when, items }) => [
    when,
    ...items.map((item) => item.when),
  ]);
  return JSON.stringify(conditions).includes(`"answer":"${key}"`);
}
