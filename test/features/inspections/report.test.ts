import { inspectionUnderWay, judgeStandards, readCase } from '../../fixtures/judged-inspection';
import { assign, act, answerAll } from '../../fixtures/audits';
import { beginAudit } from '../../../server/features/audits/begin';
import { addFinding } from '../../../server/features/inspections/findings.store';
import { moveInspection } from '../../../server/features/inspections/inspections.store';
import type { TestApp } from '../../fixtures/app';
import { htmlText } from '../../views/text';

let t: TestApp;
let id: number;
let finding: number;
beforeAll(() => {
  const made = inspectionUnderWay();
  ({ t, id } = made);
  made.readings.forEach((reading, i) =>
    readCase(
      t,
      reading.id,
      i < 2
        ? { 'judge-harm-planning': 'not-sufficient', 'judge-oversight': 'not-sufficient' }
        : { 'auditor-harm-level': 'high' },
    ),
  );
  judgeStandards(t, id, {
    '1.1': 'good',
    '1.2': 'good',
    '1.3': 'outstanding',
    '1.4': 'good',
    '3.4': 'good',
    '4.1': 'outstanding',
  });
  const write = (kind: 'strength' | 'improve' | 'recommendation', wording: string) =>
    addFinding(t.db, {
      inspection: id,
      kind,
      standard: null,
      wording,
      forRole: kind === 'recommendation' ? 'Head of service' : null,
      by: t.ids.marcus,
      at: t.clock.now,
    });
  write('strength', 'Children are heard in their own words');
  write('improve', 'Plans do not say who protects each victim');
  finding = write('recommendation', 'Name a lead for victims’ safety in plans');
});
afterAll(() => t.close());
const seen = async (path: string) =>
  htmlText((await (await t.as('helen')).get(`/inspections/${id}${path}`).expect(200)).text);

test('the report holds ratings, counts, what stands beside, findings, and the method with its draws', async () => {
  const says = await seen('/report');
  expect(says).toContain('Good: 30 of 36 points; Good is 19 to 30.');
  expect(says).toContain('The ratings are indicative: 9 cases are few.');
  expect(says).toMatch(/2\.2\.3 Planning: keeping other people safe \d of 5 \d decides/);
  expect(says).toMatch(/Risk of harm to others the service lower than the inspector in \d of 9, higher in \d/);
  expect(says).toContain('Management oversight sufficient 7 of 9');
  expect(says).toContain('Children are heard in their own words');
  expect(says).toContain('Plans do not say who protects each victim');
  expect(says).toMatch(/Court 5 5 5 24 Nov 2026, Helen \w+ [0-9a-f-]{19}/);
  expect(says).not.toContain('Kofi');
});

test('its tables are files too', async () => {
  const helen = await t.as('helen');
  expect((await helen.get(`/inspections/${id}/report.csv?table=key-questions`).expect(200)).text).toContain(
    '2.2.3 Planning',
  );
  await helen.get(`/inspections/${id}/report.xlsx`).expect(200);
});

test('a recommendation becomes an action with an owner, of this inspection, once, and stands in the report', async () => {
  const helen = await t.as('helen');
  const at = `/inspections/${id}/recommendations/${finding}`;
  const given = {
    wording: 'Name a lead for victims’ safety',
    goodLooksLike: 'Each plan names who',
    owner: String(t.ids.priya),
    dueOn: '20 Dec 2026',
  };
  await helen
    .post(at)
    .type('form')
    .send({ ...given, dueOn: '1 Jan 2020' })
    .expect(422);
  await helen.post(at).type('form').send(given).expect(303);
  await helen.post(at).type('form').send(given).expect(409);
  expect(await seen('/report')).toMatch(/\(Head of service\) Action of Priya \w+, by 20 Dec 2026/);
  expect(t.db.prepare('SELECT count(*) FROM actions WHERE inspection_id = ?').pluck().get(id)).toBe(1);
});

test('the picture for the board is one sheet: total on its scale, standards with points, how firm it is', async () => {
  const says = await seen('/board');
  expect(says).toContain('30 points: Good');
  expect(says).toContain('So few cases make the result indicative.');
  expect(says).toMatch(/2\.2 Planning Good|2\.2 Planning Requires improvement/);
  expect(says).toMatch(
    /All 7 standards|\d of the 7 standards that rest on cases stand one case, few cases or a few points from another rating/,
  );
  expect(says).toContain('What the board is asked to see done');
});

test('internal against external opens when the inspection is closed: counts, agreement, direction', async () => {
  const helen = await t.as('helen');
  await helen.get(`/inspections/${id}/both`).expect(409);
  const internal = assign(t, 'risk-of-harm', [1, 2, 3], 'tom', 9);
  for (const audit of internal.slice(0, 9)) {
    act(t, 'tom', (by) => beginAudit(t.db, by, audit));
    answerAll(t, audit, ({ item }) => (item.key === 'judge-harm-assessment' ? 'not-sufficient' : null), 'tom');
    t.db
      .prepare(
        "INSERT INTO item_results (audit_id, item_key, occurrence, outcome, weight) SELECT audit_id, item_key, 0, value, 0 FROM answers WHERE audit_id = ? AND item_key LIKE 'judge-%'",
      )
      .run(audit);
    t.db.prepare("UPDATE audits SET state = 'agreed', agreed_on = '2026-11-01' WHERE id = ?").run(audit);
  }
  moveInspection(t.db, { id, to: 'closed', reason: null, result: null, by: t.ids.marcus, now: t.clock.now });
  const says = await seen('/both');
  expect(says).toContain('9 cases were read by both');
  expect(says).toMatch(/2\.1\.3 and 3\.1\.3 Assessment: the safety of other people 9 0 of 9 0 9/);
  expect(says).toMatch(/2\.2\.3 and 3\.2\.3 Planning: the safety of other people 9 7 of 9 2 0/);
});
