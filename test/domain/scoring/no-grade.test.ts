import type { FormDocument } from '../../../server/domain/forms/document.js';
import { scoreAudit } from '../../../server/domain/scoring/score-audit.js';
import { answer } from '../forms/shipped.js';
import { prompt, section, smallForm } from '../forms/small-form.js';

const settings = { readOn: '2026-11-24', acceptedReasons: new Set(['child-missed']), limits: {} };
const score = (form: FormDocument, values: Record<string, string>) =>
  scoreAudit(
    {
      form,
      facts: {},
      answers: Object.entries(values).map(([item, value]) => answer(item, value)),
      occurrences: [],
    },
    settings,
  );

test('a form without bands gives no grade, and tells every limiting answer as an alert', () => {
  const limiting = prompt('protects', { caps: [{ answers: ['no'], atMost: 'requires-improvement' }] });
  const graded = smallForm([section('a', [limiting, prompt('other')])]);
  const form = { ...graded };
  delete form.bands;
  delete form.least;
  const result = score(form, { protects: 'not-evidenced', other: 'yes' });
  expect([result.computedGrade, result.caps.map(({ item }) => item)]).toEqual([null, ['protects']]);
  expect(score(form, { protects: 'yes', other: 'no' }).caps).toEqual([]);
  // Where there are bands, but too few answers for a grade, nothing is held down and nothing is told.
  expect(score({ ...graded, least: 5 }, { protects: 'no' }).caps).toEqual([]);
});

test('on a form of zero tolerance no reason for lateness counts as met', () => {
  const rule = { key: 'kept', kind: 'choice', question: 'Kept?', scale: 'compliance' } as const;
  const form = smallForm([section('a', [rule])], { measures: 'compliance' });
  const late = { ...answer('kept', 'not-met-with-reason'), reason: 'child-missed' };
  const adjusted = (of: FormDocument) =>
    scoreAudit({ form: of, facts: {}, answers: [late], occurrences: [] }, settings).metAdjusted;
  expect([adjusted(form), adjusted({ ...form, zeroTolerance: true })]).toEqual([1, 0]);
});

test('a form about compliance has no score, even where it asks how well too', () => {
  const asked = section('a', [prompt('well')]);
  expect(score(smallForm([asked], { measures: 'compliance' }), { well: 'yes' })).toMatchObject({
    score: null,
    practiceScore: null,
    scored: 1,
  });
});
