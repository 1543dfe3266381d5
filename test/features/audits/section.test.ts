import { answerTo, answersOf } from '../../../server/features/audits/answers.store.js';
import { testApp, type TestApp } from '../../fixtures/app.js';
import { act, addCase, answerAll, assign, begunAudit, nameContacts } from '../../fixtures/audits.js';

let world: TestApp;
beforeEach(() => (world = testApp()));
afterEach(() => world.close());

const dip = 'ten-minute-dip';
const at = (id: number, section = 'dip-questions') => `/audits/${id}/sections/${section}`;

test('an audit opens at the answer saved last', async () => {
  const id = begunAudit(world, dip);
  const ruth = await world.as('ruth');
  await ruth
    .get(`/audits/${id}`)
    .expect(302 + 1)
    .expect('Location', at(id, 'dip-stop'));
  await ruth.post(at(id)).type('form').send({ 'dip-voice': 'yes', 'dip-voice__seen': '0' }).expect(303);
  await ruth.get(`/audits/${id}`).expect('Location', `${at(id)}#q-dip-voice`);
});

test('the page of a section keeps every answer that was sent and leaves the others alone', async () => {
  const id = begunAudit(world, dip);
  const ruth = await world.as('ruth');
  const sent = {
    'dip-voice': 'no',
    'dip-voice__seen': '0',
    'dip-voice__note': 'Could be\r\nany child.',
    'dip-seen__seen': '0',
    'dip-oversight': 'yes',
  };
  await ruth.post(at(id)).type('form').send(sent).expect(303);
  expect(answersOf(world.db, id)).toMatchObject([{ item: 'dip-voice', value: 'no', note: 'Could be\nany child.' }]);
});

test('a script is told the time and the version of what was kept', async () => {
  const id = begunAudit(world, dip);
  const ruth = await world.as('ruth');
  const sent = { 'dip-voice': 'yes', 'dip-voice__seen': '0' };
  const { body } = await ruth.post(at(id)).set('Accept', 'application/json').type('form').send(sent).expect(200);
  expect(body).toMatchObject({ savedAt: '14:02', versions: { 'dip-voice': 1 }, conflicts: [], faults: [] });
});

test('a newer answer is told with both values, and nothing typed is lost', async () => {
  const id = begunAudit(world, dip);
  const ruth = await world.as('ruth');
  const post = (sent: object) => ruth.post(at(id)).type('form').send(sent);
  await post({ 'dip-voice': 'no', 'dip-voice__note': 'None.', 'dip-voice__seen': '0' }).expect(303);
  const clash = await post({
    'dip-voice': 'yes',
    'dip-voice__note': 'His words.',
    'dip-voice__seen': '0',
    'dip-seen': 'yes',
    'dip-seen__seen': '0',
  }).expect(409);
  expect(clash.text).toContain('You, in another window, answered 2.9 on 24 Nov 2026, 14:02');
  expect(clash.text).toContain('‘None.’');
  expect(clash.text).toMatch(/id="dip-voice__note"[^>]*>His words\.</);
  expect(clash.text).toContain('name="dip-voice__seen" value="1"');
  expect(answerTo(world.db, id, 'dip-seen', 0)?.value).toBe('yes');
  await post({
    'dip-voice': 'yes',
    'dip-voice__note': 'His words.',
    'dip-voice__seen': '1',
    do: 'mine:dip-voice',
  }).expect(303);
  expect(answerTo(world.db, id, 'dip-voice', 0)).toMatchObject({ value: 'yes', version: 2 });
});

test('keeping the other answer leaves mine in the history', async () => {
  const id = begunAudit(world, dip);
  const ruth = await world.as('ruth');
  const post = (sent: object) => ruth.post(at(id)).type('form').send(sent);
  await post({ 'dip-voice': 'no', 'dip-voice__seen': '0' });
  await post({ 'dip-voice': 'yes', 'dip-voice__seen': '1', do: 'theirs:dip-voice' }).expect(303);
  expect(answerTo(world.db, id, 'dip-voice', 0)).toMatchObject({ value: 'no', version: 3 });
});

test('what can’t be read is told at its field, and the rest is kept', async () => {
  const id = begunAudit(world, 'national-standards-2013');
  const ruth = await world.as('ruth');
  const sent = {
    'ns-first-contact__seen': '0',
    'ns-first-contact__from': '14 May 2026',
    'ns-first-contact__to': '31/02/2026',
    'ns-social-care-check__seen': '0',
    'ns-social-care-check__from': '14 May 2026',
    'ns-social-care-check__to': '18 May 2026',
  };
  const { text } = await ruth.post(at(id, 'ns-start')).type('form').send(sent).expect(422);
  expect(text).toContain('href="#ns-first-contact__to"');
  expect(text).toContain('value="31/02/2026"');
  expect(answerTo(world.db, id, 'ns-social-care-check', 0)?.value).toBe('{"from":"2026-05-14","to":"2026-05-18"}');
});

