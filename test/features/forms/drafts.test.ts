import { testWorld, type TestApp } from '../../fixtures/app';
import { latestVersion, versionsOf } from '../../../server/features/forms/forms.store';
import { draftById } from '../../../server/features/forms/drafts.store';
import { htmlFaults } from '../../views/html';
import type TestAgent from 'supertest/lib/agent';

let t: TestApp;
let helen: TestAgent;
beforeAll(async () => {
  t = testWorld();
  helen = await t.as('helen');
});
afterAll(() => t.close());

/** Posts a form, and gives the address that it leads to. */
async function post(at: string, fields: object, status = 303): Promise<string> {
  const answer = await helen.post(at).type('form').send(fields);
  if (answer.status !== status)
    throw new Error(
      `${at}: ${answer.status} ${/<ul class="govuk-list govuk-error-summary__list">[\s\S]*?<\/ul>/.exec(answer.text)?.[0] ?? answer.text.slice(0, 400)}`,
    );
  return status === 303 ? (answer.headers['location'] as string) : answer.text;
}

/** The mark that a page carries of how the thing stood. */
async function seen(at: string): Promise<string> {
  return /name="seen" value="([^"]*)"/.exec((await helen.get(at).expect(200)).text)![1]!;
}

const begin = (title: string) =>
  post('/forms/drafts/new', { title, purpose: 'To see how it is.', measures: 'quality' });
/** Publishes a draft as it now stands. */
const publish = (draft: string, status = 303) =>
  post(`${draft}/publication`, { revision: String(draftById(t.db, idOf(draft))!.revision) }, status);

const idOf = (at: string): number => Number(/drafts\/(\d+)/.exec(at)![1]);
const documentOf = (at: string) => draftById(t.db, Number(/drafts\/(\d+)/.exec(at)![1]))!.document;
const keysOf = (at: string) => documentOf(at).sections.map(({ items }) => items.map(({ key }) => key));

test('a head of service begins from blank, adds a section and questions with a condition, tries it and publishes it', async () => {
  const draft = await begin('Plans with school');
  const section = await post(`${draft}/sections/new`, { title: 'School', about: 'practice' });
  expect(section).toBe(`${draft}#school`);
  const first = { section: 'school', question: 'Does the child have a school?', scale: 'yes-no', weight: '' };
  expect(await post(`${draft}/sections/school/items?kind=choice`, first)).toBe(`${draft}#own-child-school`);
  const second = {
    section: 'school',
    question: 'Does the plan say what school does?',
    scale: 'enough',
    weight: '1',
    theme1: 'partners',
    do: 'condition',
  };
  const condition = await post(`${draft}/sections/school/items?kind=choice`, second);
  const look = `${condition}?look=answer:own-child-school`;
  expect((await helen.get(look).expect(200)).text).toContain('Not evidenced');
  const chosen = { do: 'add', look: 'answer:own-child-school', test: 'is', values: ['yes'], seen: await seen(look) };
  await post(condition, chosen);
  const trial = await helen
    .post(`${draft}/trial`)
    .type('form')
    .send({ 'own-child-school': 'yes', 'own-child-school__seen': '0' });
  expect(trial.text).toContain('name="own-plan-say-what-school"');
  const without = await helen
    .post(`${draft}/trial`)
    .type('form')
    .send({ 'own-child-school': 'no', 'own-child-school__seen': '0' });
  expect(without.text).not.toContain('name="own-plan-say-what-school"');
  expect(await publish(draft)).toBe('/forms/own-plans-school');
  expect(latestVersion(t.db, 'own-plans-school')).toMatchObject({ version: 1, origin: 'service' });
  await helen.get(draft).expect(404);
});

test('a pasted Word form is shown line by line, put right, and becomes a draft', async () => {
  const text = `Exit\n${Array.from({ length: 30 }, (_, i) => `${i + 1}. Is step ${i + 1} of the ending done? Yes/No`).join('\n')}`;
  const page = await post('/forms/drafts/paste', { text }, 200);
  expect(page).toContain('30 questions, 1 headings');
  expect(await htmlFaults(page)).toEqual([]);
  const lines = Array.from({ length: 30 }, (_, i) => `Is step ${i + 1} of the ending done?`);
  const sent = {
    ...{ title: 'Endings', purpose: 'To see.', measures: 'quality' },
    line: ['Exit', ...lines],
    as: ['heading', ...lines.map(() => 'question')],
    answers: ['enough', ...lines.map(() => 'yes-no')],
    na: ['no', ...lines.map(() => 'no')],
    guidance: ['', ...lines.map(() => '')],
  };
  expect(await post('/forms/drafts/paste', { ...sent, title: '' }, 422)).toContain('Is step 30 of the ending done?');
  const draft = await post('/forms/drafts/paste', sent);
  expect(keysOf(draft)[0]).toHaveLength(30);
  expect((await helen.get(draft)).text).toContain('Nothing is in the way');
});

