import { inspectionUnderWay, judgeStandards, readCase } from '../../fixtures/judged-inspection';
import type { TestApp } from '../../fixtures/app';
import { inspectionById } from '../../../server/features/inspections/inspections.store';
import { ratedInspection, standingRatings } from '../../../server/features/inspections/rated';
import { addSettled } from '../../../server/features/inspections/settled.store';
import { htmlText } from '../../views/text';

let t: TestApp;
let id: number;
let readings: number[];
beforeAll(() => {
  const made = inspectionUnderWay();
  ({ t, id } = made);
  readings = made.readings.map((one) => one.id);
  readCase(t, readings[0]!, { 'judge-harm-assessment': 'not-sufficient', 'judge-harm-planning': 'not-sufficient' });
  readCase(t, readings[1]!, { 'judge-harm-assessment': 'not-sufficient', 'auditor-harm-level': 'low' });
  readCase(t, readings[2]!, { 'judge-harm-assessment': 'not-sufficient' });
  readCase(t, readings[3]!);
});
afterAll(() => t.close());

const address = (path: string) => `/inspections/${id}${path}`;
const seenBy = async (name: 'marcus' | 'helen' | 'ruth', path: string) =>
  htmlText((await (await t.as(name)).get(address(path)).expect(200)).text);
const decide = async (key: string, given: object) =>
  (await t.as('marcus'))
    .post(address(`/ratings/${key}`))
    .type('form')
    .send(given);
const rated = () => ratedInspection(t.db, inspectionById(t.db, id, { kind: 'all' }, '2026-11-24')!, '2026-11-24');
const standard = (key: string) => rated().ratings!.standards.find((one) => one.key === key)!;

test('ratings lead with the counts, name the deciding question and say what is still open', async () => {
  const says = await seenBy('marcus', '/ratings');
  expect(says).toContain('The ratings are indicative: 4 cases are few. Read the counts and the findings first');
  expect(says).toContain(
    'Provisional: 5 readings are still to come; 4 readings are not agreed; 6 standards not judged',
  );
  expect(says).toMatch(/2\.1 Assessment 4 of 4 4 of 4 1 of 4 decides Inadequate 0 one case: up; few: \.3/);
  expect(says).not.toMatch(/\d of 4, \d+%/);
});

test('a standard opens down to the deciding question, its cases, who is left out, and what would move it', async () => {
  const says = await seenBy('marcus', '/ratings/2.2');
  expect(says).toContain(
    'The lowest key question decides: 2.2.3, keeping other people safe, is sufficient in 2 of 3 cases. Good is 65 to 79 per cent.',
  );
  expect(says).toContain('One case is left out: the inspector judged the risk to others Low.');
  expect(says).toMatch(/YJ10000\d Ruth \w+ Medium Seen in the file\./);
  expect(says).toContain('Near: 2.2.3 stands at 2 of 3 cases, within 5 points of 65.');
  expect(says).toContain('What would lift it: Outstanding takes 1 more on 2.2.3 judged sufficient.');
  expect(says).toContain('at worst it becomes Requires improvement, at best Good');
});

test('only the lead and the head see ratings: readers would see through them what others judged', async () => {
  await (await t.as('ruth')).get(address('/ratings')).expect(403);
  await (await t.as('ruth')).get(address('/ratings/2.1')).expect(403);
  await (await t.as('priya')).get(address('/ratings')).expect(404);
  await (await t.as('helen')).get(address('/ratings')).expect(200);
});

test('discretion is one step, named and reasoned, printed with both ratings, stale when its ground is gone, and undone', async () => {
  expect((await decide('2.1', { to: 'outstanding', reason: 'Kind', looked: 'yes' })).status).toBe(422);
  const silent = await decide('2.1', { to: 'requires-improvement', reason: '', looked: '' });
  expect(silent.text).toContain('Say why. It is printed beside both ratings.');
  expect(silent.text).toContain('Look at these first, and tick.');
  expect(
    (await decide('2.1', { to: 'requires-improvement', reason: 'One file stood for three', looked: 'yes' })).status,
  ).toBe(303);
  expect(standard('2.1')).toMatchObject({ byRule: 'inadequate', rating: 'requires-improvement', stale: null });
  const says = await seenBy('helen', '/ratings/2.1');
  expect(says).toMatch(
    /By rule: Inadequate .*From Inadequate to Requires improvement Marcus \w+, .*One file stood for three/,
  );
  const { byRule, afterDiscretion } = rated().ratings!;
  expect(afterDiscretion.total).toBe(byRule.total + 1);

  const settled = {
    auditId: readings[2]!,
    itemKey: 'judge-harm-assessment',
    firstValue: 'not-sufficient',
    secondValue: null,
  };
  addSettled(t.db, {
    ...settled,
    inspection: id,
    value: 'sufficient',
    reason: 'The plan was under documents',
    by: t.ids.marcus,
    at: t.clock.now,
  });
  expect(standard('2.1')).toMatchObject({
    byRule: 'requires-improvement',
    rating: 'requires-improvement',
    stale: 'rating-changed',
  });
  expect(await seenBy('marcus', '/ratings/2.1')).toContain('The rule has come to another rating since the decision.');

  const marcus = await t.as('marcus');
  await marcus.post(address('/ratings/2.1')).type('form').send({ undo: 'yes', undoReason: '' }).expect(422);
  await marcus.post(address('/ratings/2.1')).type('form').send({ undo: 'yes', undoReason: 'Settled now' }).expect(303);
  await marcus.post(address('/ratings/2.1')).type('form').send({ undo: 'yes', undoReason: 'Again' }).expect(409);
  expect(await seenBy('marcus', '/ratings/2.1')).toContain('Undone: the rule holds');
});

test('with every standard judged there is an overall by rule; a standard that is not rated leaves it to a person', async () => {
  judgeStandards(t, id, {
    '1.1': 'good',
    '1.2': 'good',
    '1.3': 'good',
    '1.4': 'good',
    '3.4': 'good',
    '4.1': 'outstanding',
  });
  await (await t.as('marcus')).get(address('/ratings/1.1')).expect(404);
  expect(await seenBy('marcus', '/ratings')).toMatch(/1\.1 Governance and leadership Marcus \w+, confirmed by Helen/);
  t.db
    .prepare("UPDATE audits SET state = 'withdrawn' WHERE inspection_id = ? AND form_key = 'out-of-court-case'")
    .run(id);
  readCase(t, readings[4]!);
  expect(rated().ratings!.afterDiscretion).toMatchObject({ rating: null, outOf: 27, notRated: ['3.1', '3.2', '3.3'] });
  const marcus = await t.as('marcus');
  expect(await seenBy('marcus', '/ratings')).toContain('Bands in proportion on 27 would be');
  await marcus.post(address('/ratings')).type('form').send({ rating: 'good', reason: '' }).expect(422);
  await marcus
    .post(address('/ratings'))
    .type('form')
    .send({ rating: 'good', reason: 'As the eight standards say' })
    .expect(303);
  expect(await seenBy('marcus', '/ratings')).toMatch(/Marcus \w+ set the overall to Good: As the eight standards say/);
});

test('what is kept at the closing is small and holds both totals', () => {
  const kept = JSON.stringify(
    standingRatings(t.db, inspectionById(t.db, id, { kind: 'all' }, '2026-11-24')!, '2026-11-24'),
  );
  expect(kept).toContain('"byRule":{"total":');
  expect(kept.length).toBeLessThan(6000);
});