test('an answer that the form does not offer is refused at the field', async () => {
  const id = begunAudit(world, dip);
  const ruth = await world.as('ruth');
  const { text } = await ruth
    .post(at(id))
    .type('form')
    .send({ 'dip-voice': 'perhaps', 'dip-voice__seen': '0' })
    .expect(422);
  expect(text).toContain('Choose one of the answers that the question offers.');
  expect(answersOf(world.db, id)).toEqual([]);
});

test('a date filled in from the register is no answer until it is saved with the other', async () => {
  const id = begunAudit(world, 'national-standards-2013');
  const ruth = await world.as('ruth');
  const { text } = await ruth.get(at(id, 'ns-start')).expect(200);
  expect(text).toMatch(/name="ns-first-contact__from" value="14 May 2026"/);
  await ruth
    .post(at(id, 'ns-start'))
    .type('form')
    .send({ 'ns-first-contact__seen': '0', 'ns-first-contact__from': '14 May 2026', 'ns-first-contact__to': '' });
  expect(answersOf(world.db, id)).toEqual([]);
});

test('a timescale shows its sum', async () => {
  const id = begunAudit(world, 'national-standards-2013');
  const ruth = await world.as('ruth');
  await ruth.post(at(id, 'ns-start')).type('form').send({
    'ns-first-contact__seen': '0',
    'ns-first-contact__from': '14/5/26',
    'ns-first-contact__to': '1 June 2026',
  });
  const { text } = await ruth.get(at(id, 'ns-start'));
  expect(text).toContain(
    '<b>Not met:</b> 11 working days; the limit is within 5 working days, to 21 May 2026; the spring bank holiday left out.',
  );
});

test('nothing on the page tells the service’s levels before the auditor has put their own', async () => {
  const id = begunAudit(world, 'risk-of-harm', { harm: 'very-high', safety: 'very-high' });
  const ruth = await world.as('ruth');
  for (const section of ['file-facts', 'harm-assessment', 'oversight', 'close']) {
    const { text } = await ruth.get(at(id, section)).expect(200);
    const outside = text
      .replace(/<div class="govuk-radios__item">.*?<\/div>/g, '')
      .replace(/<p><b>Very high:.*?<\/p>/g, '');
    expect(outside).not.toMatch(/Very high/i);
  }
  expect((await ruth.get(`/audits/${id}/facts`)).text).not.toContain('Risk of serious harm');
});

test('one press marks the prompts below a missing plan, and they count', async () => {
  const id = begunAudit(world, 'risk-of-harm');
  const ruth = await world.as('ruth');
  const post = (sent: object) => ruth.post(at(id, 'harm-assessment')).type('form').send(sent);
  await post({
    'harm-assessment-present': 'no',
    'harm-assessment-present__seen': '0',
    'harm-assessment-present__note': 'None.',
  });
  const { text } = await ruth.get(at(id, 'harm-assessment'));
  const [, count] = /Mark the (\d+) questions below Not evidenced/.exec(text) ?? [];
  await post({ do: 'gateway:harm-assessment-present' }).expect(303);
  expect(answersOf(world.db, id).filter(({ value }) => value === 'not-evidenced')).toHaveLength(Number(count));
  expect(Number(count)).toBeGreaterThan(5);
});

test('a question can be come back to with a note to self, and is found again', async () => {
  const id = begunAudit(world, dip);
  const ruth = await world.as('ruth');
  const post = (sent: object) => ruth.post(at(id)).type('form').send(sent);
  await post({ do: 'later:dip-oversight' })
    .expect(303)
    .expect('Location', `${at(id)}#q-dip-oversight`);
  await post({ 'dip-oversight__later': 'Ask Joy.' });
  const { text } = await ruth.get(`${at(id)}?show=later`).expect(200);
  expect(text).toContain('value="Ask Joy."');
  expect(text).not.toContain('id="q-dip-voice"');
  await post({ do: 'back:dip-oversight' });
  expect((await ruth.get(`${at(id)}?show=later`)).text).toContain('nothing here that you wanted to come back to');
});

test('evidence is taken from the last answer by one press', async () => {
  const id = begunAudit(world, dip);
  const ruth = await world.as('ruth');
  const post = (sent: object) => ruth.post(at(id)).type('form').send(sent);
  await post({ 'dip-voice': 'yes', 'dip-voice__seen': '0', 'dip-voice__evidence': 'Plan, 2 June 2026' });
  await post({ 'dip-oversight': 'yes', 'dip-oversight__seen': '0', do: 'same:dip-oversight' }).expect(303);
  expect(answerTo(world.db, id, 'dip-oversight', 0)).toMatchObject({ value: 'yes', evidence: 'Plan, 2 June 2026' });
});

