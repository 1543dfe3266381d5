import ratings from '../../fixtures/reference-ratings.json';
import type { ChoiceItem, FormDocument, Option } from '../../../server/domain/forms/document.js';
import { grades, type Grade } from '../../../server/domain/forms/scales.js';
import { practitionerMeans } from '../../../server/domain/scoring/practitioner-means.js';
import { scoreAudit } from '../../../server/domain/scoring/score-audit.js';
import { scoreOf } from '../../../server/domain/scoring/weighted-mean.js';
import { answer } from '../forms/shipped.js';
import { section, smallForm } from '../forms/small-form.js';

const { form_score: formScore, practitioner_theme_means: means } = ratings.groups;

interface ReferenceItem {
  id: string;
  section: string;
  weight: number;
  score: number | null;
  applies: boolean;
  themes: string[];
  limits?: { score_at_most: number; grade_at_most: string };
}

const worths = [0, 0.1, 0.2, 0.25, 0.5, 0.75, 0.8, 0.9, 1];
const options: Option[] = worths.map((worth) => ({ key: `worth-${worth * 100}`, label: `Worth ${worth}`, worth }));
const key = (score: number) => `worth-${score * 100}`;
const grade = (named: string) => named.toLowerCase().replace(' ', '-') as Grade;

test('every worth of the reference file is among those tried', () => {
  const items = formScore.cases.flatMap(({ input }) => input.items as ReferenceItem[]);
  expect(items.filter(({ score }) => score !== null && !worths.includes(score))).toEqual([]);
});

describe('the score of a form comes out as two independent programs worked it out', () => {
  test.each(formScore.cases.map((one) => [one.id, one] as const))('%s', (_id, { input, expected }) => {
    const items = input.items as ReferenceItem[];
    const answers = items.flatMap(({ id, score }) => (score === null ? [] : [answer(id, key(score))]));
    const result = scoreAudit(
      { form: formOf(items, input.bands), facts: {}, answers, occurrences: [] },
      { readOn: '2026-11-24', acceptedReasons: new Set(), limits: {} },
    );
    close(result.score, expected.form?.value ?? null);
    for (const [name, value] of Object.entries(expected.sections)) {
      const found = result.sections.find((one) => one.section === name.toLowerCase());
      close(found ? scoreOf(found) : null, value?.value ?? null);
    }
    for (const [theme, value] of Object.entries(expected.themes) as [string, { value: number } | null][]) {
      const found = result.themes.find((one) => one.theme === theme);
      close(found ? scoreOf(found) : null, value?.value ?? null);
    }
    expect(result.gradeBeforeCaps).toBe(expected.grade_from_bands && grade(expected.grade_from_bands));
    expect(result.computedGrade).toBe(expected.grade && grade(expected.grade));
    expect(result.caps.map(({ item }) => item).toSorted()).toEqual([...expected.limited_by].toSorted());
  });
});

describe('a practitioner’s means come out as two independent programs worked them out', () => {
  test.each(means.cases.map((one) => [one.id, one] as const))('%s', (_id, { input, expected }) => {
    const result = practitionerMeans(input.audits, 3);
    expect([...result.keys()].toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const [person, lines] of Object.entries(expected)) {
      for (const [theme, line] of Object.entries(
        lines as Record<string, { audits: number; mean: number | null; comparison_drawn: boolean }>,
      )) {
        const found = theme === 'all' ? result.get(person)?.all : result.get(person)?.themes.get(theme);
        expect([theme, found?.audits, found?.comparisonDrawn]).toEqual([theme, line.audits, line.comparison_drawn]);
        close(found?.mean ?? null, line.mean);
      }
    }
  });
});

function formOf(items: readonly ReferenceItem[], bands: readonly { from: number; grade: string }[]): FormDocument {
  const names = [...new Set(items.map((item) => item.section))];
  const sections = names.map((name) =>
    section(name.toLowerCase(), items.filter((item) => item.section === name).map(itemOf)),
  );
  const better = (one: { grade: Grade }, other: { grade: Grade }) =>
    grades.indexOf(other.grade) - grades.indexOf(one.grade);
  return smallForm(sections, {
    bands: bands.map(({ from, grade: named }) => ({ from, grade: grade(named) })).toSorted(better),
  });
}

function itemOf({ id, weight, applies, themes, limits }: ReferenceItem): ChoiceItem {
  return {
    key: id,
    kind: 'choice',
    question: id,
    options,
    weight,
    themes,
    ...(applies ? {} : { when: { fact: 'never', set: true } }),
    ...(limits
      ? {
          caps: [
            {
              answers: worths.filter((worth) => worth <= limits.score_at_most).map(key),
              atMost: grade(limits.grade_at_most),
            },
          ],
        }
      : {}),
  };
}

function close(found: number | null, expected: number | null) {
  if (expected === null || found === null) expect(found).toBe(expected);
  else expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9);
}
