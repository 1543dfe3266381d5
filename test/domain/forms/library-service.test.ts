import { createChance } from '../../../server/commands/demo/chance.js';
import { fillForm } from '../../../server/commands/demo/fill-form.js';
import { whatApplies } from '../../../server/domain/forms/applies.js';
import { checkAmong } from '../../../server/domain/forms/check/among.js';
import type { FormDocument, Item } from '../../../server/domain/forms/document.js';
import type { Occurrence } from '../../../server/domain/forms/filled.js';
import { gaps } from '../../../server/domain/forms/gaps.js';
import { asksCompliance, isScored } from '../../../server/domain/forms/scales.js';
import { themes } from '../../../server/domain/forms/themes.js';
import { scoreAudit } from '../../../server/domain/scoring/score-audit.js';
import { answer, everyRow, readShipped, shippedKeys } from './shipped.js';
import { serviceCases, serviceForms, serviceThemes } from './service-cases.js';

const keys = serviceForms.map(([key]) => key);
const forms = new Map([...shippedKeys, ...keys].map((key) => [key, readShipped(key)]));
const settings = { readOn: '2026-11-24', acceptedReasons: new Set(['child-missed', 'court-listing']), limits: {} };

test.each(keys)('%s passes the schema and the checker, and shares no key with another meaning', (key) => {
  expect(checkAmong(readShipped(key), [...forms.values()])).toEqual([]);
});

test.each(serviceForms)('%s has %i scored items and %i rules of compliance at most', (key, scored, rules) => {
  const form = formOf(key);
  expect(itemsOf(form).filter((item) => isScored(form, item))).toHaveLength(scored);
  expect(itemsOf(form).filter(asksCompliance)).toHaveLength(rules);
});

test('questions, weights, themes and limits that two forms share are the same', () => {
  const seen = new Map<string, unknown>();
  for (const item of [...forms.values()].flatMap(itemsOf)) {
    const counted = ['weight', 'themes', 'caps', 'limits'].map((part) => Object(item)[part] as unknown);
    expect([item.key, seen.get(item.key) ?? counted]).toEqual([item.key, counted]);
    seen.set(item.key, counted);
  }
});

test('every core section has one judgement, and every item its source', () => {
  for (const form of keys.map(formOf)) {
    const core = form.sections.filter((section) => section.core);
    expect(core.map(({ items }) => items.filter(({ kind }) => kind === 'judgement').length)).toEqual(core.map(() => 1));
    expect(itemsOf(form).filter(({ source }) => source === undefined)).toEqual([]);
  }
});

test('only management oversight is relied on as it is; the others say that they are drafts', () => {
  expect(keys.filter((key) => !formOf(key).draft)).toEqual(['management-oversight']);
});

test('the results of management oversight belong to the manager, not to the practitioner', () => {
  const { sections } = formOf('management-oversight');
  expect(sections.filter(({ about }) => about === 'practice')).toEqual([]);
});

test.each(serviceThemes)('items about %s', (theme, counts) => {
  const found = keys.map((key) => {
    const form = formOf(key);
    const counted = theme === 'timeliness' ? asksCompliance : (item: Item) => isScored(form, item);
    return itemsOf(form).filter((item) => counted(item) && 'themes' in item && item.themes?.includes(theme)).length;
  });
  expect(found).toEqual(counts);
});

test('the sixteen themes are those counted', () => {
  expect(serviceThemes.map(([theme]) => theme)).toEqual(themes.map(({ key }) => key));
});

describe('how many questions a case meets', () => {
  test.each(serviceCases)('$name', ({ facts, answers, meets }) => {
    for (const [key, scored, rules] of meets) {
      const form = formOf(key);
      const filled = { form, facts, answers: everyRow(form, answers), occurrences: oneRowEach(form) };
      const { questions } = whatApplies(filled);
      const count = (of: (item: Item) => boolean) => questions.filter(({ item }) => of(item)).length;
      expect([key, count((item) => isScored(form, item)), count(asksCompliance)]).toEqual([key, scored, rules]);
    }
  });
});

describe('filled in once, whole, and scored', () => {
  const onCases = keys.filter((key) => formOf(key).measures !== 'service');

  test.each(onCases.flatMap((key) => serviceCases.map((one) => [key, one.name, one] as const)))(
    '%s: %s',
    (key, _name, { facts, answers }) => {
      const form = formOf(key);
      const known = itemsOf(form).map((item) => item.key);
      const given = everyRow(form, answers).filter(({ item, occurrence }) => occurrence === 0 && known.includes(item));
      expectWhole({ form, facts, answers: given, occurrences: [] });
    },
  );

  test('the checklist of the service, with no case at all', () => {
    const form = formOf('standards-2019-strategic');
    const round = ['1', '2', '3', '4', '5'].map((n) => answer(`facts-round-${n}`, n === '2' ? 'no' : 'yes'));
    const score = expectWhole({ form, facts: {}, answers: round, occurrences: [] });
    expect(score.sections.map(({ section }) => section)).not.toContain('strategic-2');
    expect([score.computedGrade, score.scored]).toEqual([null, 22]);
  });
});

test('with no victim to be found, and rightly so, no grade is computed', () => {
  const form = formOf('victims-and-restorative');
  const answers = [answer('facts-named-victim', 'no'), answer('no-victim-right', 'right')];
  const score = expectWhole({ form, facts: {}, answers, occurrences: [] });
  expect([score.computedGrade, score.scored <= 2]).toEqual([null, true]);
});

test('a custody paper that was late needs its cause and its action in its own row, and no reason makes it good', () => {
  const form = formOf('custody-documents');
  const late = JSON.stringify({ from: '2026-11-02T10:00', to: '2026-11-03T09:00' });
  const filled = (reason: string | null, note: string | null) => ({
    form,
    facts: {},
    answers: [
      answer('entry-kind', 'sentence', { occurrence: 1 }),
      answer('ns-post-court-report', late, { occurrence: 1, reason, note }),
    ],
    occurrences: [{ group: 'custody-entries', occurrence: 1 }],
  });
  const missing = (entry: ReturnType<typeof filled>) =>
    gaps(entry, settings).flatMap(({ item, kind }) => (item === 'ns-post-court-report' ? [kind] : []));
  const explained = filled('court-listing', 'Late sitting. The court worker now sends it from the court.');
  expect(missing(filled(null, null))).toEqual(['reason', 'note']);
  expect(missing(explained)).toEqual([]);
  const score = scoreAudit(explained, settings);
  expect([score.met, score.metAdjusted, score.due, score.score]).toEqual([0, 0, 1, null]);
});

/** Fills in what is open, so that nothing is missing and it scores. */
function expectWhole(start: Parameters<typeof fillForm>[0]) {
  const filled = fillForm(start, { skill: () => 0.7, chance: createChance(2026), settings });
  const whole = { ...start, ...filled };
  expect(gaps(whole, settings)).toEqual([]);
  const score = scoreAudit(whole, settings);
  expect(score.score === null || (score.score >= 0 && score.score <= 1)).toBe(true);
  if (start.form.bands === undefined) expect(score.computedGrade).toBeNull();
  return score;
}

function formOf(key: string): FormDocument {
  const form = forms.get(key);
  if (!form) throw new Error(`No form ${key} ships`);
  return form;
}

function itemsOf(form: FormDocument): Item[] {
  return form.sections.flatMap(({ items }) => items);
}

function oneRowEach(form: FormDocument): Occurrence[] {
  return form.sections.flatMap(({ repeats }) => (repeats ?? []).map(({ key }) => ({ group: key, occurrence: 1 })));
}
