import type { FormDocument, JudgementItem, Section } from '../../../server/domain/forms/document.js';
import { scoreAudit } from '../../../server/domain/scoring/score-audit.js';
import { lowestStandards } from '../../../server/domain/scoring/standard-scores.js';
import { answer } from '../forms/shipped.js';
import { fact, prompt, section, smallForm } from '../forms/small-form.js';

const settings = { readOn: '2026-11-24', acceptedReasons: new Set<string>(), limits: {} };
const score = (form: FormDocument, values: Record<string, string>) => {
  const answers = Object.entries(values).map(([item, value]) => answer(item, value));
  return scoreAudit({ form, facts: {}, answers, occurrences: [] }, settings);
};

const question = (standard: string, number: number): Section => {
  const key = `q${standard.replace('.', '-')}-${number}`;
  const judgement: JudgementItem = {
    key,
    kind: 'judgement',
    question: 'Sufficient?',
    scale: 'sufficient',
    weight: 1,
    keyQuestion: `${standard}.${number}`,
  };
  return section(key, [prompt(`${key}-prompt`, { weight: 0 }), judgement], { standard });
};
const form = smallForm(
  [
    section('facts', [fact('internal')]),
    ...['2.1', '2.2', '2.3', '2.4'].flatMap((standard) => [1, 2, 3].map((number) => question(standard, number))),
    section('close', [{ key: 'own', kind: 'judgement', question: 'Grade?', scale: 'grades' }]),
  ],
  {
    least: 5,
    gradeWhen: { answer: 'internal', in: ['yes'] },
    standardCaps: [
      { noneSufficient: 1, atMost: 'requires-improvement' },
      { noneSufficient: 2, atMost: 'inadequate' },
    ],
  },
);

/** Judges key questions: 'q2-1-1 q2-1-2' are Sufficient, those after a slash are not. */
function judged(spoken: string): Record<string, string> {
  const [sufficient = '', not = ''] = spoken.split('/');
  const keys = (text: string) => text.split(' ').filter((key) => key !== '');
  return Object.fromEntries([
    ['internal', 'yes'],
    ...keys(sufficient).map((key) => [key, 'sufficient']),
    ...keys(not).map((key) => [key, 'not-sufficient']),
  ]);
}

test('the worked example: six of nine is 0.667, Requires improvement, with planning and reviewing lowest', () => {
  const result = score(form, judged('q2-1-1 q2-1-2 q2-2-1 q2-3-1 q2-3-3 q2-4-1 / q2-1-3 q2-2-3 q2-4-3'));
  expect(result).toMatchObject({ scored: 9, computedGrade: 'requires-improvement', caps: [] });
  expect(result.score).toBeCloseTo(6 / 9);
  expect(lowestStandards(result.standards)).toEqual([
    { standard: '2.2', sufficient: 1, applicable: 2 },
    { standard: '2.4', sufficient: 1, applicable: 2 },
  ]);
});

test('five of five judged Sufficient is Outstanding, four key questions are too few for a grade', () => {
  expect(score(form, judged('q2-1-1 q2-1-2 q2-1-3 q2-2-1 q2-3-1')).computedGrade).toBe('outstanding');
  expect(score(form, judged('q2-1-1 q2-1-2 q2-1-3 q2-2-1')).computedGrade).toBeNull();
});

test('prompts never count, whatever they say', () => {
  const sufficient = judged('q2-1-1 q2-1-2 q2-1-3 q2-2-1 q2-3-1');
  expect(score(form, { ...sufficient, 'q2-1-1-prompt': 'no' }).score).toBe(1);
});

test('one standard without a Sufficient judgement caps at Requires improvement, two at Inadequate', () => {
  const one = score(form, judged('q2-1-1 q2-1-2 q2-1-3 q2-2-1 q2-3-1 q2-3-2 q2-3-3 / q2-4-1'));
  expect(one).toMatchObject({ gradeBeforeCaps: 'good', computedGrade: 'requires-improvement' });
  expect(one.caps.map(({ because }) => because)).toEqual(['no key question judged Sufficient in 2.4']);
  const two = score(form, judged('q2-1-1 q2-1-2 q2-1-3 q2-2-1 q2-2-2 q2-2-3 / q2-3-1 q2-4-1'));
  expect(two).toMatchObject({ gradeBeforeCaps: 'good', computedGrade: 'inadequate' });
});

test('an inspection gives a file no grade, and still its counts', () => {
  const result = score(form, { ...judged('q2-1-1 q2-1-2 q2-1-3 q2-2-1 q2-3-1'), internal: 'no' });
  expect(result).toMatchObject({ score: 1, gradeBeforeCaps: null, computedGrade: null, caps: [] });
  expect(result.standards).toHaveLength(3);
});

test('a form without bands gives no grade', () => {
  const { bands: _bands, least: _least, ...without } = form;
  expect(score(without, judged('q2-1-1 q2-1-2 q2-1-3 q2-2-1 q2-3-1')).computedGrade).toBeNull();
});

test('the own grade is the one of the closing section; a grade elsewhere is of a part', () => {
  const rated = section('s1', [{ key: 'rating', kind: 'judgement', question: 'Rating?', scale: 'grades' }]);
  const two = { ...form, sections: [rated, ...form.sections] };
  expect(score(two, { rating: 'inadequate', own: 'good' }).ownGrade).toBe('good');
  expect(score(two, { rating: 'inadequate' }).ownGrade).toBeNull();
});

test('no standard is lowest where all are Sufficient, or none was judged', () => {
  expect(lowestStandards([{ standard: '2.1', sufficient: 2, applicable: 2 }])).toEqual([]);
  expect(lowestStandards([])).toEqual([]);
});
