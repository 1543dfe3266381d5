import type { FormDocument } from '../../../server/domain/forms/document.js';
import { scoreAudit } from '../../../server/domain/scoring/score-audit.js';
import type { Occurrence } from '../../../server/domain/forms/filled.js';
import { answer, readShipped } from '../forms/shipped.js';
import { prompt, section, smallForm } from '../forms/small-form.js';

const settings = { readOn: '2026-11-24', acceptedReasons: new Set(['child-missed']), limits: {} };
const score = (form: FormDocument, values: Record<string, string>, facts = {}, occurrences: Occurrence[] = []) =>
  scoreAudit(
    { form, facts, answers: Object.entries(values).map(([item, value]) => answer(item, value)), occurrences },
    settings,
  );

const judged = (key: string, core: boolean) =>
  section(
    key,
    [prompt(`${key}-done`), { key: `judge-${key}`, kind: 'judgement', question: 'Sufficient?', scale: 'sufficient' }],
    core ? { core } : {},
  );
const quality = smallForm([judged('a', true), judged('b', true), judged('c', true), judged('d', false)], {
  bands: [
    { grade: 'outstanding', from: 0.9, everySectionSufficient: true },
    { grade: 'good', from: 0.7 },
    { grade: 'requires-improvement', from: 0.45 },
    { grade: 'inadequate', from: 0 },
  ],
  sectionCaps: [
    { notSufficient: 1, atMost: 'requires-improvement' },
    { notSufficient: 3, atMost: 'inadequate' },
  ],
});
const allYes = (insufficient: string[]) =>
  Object.fromEntries(
    ['a', 'b', 'c', 'd'].flatMap((key) => [
      [`${key}-done`, 'yes'],
      [`judge-${key}`, insufficient.includes(key) ? 'not-sufficient' : 'sufficient'],
    ]),
  );

test('the worked example: weights 2 1 1 2 1 with Yes, In part, No, Does not apply, Not evidenced score 0.50', () => {
  const extras = { doesNotApply: 'never' };
  const form = smallForm([
    section('one', [
      prompt('p1', { weight: 2 }),
      prompt('p2'),
      prompt('p3'),
      prompt('p4', { weight: 2, extras }),
      prompt('p5'),
    ]),
  ]);
  const result = score(form, { p1: 'yes', p2: 'in-part', p3: 'no', p4: 'does-not-apply', p5: 'not-evidenced' });
  expect(result).toMatchObject({ score: 0.5, scored: 4, notEvidenced: 1, gradeBeforeCaps: 'requires-improvement' });
  expect(result.items.find(({ item }) => item === 'p4')).toMatchObject({ outcome: 'does-not-apply', worth: null });
});

describe('caps of sections', () => {
  test.each([
    [[], 'outstanding', []],
    [['d'], 'good', ['this grade needs every section judged Sufficient, and these were not: Section d']],
    [
      ['a'],
      'requires-improvement',
      [
        'judged Not sufficient: Section a',
        'this grade needs every section judged Sufficient, and these were not: Section a',
      ],
    ],
    [['a', 'b', 'd'], 'requires-improvement', undefined],
    [['a', 'b', 'c'], 'inadequate', undefined],
  ] as const)('%j Not sufficient: %s', (insufficient, grade, because) => {
    const result = score(quality, allYes([...insufficient]));
    expect(result).toMatchObject({ gradeBeforeCaps: 'outstanding', computedGrade: grade });
    if (because) expect(result.caps.map((cap) => cap.because)).toEqual(because);
  });
});

test('a section that is not core keeps a file from Outstanding only', () => {
  const values = { ...allYes(['d']), 'a-done': 'no' };
  expect(score(quality, values)).toMatchObject({ score: 0.75, computedGrade: 'good', caps: [] });
});

