import fc from 'fast-check';
import { fillForm } from '../../../server/commands/demo/fill-form.js';
import { createChance } from '../../../server/commands/demo/chance.js';
import { whatApplies } from '../../../server/domain/forms/applies.js';
import type { FormDocument } from '../../../server/domain/forms/document.js';
import type { Facts, FilledForm } from '../../../server/domain/forms/filled.js';
import { isScored, optionsOf } from '../../../server/domain/forms/scales.js';
import { gaps } from '../../../server/domain/forms/gaps.js';
import { answerInWords, isOffered, readTyped, typedOf } from '../../../server/domain/forms/items/kinds.js';
import { isLower } from '../../../server/domain/scoring/bands.js';
import { scoreAudit } from '../../../server/domain/scoring/score-audit.js';
import { anyForm } from './generated-form.js';

const settings = { readOn: '2026-11-24', acceptedReasons: new Set(['child-missed']), limits: {} };
const facts: fc.Arbitrary<Facts> = fc.record({
  rosh: fc.constantFrom('low', 'high', null),
  safety: fc.constantFrom('low', 'high', null),
  'order-group': fc.constantFrom('court-community', 'custody', 'out-of-court'),
  'started-on': fc.constantFrom('2026-05-04', null),
  'custody-entry': fc.constantFrom('2026-05-04', null),
  'days-supervised': fc.integer({ min: 0, max: 400 }),
  age: fc.integer({ min: 10, max: 18 }),
});

/** A generated form, filled in whole as an auditor would. */
const filled: fc.Arbitrary<FilledForm> = fc.record({ form: anyForm, facts, seed: fc.nat() }).map(fill);

function fill({ form, facts, seed }: { form: FormDocument; facts: Facts; seed: number }): FilledForm {
  const chance = createChance(seed);
  const skill = () => 0.5;
  return { form, facts, ...fillForm({ form, facts, answers: [], occurrences: [] }, { skill, chance, settings }) };
}

const runs = { numRuns: 100, endOnFailure: true };

test('any form that the checker accepts can be filled in whole, and is then complete', () => {
  fc.assert(
    fc.property(filled, (given) => {
      expect(gaps(given, settings)).toEqual([]);
    }),
    runs,
  );
});

test('what was answered is typed, read and said as it was', () => {
  fc.assert(
    fc.property(filled, (given) => {
      for (const { item, answer } of whatApplies(given).questions) {
        const value = answer?.value ?? null;
        if (item.kind === 'echo' || value === null) continue;
        expect(isOffered(given.form, item, value)).toBe(true);
        expect(answerInWords(given.form, item, value)).not.toBe('');
        expect(readTyped(given.form, item, typedOf(item, value))).toEqual({ value });
      }
    }),
    runs,
  );
});

test('its score lies in 0..1 or is absent, and no cap raises its grade', () => {
  fc.assert(
    fc.property(filled, (given) => {
      const result = scoreAudit(given, settings);
      for (const one of [result.score, result.practiceScore]) expect(one === null || (one >= 0 && one <= 1)).toBe(true);
      if (result.gradeBeforeCaps && result.computedGrade)
        expect(isLower(result.gradeBeforeCaps, result.computedGrade)).toBe(false);
      if (!given.form.bands) expect(result.computedGrade).toBeNull();
    }),
    runs,
  );
});

test('hiding equals never having answered: answers to what is not asked change nothing', () => {
  const words = { note: 'x', evidence: null, reason: null };
  fc.assert(
    fc.property(filled, (given) => {
      const asked = new Set(whatApplies(given).questions.map(({ item }) => item.key));
      const hidden = given.form.sections.flatMap(({ items }) => items).filter(({ key }) => !asked.has(key));
      const more = hidden.map(({ key }) => ({ item: key, occurrence: 0, value: 'yes', ...words }));
      const kept = given.answers.filter(({ item }) => asked.has(item));
      const without = { ...given, answers: kept };
      const withHidden = { ...given, answers: [...kept, ...more] };
      expect(scoreAudit(withHidden, settings)).toEqual(scoreAudit(without, settings));
      expect(gaps(withHidden, settings)).toEqual(gaps(without, settings));
    }),
    runs,
  );
});

test('a ‘does not apply’ leaves the part of every other answer as it is, where nothing waits for it', () => {
  fc.assert(
    fc.property(filled, fc.nat(), (given, pick) => {
      const offering = whatApplies(given).questions.filter(
        ({ item, byRule }) =>
          byRule === null &&
          isScored(given.form, item) &&
          optionsOf(given.form, item).some(({ key }) => key === 'does-not-apply') &&
          !isLookedAt(given.form, item.key),
      );
      const chosen = offering[pick % Math.max(1, offering.length)];
      if (!chosen) return;
      const { item, occurrence } = chosen;
      const isIt = (one: { item: string; occurrence: number }) =>
        one.item === item.key && one.occurrence === occurrence;
      const away = { item: item.key, occurrence, value: 'does-not-apply', note: null, evidence: null, reason: 'x' };
      const answers = [...given.answers.filter((answer) => !isIt(answer)), away];
      const parts = (form: FilledForm) => scoreAudit(form, settings).items.filter((one) => !isIt(one));
      expect(parts({ ...given, answers })).toEqual(parts(given));
    }),
    runs,
  );
});

/** Whether a condition anywhere in the form names an item. */
const isLookedAt = (form: FormDocument, key: string): boolean => JSON.stringify(form).includes(`"answer":"${key}"`);
