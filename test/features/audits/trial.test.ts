import { testApp, type TestApp } from '../../fixtures/app.js';
import { htmlText } from '../../views/text.js';

let world: TestApp;
beforeAll(() => (world = testApp()));
afterAll(() => world.close());

const at = '/forms/ten-minute-dip/trial';
const enough = [
  'assessment-current',
  'harm-clear',
  'safety-clear',
  'plan-answers',
  'contingency',
  'seen',
  'voice',
  'oversight',
];

test('a form is tried on a made-up case: the score and each limit are shown, and nothing is stored', async () => {
  const kofi = await world.as('kofi');
  expect((await kofi.get(at).expect(200)).text).toContain('none yet: too few answers');
  const answers = Object.fromEntries(
    enough.flatMap((key) => [
      [`dip-${key}`, 'yes'],
      [`dip-${key}__seen`, '0'],
    ]),
  );
  const stop = { 'dip-safety-stop': 'yes', 'dip-safety-stop__seen': '0' };
  const before = world.db.prepare('SELECT total_changes() AS n').get();
  const { text } = await kofi
    .post(at)
    .type('form')
    .send({ ...answers, ...stop })
    .expect(200);
  expect(text).toContain('1.00 of 8 answers');
  expect(text).toMatch(/Grade before limits<\/dt>\s*<dd>Outstanding/);
  expect(text).toMatch(/Computed grade<\/dt>\s*<dd>Inadequate/);
  expect(text).toContain('At most Inadequate:');
  expect(world.db.prepare('SELECT total_changes() AS n').get()).toEqual(before);
});

test('rows of a repeated group come and go on the page alone', async () => {
  const kofi = await world.as('kofi');
  const ns = '/forms/national-standards-2013/trial';
  const { text } = await kofi.post(ns).type('form').send({ do: 'add:reviews' }).expect(200);
  expect(text).toContain('name="rows" value="reviews:1"');
  expect(text).toContain('ns-review_1__from');
  const gone = await kofi.post(ns).type('form').send({ rows: 'reviews:1', do: 'remove:reviews:1' });
  expect(gone.text).not.toContain('ns-review_1__from');
});

test('the made-up case decides what applies', async () => {
  const kofi = await world.as('kofi');
  const ns = '/forms/national-standards-2013/trial';
  expect((await kofi.get(ns)).text).not.toContain('id="ns-panels"');
  expect((await kofi.post(ns).type('form').send({ 'case-order-type': 'referral-order' })).text).toContain(
    'id="ns-panels"',
  );
});

test('what can’t be read is told at its field and stays as typed; an unknown form is not found', async () => {
  const kofi = await world.as('kofi');
  const sent = { 'ns-first-contact__seen': '0', 'ns-first-contact__from': '31/02/2026', 'ns-first-contact__to': '' };
  const { text } = await kofi.post('/forms/national-standards-2013/trial').type('form').send(sent).expect(422);
  expect(text).toContain('value="31/02/2026"');
  await kofi.get('/forms/nothing/trial').expect(404);
});

test('it says which questions inside a section were left out, and why; a form about the service has no made-up case', async () => {
  const kofi = await world.as('kofi');
  const { text } = await kofi.post('/forms/risk-of-harm/trial').type('form').send({}).expect(200);
  const question = "‘Does the assessment explain how the child's own safety and the risk to others affect each other?’";
  expect(htmlText(text)).toContain(`${question} may still come: `);
  const seen = { 'auditor-harm-level__seen': '0', 'auditor-safety-level__seen': '0' };
  const low = { ...seen, 'auditor-harm-level': 'medium', 'auditor-safety-level': 'low' };
  const answered = await kofi.post('/forms/risk-of-harm/trial').type('form').send(low).expect(200);
  expect(htmlText(answered.text)).toContain(`${question} is left out: you answered ‘Low’`);
  expect(answered.text).toContain('The made-up case');
  expect((await kofi.get('/forms/leadership-evidence/trial').expect(200)).text).not.toContain('The made-up case');
});