describe('limiting answers', () => {
  const caps = [
    { answers: ['no'], atMost: 'requires-improvement' },
    { answers: ['no'], atMost: 'inadequate', when: { fact: 'age', below: 12 } },
  ] as const;
  const limited = smallForm([
    section('one', [
      prompt('plan', { scale: 'yes-no', caps: caps.map((cap) => ({ ...cap, answers: [...cap.answers] })) }),
      prompt('rest', { weight: 9 }),
    ]),
  ]);

  test('a cap on No holds for Not evidenced too', () => {
    expect(score(limited, { plan: 'yes', rest: 'yes' })).toMatchObject({ computedGrade: 'outstanding', caps: [] });
    for (const plan of ['no', 'not-evidenced']) {
      expect(score(limited, { plan, rest: 'yes' })).toMatchObject({
        gradeBeforeCaps: 'outstanding',
        computedGrade: 'requires-improvement',
      });
    }
  });

  test('the lowest cap wins, and a cap with a condition holds only then', () => {
    const result = score(limited, { plan: 'no', rest: 'yes' }, { age: 11 });
    expect(result.computedGrade).toBe('inadequate');
    expect(result.caps.map(({ item, atMost }) => [item, atMost])).toEqual([
      ['plan', 'requires-improvement'],
      ['plan', 'inadequate'],
    ]);
    expect(result.caps[0]?.because).toBe('‘Is plan so?’ was answered ‘No’');
  });

  test('a cap that lies not below the grade is not named, and none raises', () => {
    expect(score(limited, { plan: 'no', rest: 'no' })).toMatchObject({
      gradeBeforeCaps: 'inadequate',
      computedGrade: 'inadequate',
      caps: [],
    });
  });

  test('‘nobody is dealing with it’ makes the file Inadequate at most', () => {
    const dip = readShipped('ten-minute-dip');
    const yes = Object.fromEntries(dip.sections[1]?.items.map(({ key }) => [key, 'yes']) ?? []);
    expect(score(dip, { ...yes, 'close-child-safe-now': 'no-dealt-with' }).computedGrade).toBe('outstanding');
    expect(score(dip, { ...yes, 'close-child-safe-now': 'no-nobody-dealing' }).computedGrade).toBe('inadequate');
    expect(score(dip, { ...yes, 'dip-safety-stop': 'yes' }).computedGrade).toBe('inadequate');
  });
});

test('no computed grade under the least number of answers: six for the dip', () => {
  const dip = readShipped('ten-minute-dip');
  const keys = dip.sections[1]?.items.map(({ key }) => key) ?? [];
  const answered = (n: number) => score(dip, Object.fromEntries(keys.slice(0, n).map((key) => [key, 'yes'])));
  expect(answered(5)).toMatchObject({ score: 1, scored: 5, gradeBeforeCaps: null, computedGrade: null });
  expect(answered(6)).toMatchObject({ scored: 6, computedGrade: 'outstanding' });
});

test('a practitioner’s score and themes count sections about practice only', () => {
  const form = smallForm([
    section('work', [prompt('seen', { themes: ['delivery', 'oversight'] })]),
    section('boss', [prompt('tested', { themes: ['oversight'], weight: 3 })], { about: 'oversight' }),
  ]);
  const result = score(form, { seen: 'yes', tested: 'no' });
  expect(result).toMatchObject({ score: 0.25, practiceScore: 1 });
  expect(result.themes).toEqual([
    { theme: 'delivery', points: 1, weight: 1, practicePoints: 1, practiceWeight: 1 },
    { theme: 'oversight', points: 1, weight: 4, practicePoints: 1, practiceWeight: 1 },
  ]);
});

test('a form on which nothing was answered has no score and no grade', () => {
  expect(score(quality, {})).toMatchObject({
    score: null,
    practiceScore: null,
    computedGrade: null,
    ownGrade: null,
    themes: [],
    items: [],
  });
});

test('own grade and own levels stand beside the computed grade and the service’s levels', () => {
  const form = readShipped('risk-of-harm');
  const result = score(
    form,
    { 'auditor-harm-level': 'high', 'auditor-safety-level': 'low', 'close-grade': 'good' },
    { rosh: 'medium', safety: null },
  );
  expect(result).toMatchObject({
    ownGrade: 'good',
    harmLevel: 'high',
    harmService: 'medium',
    safetyLevel: 'low',
    safetyService: null,
  });
});

