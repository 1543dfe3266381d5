import type TestAgent from 'supertest/lib/agent';
import { allDrafts } from '../../../server/features/forms/drafts.store';
import { testApp, type TestApp } from '../../fixtures/app';

let t: TestApp;
let helen: TestAgent;
beforeAll(async () => {
  t = testApp();
  helen = await t.as('helen');
});
afterAll(() => t.close());

test('a form goes out as a file and comes in again as a draft of our own', async () => {
  const exported = await helen.get('/forms/risk-of-harm/file').expect(200);
  const clash = await helen
    .post('/forms/drafts/file')
    .attach('file', exported.body instanceof Buffer ? exported.body : Buffer.from(exported.text), 'f.json');
  expect(clash.status).toBe(422);
  const renamed = JSON.stringify({ ...JSON.parse(exported.text), title: 'Harm, ours' });
  const taken = await helen.post('/forms/drafts/file').attach('file', Buffer.from(renamed), 'f.json').expect(303);
  const { document } = allDrafts(t.db)[0]!;
  expect(document).toMatchObject({ key: 'own-harm-ours', version: 1, title: 'Harm, ours' });
  await helen.get(taken.headers['location'] as string).expect(200);
});

test.each([
  ['no JSON', 'what', 'this is no JSON'],
  ['another thing', '{"a":1}', 'there is no field'],
  ['unknown fields', '{"__proto__":{"x":1},"key":"x"}', 'missing'],
  ['depth', '['.repeat(5000) + ']'.repeat(5000), 'nested more than'],
  ['HTML in every text', JSON.stringify({ key: '<img src=x onerror=alert(1)>' }), 'missing'],
])('a file with %s has its problems listed and is not taken', async (_name, text, says) => {
  const answer = await helen.post('/forms/drafts/file').attach('file', Buffer.from(text), 'f.json');
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(says);
  expect(answer.text).not.toContain('<img src=x');
});

test('a file of more than a megabyte is refused before it is read', async () => {
  await helen.post('/forms/drafts/file').attach('file', Buffer.alloc(3_000_000, 65), 'f.json').expect(413);
});