describe('a question that is published', () => {
  let draft: string;
  beforeAll(async () => {
    draft = await begin('Meanings');
    await post(`${draft}/sections/new`, { title: 'One', about: 'practice' });
    await post(`${draft}/sections/one/items?kind=choice`, {
      section: 'one',
      question: 'Is it written well?',
      weight: '1',
    });
    await publish(draft);
    draft = await post('/forms/drafts/copy', { from: 'next:own-meanings' });
  });

  const change = async (fields: object, status = 303) =>
    post(
      `${draft}/items/own-written-well`,
      {
        section: 'one',
        question: 'Is it written well?',
        weight: '1',
        seen: await seen(`${draft}/items/own-written-well`),
        ...fields,
      },
      status,
    );

  it('asks whether changed words mean the same, and keeps its key when they do', async () => {
    const page = await change({ question: 'Is it well written?' }, 422);
    expect(page).toContain('Does it still mean the same?');
    expect(page).toContain('Is it well written?');
    expect(await htmlFaults(page)).toEqual([]);
    expect(await change({ question: 'Is it well written?', meaning: 'same' })).toBe(`${draft}#own-written-well`);
  });

  it('gets another key with another meaning, and the old one can be put back', async () => {
    expect(await change({ question: 'Is it written by the child?', meaning: 'new' })).toBe(
      `${draft}#own-written-child`,
    );
    const page = (await helen.get(draft)).text;
    expect(page).toContain('Not asked any more');
    const revision = /name="revision" value="(\d+)"/.exec(page)![1];
    await post(draft, { do: 'back.item.own-written-well', revision });
    expect(keysOf(draft)[0]).toEqual(['own-written-child', 'own-written-well']);
  });

  it('asks nothing when only its weight changes', async () => {
    expect(await change({ weight: '2' })).toBe(`${draft}#own-written-well`);
  });

  it('is shown in the differences, and older versions stay to be read', async () => {
    const page = (await helen.get(`${draft}/publication`)).text;
    expect(page).toContain('counts with weight 2 (before: with weight 1)');
    expect(page).toContain('Publish version 2');
    await publish(draft);
    expect(versionsOf(t.db, 'own-meanings').map(({ version }) => version)).toEqual([2, 1]);
    expect((await helen.get('/forms/own-meanings?version=1').expect(200)).text).toContain('This is an earlier version');
    await helen.get('/forms/own-meanings?version=9').expect(404);
  });
});

test('a copy of a library form can be changed, but a question that the library asks too gets a key of its own', async () => {
  const draft = await post('/forms/drafts/copy', { from: 'copy:ten-minute-dip', title: 'Our dip' });
  const at = `${draft}/items/dip-seen`;
  const { text } = await helen.get(at).expect(200);
  expect(text).toContain('Change a question');
  const fields = {
    section: 'dip-questions',
    question: 'Was the child seen often?',
    scale: 'enough',
    weight: '1',
    seen: await seen(at),
  };
  expect(await post(at, { ...fields, meaning: 'same' }, 422)).toContain('so here it can only be a new question');
  expect(await post(at, { ...fields, meaning: 'new' })).toBe(`${draft}#own-child-seen-often`);
  await post('/forms/drafts/copy', { from: 'next:ten-minute-dip' }, 422);
  await post('/forms/drafts/copy', { from: 'copy:ten-minute-dip', title: 'Our dip' }, 422);
});

