import { returnAudit } from '../../../server/features/audits/return.js';
import { saveAnswer } from '../../../server/features/audits/save-answer.js';
import { submitAudit, type Submission } from '../../../server/features/audits/submit.js';
import { testApp, type TestApp } from '../../fixtures/app.js';
import { act, answerAll, begunAudit } from '../../fixtures/audits.js';

let world: TestApp;
beforeEach(() => (world = testApp()));
afterEach(() => world.close());

const submit = (id: number, how: Submission) => act(world, 'ruth', (by) => submitAudit(world.db, by, id, how));
const put = (id: number, item: string, value: string, note: string) =>
  act(world, 'ruth', (by) =>
    saveAnswer(world.db, by, id, { item, occurrence: 0, value, note, evidence: null, reason: null, seen: null }),
  );

test('personal details that the auditor keeps are not told again, until the note holds others', async () => {
  const id = begunAudit(world, 'ten-minute-dip');
  const ruth = await world.as('ruth');
  const post = (sent: object) => ruth.post(`/audits/${id}/sections/dip-questions`).type('form').send(sent);
  const note = (words: string, seen: number) =>
    post({ 'dip-voice': 'no', 'dip-voice__seen': String(seen), 'dip-voice__note': words });
  await note('Mother is on 07700 900142.', 0);
  await post({ do: 'keep:dip-voice' }).expect(303);
  expect((await ruth.get(`/audits/${id}/sections/dip-questions`)).text).not.toContain('This looks like a');
  await note('Mother is on 07700 900142, tried twice.', 1);
  expect((await ruth.get(`/audits/${id}/sections/dip-questions`)).text).not.toContain('This looks like a');
  await note('Mother is on 07700 900142, father on 07700 900143.', 2);
  const { text } = await ruth.get(`/audits/${id}/sections/dip-questions`);
  expect(text).toContain('Replace with [telephone number]');
  expect(text).toContain('<span class="ref">07700 900143</span>');
  expect(text).not.toContain('<span class="ref">07700 900142</span>');
  expect(JSON.stringify(world.db.prepare('SELECT * FROM kept_details').all())).not.toContain('900142');
});

test('details that were kept at one submission are not asked about at the next', () => {
  const id = begunAudit(world, 'ten-minute-dip');
  answerAll(world, id);
  put(id, 'dip-voice', 'yes', 'Mother is on 07700 900142.');
  submit(id, { workOf: world.ids.kofi, detailsKept: true });
  act(world, 'marcus', (by) => returnAudit(world.db, by, id, { items: [{ item: 'dip-voice', reason: 'Say when.' }] }));
  put(id, 'dip-voice', 'yes', 'Mother is on 07700 900142, rung in May.');
  submit(id, { workOf: world.ids.kofi, detailsKept: false });
  expect(world.db.prepare('SELECT state FROM audits WHERE id = ?').pluck().get(id)).toBe('submitted');
});