test('words of answers are in no result', () => {
  const form = readShipped('ten-minute-dip');
  const answers = [
    answer('close-strengths', 'Secret words'),
    answer('dip-victim', 'does-not-apply', { reason: 'Secret words' }),
  ];
  expect(JSON.stringify(scoreAudit({ form, facts: {}, answers, occurrences: [] }, settings))).not.toContain('Secret');
  const standards = readShipped('national-standards-2013');
  const facts = { 'order-group': 'court-community' };
  const late = [answer('ns-plan-shared', 'not-met', { reason: 'Secret words' })];
  const result = scoreAudit({ form: standards, facts, answers: late, occurrences: [] }, settings);
  expect(result.items).toMatchObject([{ outcome: 'not-met', reason: null }]);
});

describe('compliance', () => {
  const rule = (key: string, group?: string) =>
    ({
      key,
      kind: 'choice',
      question: key,
      scale: 'compliance',
      extras: { doesNotApply: 'x' },
      ...(group ? { group } : {}),
    }) as const;
  const form = smallForm(
    [
      section('once', [rule('r1'), rule('r2'), rule('r3'), rule('r4'), rule('r5')]),
      section('each', [rule('review', 'reviews')], {
        repeats: [{ key: 'reviews', each: 'each review', none: 'None' }],
      }),
    ],
    { measures: 'compliance', least: 3 },
  );
  const rows = [1, 2, 3].map((occurrence) => ({ group: 'reviews', occurrence }));
  const reviews = (...given: [string, string?][]) => {
    const answers = given.map(([value, reason], i) =>
      answer('review', value, { occurrence: i + 1, reason: reason ?? null }),
    );
    return scoreAudit({ form, facts: {}, answers, occurrences: rows }, settings);
  };

  test('raw share counts Met, adjusted share accepted reasons too; not yet due and does not apply leave the sum', () => {
    const answers = [
      answer('r1', 'met'),
      answer('r2', 'not-met-with-reason', { reason: 'child-missed' }),
      answer('r3', 'not-met-with-reason', { reason: 'staffing' }),
      answer('r4', 'not-yet-due'),
      answer('r5', 'does-not-apply', { reason: 'No home.' }),
    ];
    const result = scoreAudit({ form, facts: {}, answers, occurrences: [] }, settings);
    expect(result).toMatchObject({
      met: 1,
      metAdjusted: 2,
      due: 3,
      score: null,
      scored: 0,
      computedGrade: 'requires-improvement',
    });
    expect(result.sections[0]).toMatchObject({ section: 'once', met: 1, metAdjusted: 2, due: 3, weight: 0 });
    expect(result.items.map(({ item, reason, accepted }) => [item, reason, accepted])).toEqual([
      ['r1', null, false],
      ['r2', 'child-missed', true],
      ['r3', 'staffing', false],
      ['r4', null, false],
      ['r5', null, false],
    ]);
  });

  test('a repeated rule counts once for the case: met when every row with a result is', () => {
    expect(reviews(['met'], ['met'], ['not-yet-due'])).toMatchObject({ met: 1, metAdjusted: 1, due: 1 });
    expect(reviews(['met'], ['not-met'], ['met'])).toMatchObject({ met: 0, metAdjusted: 0, due: 1 });
    expect(reviews(['met'], ['not-met-with-reason', 'child-missed'], ['met'])).toMatchObject({
      met: 0,
      metAdjusted: 1,
      due: 1,
    });
    expect(reviews(['not-met-with-reason', 'staffing'], ['not-met-with-reason', 'child-missed'])).toMatchObject({
      metAdjusted: 0,
      due: 1,
    });
    expect(reviews(['not-yet-due'])).toMatchObject({ due: 0 });
  });

  test('rows have results of their own, and the case’s is the one of occurrence 0', () => {
    const { items } = reviews(['met'], ['not-evidenced']);
    expect(items.map(({ occurrence, outcome }) => [occurrence, outcome])).toEqual([
      [0, 'not-evidenced'],
      [1, 'met'],
      [2, 'not-evidenced'],
    ]);
  });

  test('timescales of a quality form are counted beside the score', () => {
    const harm = readShipped('risk-of-harm');
    const values = {
      'auditor-harm-level': 'high',
      'auditor-safety-level': 'low',
      'panel-held': '{"from":"2026-06-01","to":"2026-06-30"}',
    };
    expect(score(harm, values)).toMatchObject({ score: null, due: 1, met: 0 });
  });
});
