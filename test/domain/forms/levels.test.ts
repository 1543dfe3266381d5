import { whatApplies } from '../../../server/domain/forms/applies.js';
import { factsToShow, levelDifference, levelsArePut, ownLevels } from '../../../server/domain/forms/levels.js';
import { noteRule } from '../../../server/domain/forms/notes.js';
import { answer, readShipped } from './shipped.js';

const form = readShipped('risk-of-harm');
const facts = { rosh: 'high', safety: 'low', reoffending: 'medium', mappa: null, 'days-supervised': 40 };
const fill = (levels: Record<string, string>) => ({
  form,
  facts,
  answers: Object.entries(levels).map(([item, value]) => answer(item, value)),
  occurrences: [],
});
const both = { 'auditor-harm-level': 'medium', 'auditor-safety-level': 'low' };

test('the service’s levels are hidden until the auditor has put both', () => {
  expect(factsToShow(fill({}))).toEqual({ mappa: null, 'days-supervised': 40 });
  expect(levelsArePut(fill({ 'auditor-harm-level': 'medium' }))).toBe(false);
  expect(levelsArePut(fill(both))).toBe(true);
  expect(factsToShow(fill(both))).toEqual(facts);
});

test('no section opens by the service’s level before, and none says why it is left out', () => {
  const seen = (levels: Record<string, string>) => {
    const filled = fill(levels);
    return whatApplies({ ...filled, facts: factsToShow(filled) });
  };
  const before = seen({ 'auditor-harm-level': 'medium' });
  expect(before.sections.map(({ section }) => section.key)).not.toContain('public-protection');
  expect(before.leftOut.find(({ section }) => section.key === 'public-protection')).toMatchObject({
    because:
      'you answered ‘Medium’ to ‘What level of risk of serious harm to others do you judge?’, ' +
      'and the service’s levels are not shown yet, and no MAPPA level is recorded',
    waiting: true,
  });
  expect(seen(both).sections.map(({ section }) => section.key)).toContain('public-protection');
});

test('an own level that differs needs its reason, once the service’s is shown', () => {
  const item = form.sections.flatMap(({ items }) => items).find(({ key }) => key === 'auditor-harm-level');
  if (!item) throw new Error('the form asks for the level');
  const needs = (value: string, known: typeof facts | object) =>
    noteRule(form, item, answer(item.key, value), { facts: known as typeof facts, computedGrade: null });
  expect(needs('medium', facts)).toBe('Say why your level is below the service’s.');
  expect(needs('very-high', facts)).toBe('Say why your level is above the service’s.');
  expect(needs('high', facts)).toBeNull();
  expect(needs('medium', factsToShow(fill({})))).toBeNull();
});

test('a level that nobody recorded is not Low: there is nothing to differ from', () => {
  expect(levelDifference('high', null)).toBeNull();
  expect(levelDifference('low', 'very-high')).toBe(-3);
});

test('‘Not judged’ counts as put and is no level', () => {
  const standards = readShipped('national-standards-2013');
  const filled = { ...fill({ 'auditor-harm-level': 'not-judged', 'auditor-safety-level': 'low' }), form: standards };
  expect(levelsArePut(filled)).toBe(true);
  expect(ownLevels(filled)).toEqual({ harm: null, safety: 'low' });
});
