import { scoreAudit } from '../../../server/domain/scoring/score-audit.js';
import { Problem } from '../../../server/domain/problems.js';
import { auditById } from '../../../server/features/audits/audits.store.js';
import { filledAudit } from '../../../server/features/audits/filled-audit.js';
import { movesOf } from '../../../server/features/audits/moves.store.js';
import {
  auditResult,
  itemResults,
  sectionResults,
  themeResults,
} from '../../../server/features/audits/results.store.js';
import { saveAnswer } from '../../../server/features/audits/save-answer.js';
import { submitAudit, type Submission } from '../../../server/features/audits/submit.js';
import { testApp, type TestApp } from '../../fixtures/app.js';
import { act, answerAll, begunAudit } from '../../fixtures/audits.js';

let world: TestApp;
beforeEach(() => (world = testApp()));
afterEach(() => world.close());

const submit = (id: number, how?: Submission) =>
  act(world, 'ruth', (by) => submitAudit(world.db, by, id, how), 'audits.carry-out');
const auditNow = (id: number) => {
  const audit = auditById(world.db, id, { kind: 'all' }, '2026-11-24');
  if (!audit) throw new Error('none');
  return audit;
};
const put = (id: number, item: string, value: string, note: string | null = null) =>
  act(world, 'ruth', (by) =>
    saveAnswer(world.db, by, id, { item, occurrence: 0, value, note, evidence: null, reason: null, seen: null }),
  );

function problemOf(work: () => unknown): Problem {
  try {
    work();
  } catch (problem) {
    if (problem instanceof Problem) return problem;
  }
  throw new Error('nothing stood in the way');
}

test('an incomplete audit is not submitted, and each gap has a link to its question', () => {
  const id = begunAudit(world, 'ten-minute-dip');
  put(id, 'dip-voice', 'no');
  const { faults } = problemOf(() => submit(id));
  expect(faults).toContainEqual({
    field: null,
    at: `/audits/${id}/sections/dip-questions#q-dip-voice`,
    message: '2.9 Can you hear this child in the file? Say in a sentence why you answered ‘No’.',
  });
  expect(faults[0]?.at).toBe(`/audits/${id}/sections/dip-stop#q-dip-safety-stop`);
  expect(auditNow(id).state).toBe('in-progress');
  expect(auditResult(world.db, id)).toBeUndefined();
});

test.each(['ten-minute-dip', 'risk-of-harm', 'safeguarding', 'national-standards-2013'])(
  'a complete %s is submitted, and what is stored is what its answers come to',
  (form) => {
    const id = begunAudit(world, form);
    answerAll(world, id);
    submit(id);
    const audit = auditNow(id);
    const { filled, settings } = filledAudit(world.db, audit);
    const score = scoreAudit(filled, settings);
    const { score: total, practiceScore, computedGrade, ownGrade, met, due } = score;
    expect(auditResult(world.db, id)).toMatchObject({ score: total, practiceScore, computedGrade, ownGrade, met, due });
    expect(sectionResults(world.db, id)).toHaveLength(score.sections.length);
    expect(themeResults(world.db, id)).toHaveLength(score.themes.length);
    expect(itemResults(world.db, id)).toHaveLength(score.items.length);
    expect(audit).toMatchObject({
      state: 'submitted',
      factsUntil: '2026-12-01',
      workOfId: world.ids.kofi,
      workShared: 0,
    });
    expect(movesOf(world.db, id).map(({ toState }) => toState)).toEqual(['assigned', 'in-progress', 'submitted']);
  },
);

test('the practitioner and the lead of the team are told at the same moment', () => {
  const id = begunAudit(world, 'ten-minute-dip');
  answerAll(world, id);
  submit(id);
  const told = world.db
    .prepare(`SELECT person_id, made_at FROM notices WHERE kind = 'result' ORDER BY person_id`)
    .all();
  expect(told).toEqual(
    [world.ids.marcus, world.ids.kofi].map((person_id) => ({ person_id, made_at: world.clock.now })),
  );
});

test('the level put before the service’s was shown is kept as the first', () => {
  const id = begunAudit(world, 'ten-minute-dip', { harm: 'very-high' });
  put(id, 'auditor-harm-level', 'low', 'Nothing points to harm.');
  put(id, 'auditor-safety-level', 'medium');
  world.clock.now = '2026-11-24T14:30:00.000Z';
  put(id, 'auditor-harm-level', 'high', 'After reading on.');
  answerAll(world, id);
  submit(id);
  expect(auditResult(world.db, id)).toMatchObject({ harmFirst: 'low', harmLevel: 'high', harmService: 'very-high' });
});

test('a difference from the service’s level needs its reason before submission', () => {
  const id = begunAudit(world, 'ten-minute-dip', { harm: 'very-high' });
  answerAll(world, id);
  put(id, 'auditor-harm-level', 'low', null);
  expect(problemOf(() => submit(id)).message).toMatch(/below the service’s/);
});

test('personal details in a note stop submission until they are looked at', () => {
  const id = begunAudit(world, 'ten-minute-dip');
  answerAll(world, id);
  put(id, 'dip-voice', 'yes', 'Mother is on 07700 900142.');
  expect(problemOf(() => submit(id)).faults).toMatchObject([{ field: 'details' }]);
  submit(id, { workOf: world.ids.kofi, detailsKept: true });
  expect(auditNow(id).state).toBe('submitted');
});

test('shared work counts in nobody’s figures', () => {
  const id = begunAudit(world, 'ten-minute-dip');
  answerAll(world, id);
  submit(id, { workOf: 'shared', detailsKept: false });
  expect(auditNow(id)).toMatchObject({ workOfId: null, workShared: 1 });
});

test('an audit that was submitted can’t be submitted twice', () => {
  const id = begunAudit(world, 'ten-minute-dip');
  answerAll(world, id);
  submit(id);
  expect(() => submit(id)).toThrow(/is submitted/);
});