test('a concern raised by an answer shows whom to ring', async () => {
  const id = begunAudit(world, dip);
  const ruth = await world.as('ruth');
  await ruth
    .post(at(id, 'close'))
    .type('form')
    .send({ 'close-child-safe-now': 'cannot-tell', 'close-child-safe-now__seen': '0' });
  const { text } = await ruth.get(at(id, 'close'));
  expect(text).toContain('Ring Marcus Bell now, 01632 960 111; this page does not ring for you.');
});

test('personal details in a note are told, and replaced by one press', async () => {
  const id = begunAudit(world, dip);
  const ruth = await world.as('ruth');
  const post = (sent: object) => ruth.post(at(id)).type('form').send(sent);
  await post({ 'dip-voice': 'no', 'dip-voice__seen': '0', 'dip-voice__note': 'Mother is on 07700 900142.' });
  expect((await ruth.get(at(id))).text).toContain('Replace with [telephone number]');
  await post({ do: 'replace:dip-voice' }).expect(303);
  expect(answerTo(world.db, id, 'dip-voice', 0)?.note).toBe('Mother is on [telephone number].');
});

test('rows of a group are added, filled in and removed', async () => {
  const id = begunAudit(world, 'national-standards-2013');
  const ruth = await world.as('ruth');
  const post = (sent: object) => ruth.post(at(id, 'ns-plan')).type('form').send(sent);
  await post({ do: 'add:reviews' }).expect('Location', `${at(id, 'ns-plan')}#group-reviews`);
  await post({ 'ns-review_1__seen': '0', 'ns-review_1__from': '14 May 2026', 'ns-review_1__to': '1 Aug 2026' }).expect(
    303,
  );
  expect((await ruth.get(at(id, 'ns-plan'))).text).toContain('Review 1');
  await post({ do: 'remove:reviews:1' }).expect(303);
  expect((await ruth.get(at(id, 'ns-plan'))).text).toContain('No reviews in the period');
});

test.each([
  ['an unknown audit', (id: number) => at(id + 99)],
  ['an unknown section', (id: number) => at(id, 'nothing')],
  ['a section that does not apply', (id: number) => at(id, 'close-nothing')],
  ['no number', () => '/audits/x/sections/dip-questions'],
])('%s is not found', async (_what, address) => {
  const id = begunAudit(world, dip);
  const ruth = await world.as('ruth');
  await ruth.get(address(id)).expect(404);
  await ruth.post(address(id)).type('form').send({ do: 'save' }).expect(404);
});

test('an audit of somebody else is not there to be filled in', async () => {
  const id = begunAudit(world, dip);
  const marcus = await world.as('marcus');
  await marcus.get(at(id)).expect(404);
  await marcus.post(at(id)).type('form').send({ 'dip-voice': 'yes', 'dip-voice__seen': '0' }).expect(404);
  const { text } = await marcus.get(`/audits/${id}`).expect(200);
  expect(text).toContain('of 19 questions answered');
});

test('the whole way without script: begin, answer, see the gaps, submit', async () => {
  nameContacts(world);
  const [id = 0] = assign(world, dip, [addCase(world, 'YJ100142')]);
  const ruth = await world.as('ruth');
  expect((await ruth.get('/audits')).text).toContain('YJ100142');
  await ruth.post(`/audits/${id}/beginning`).expect(303);
  expect((await ruth.get(`/audits/${id}/submission`)).text).toContain('things before you can submit');
  await ruth
    .post(`/audits/${id}/submission`)
    .type('form')
    .send({ workOf: String(world.ids.kofi) })
    .expect(422);
  answerAll(world, id);
  await ruth.get(`/audits/${id}/submission`).expect(200);
  await ruth
    .post(`/audits/${id}/submission`)
    .type('form')
    .send({ workOf: String(world.ids.kofi) })
    .expect(303)
    .expect('Location', `/audits/${id}/result`);
  await ruth.post(at(id)).type('form').send({ 'dip-voice': 'no', 'dip-voice__seen': '1' }).expect(409);
});

test('a fact that the register has wrong is kept beside what it says', async () => {
  const id = begunAudit(world, dip);
  const ruth = await world.as('ruth');
  await ruth.post(`/audits/${id}/facts`).type('form').send({ 'started-on': '1 June 2026', age: '40' }).expect(422);
  await ruth.post(`/audits/${id}/facts`).type('form').send({ 'started-on': '1 June 2026' }).expect(303);
  const { text } = await ruth.get(`/audits/${id}/facts`);
  expect(text).toContain('The register says: 14 May 2026');
  expect(text).toContain('value="1 Jun 2026"');
});

test('the form prints blank before it is begun, and what is answered after', async () => {
  nameContacts(world);
  const [id = 0] = assign(world, dip, [addCase(world, 'YJ100142')]);
  const ruth = await world.as('ruth');
  expect((await ruth.get(`/audits/${id}/sheet`).expect(200)).text).toContain('☐ Yes, well enough');
  await ruth.post(`/audits/${id}/beginning`);
  act(world, 'ruth', () => undefined);
  answerAll(world, id);
  expect((await ruth.get(`/audits/${id}/sheet`)).text).not.toContain('☐');
});