describe('two people on one draft', () => {
  let draft: string;
  beforeAll(async () => {
    draft = await begin('Two people');
    await post(`${draft}/sections/new`, { title: 'One', about: 'practice' });
    for (const question of ['Is the first so?', 'Is the second so?']) {
      await post(`${draft}/sections/one/items?kind=choice`, { section: 'one', question });
    }
  });

  it('change two questions without a word', async () => {
    const [one, other] = [await seen(`${draft}/items/own-first-so`), await seen(`${draft}/items/own-second-so`)];
    await post(`${draft}/items/own-first-so`, { section: 'one', question: 'Is the first clear?', seen: one });
    await post(`${draft}/items/own-second-so`, { section: 'one', question: 'Is the second clear?', seen: other });
    expect(documentOf(draft).sections[0]!.items.map(({ question }) => question)).toEqual([
      'Is the first clear?',
      'Is the second clear?',
    ]);
  });

  it('change one question: the second is shown both, and saving again keeps theirs', async () => {
    const old = await seen(`${draft}/items/own-first-so`);
    await post(`${draft}/items/own-first-so`, { section: 'one', question: 'Is it theirs?', seen: old });
    const page = await post(`${draft}/items/own-first-so`, { section: 'one', question: 'Is it mine?', seen: old }, 409);
    expect(page).toContain('Is it theirs?');
    expect(page).toContain('>Is it mine?</textarea>');
    expect(page).toContain('Helen Pryce changed this after you opened it');
    await post(`${draft}/items/own-first-so`, {
      section: 'one',
      question: 'Is it mine?',
      seen: /name="seen" value="([^"]*)"/.exec(page)![1],
    });
    expect(documentOf(draft).sections[0]!.items[0]!.question).toBe('Is it mine?');
  });

  it('lose nothing when one takes a question out that the other is writing', async () => {
    const old = await seen(`${draft}/items/own-second-so`);
    await post(`${draft}/items/own-second-so`, { do: 'retire', seen: old });
    const page = await post(
      `${draft}/items/own-second-so`,
      { section: 'one', kind: 'choice', question: 'Is it still here?', seen: old },
      409,
    );
    expect(page).toContain('>Is it still here?</textarea>');
    expect(page).toContain(`${draft}/sections/one/items?kind&#x3D;choice`);
  });

  it('are told when the order changed under a press', async () => {
    expect(await post(draft, { do: 'down.section.one', revision: '1' }, 409)).toContain(
      'changed this draft after you opened it',
    );
  });
});

test('a draft with a fault says so with a link, and cannot be published or tried', async () => {
  const draft = await begin('Faulty');
  await post(`${draft}/sections/new`, { title: 'Empty', about: 'practice' });
  expect((await helen.get(draft)).text).toContain('This section has no questions');
  expect(await publish(draft, 422)).toContain('this section has no questions');
  expect((await helen.get(`${draft}/trial`).expect(303)).headers['location']).toBe(`${draft}#findings`);
  await post(`${draft}/sections/empty`, { do: 'retire', seen: await seen(`${draft}/sections/empty`) });
  expect((await helen.get(draft)).text).toContain('Nothing is in the way');
});

test('what is published is what was looked at: a change in between is told first', async () => {
  const draft = await begin('In between');
  await post(`${draft}/sections/new`, { title: 'One', about: 'practice' });
  await post(`${draft}/sections/one/items?kind=choice`, { section: 'one', question: 'Is it so?' });
  expect(await post(`${draft}/publication`, { revision: '2' }, 409)).toContain(
    'changed this draft after you opened the page',
  );
  expect(latestVersion(t.db, 'own-between')).toBeUndefined();
  expect(await publish(draft)).toBe('/forms/own-between');
});

test('a form is retired and brought back; it stays to be read', async () => {
  await post('/forms/safeguarding/retirement', { do: 'retire' });
  expect((await helen.get('/forms')).text).not.toContain('/forms/safeguarding"');
  expect((await helen.get('/forms/safeguarding')).text).toContain('not offered for new samples');
  expect((await helen.get('/forms/drafts')).text).toContain('/forms/safeguarding"');
  await post('/forms/safeguarding/retirement', { do: 'bring-back' });
  expect((await helen.get('/forms')).text).toContain('/forms/safeguarding"');
});

test('a draft is thrown away only as it was seen', async () => {
  const draft = await begin('Away');
  await post(`${draft}/removal`, { revision: '9' }, 422);
  await post(`${draft}/removal`, { revision: '1' });
  await helen.get(draft).expect(404);
});

test('nobody but the head of service finds a way to write', async () => {
  for (const name of ['marcus', 'ada', 'kofi'] as const) {
    const other = await t.as(name);
    expect((await other.get('/forms')).text).not.toContain('/forms/drafts');
    expect((await other.get('/forms/ten-minute-dip')).text).not.toContain('/forms/drafts');
    await other.get('/forms/drafts').expect(403);
  }
});
