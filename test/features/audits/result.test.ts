import { auditResult, sectionResults } from '../../../server/features/audits/results.store';
import { actionsOfAudit } from '../../../server/features/actions/actions.store';
import { unseenNotices } from '../../../server/features/audits/notices.store';
import { testApp, type TestApp } from '../../fixtures/app';
import type { StaffName } from '../../fixtures/staff';
import { buildWorld, type World } from '../../fixtures/world';

let app: TestApp;
let world: World;
beforeAll(() => {
  app = testApp();
  world = buildWorld(app.db, app.ids);
});
afterAll(() => app.close());

async function read(name: StaffName, address: string): Promise<{ status: number; text: string }> {
  const { status, text } = await (await app.as(name)).get(address);
  return { status, text: text.replace(/\s+/g, ' ') };
}
const result = (audit: number): string => `/audits/${audit}/result`;

describe('who reads a result', () => {
  test.each([
    ['kofi', 200], // practitioner of the work
    ['ruth', 200], // its auditor
    ['marcus', 200], // lead of the case's team
    ['helen', 200], // head
    ['priya', 404], // lead of another team
    ['hana', 404], // another practitioner
    ['tom', 404], // another auditor
    ['ada', 403], // administrator
  ] as const)('%s gets %d', async (name, status) => {
    expect((await read(name, result(world.audits.submitted))).status).toBe(status);
    expect((await read(name, `/audits/${world.audits.submitted}/answers`)).status).toBe(status);
  });

  test('nobody before it is submitted, not even the lead of the team or the head', async () => {
    for (const name of ['priya', 'helen', 'tom'] as const) {
      expect((await read(name, result(world.audits.inProgress))).status).toBe(404);
      expect((await read(name, `/audits/${world.audits.inProgress}/answers`)).status).toBe(404);
    }
  });

  test('while it is sent back its readers see for what, and no figures', async () => {
    const { status, text } = await read('hana', result(world.audits.returned));
    expect(status).toBe(200);
    expect(text).toContain('Which entry? The last one I can see is in May.');
    expect(text).not.toContain('Computed grade');
    expect((await read('hana', `/audits/${world.audits.returned}/answers`)).status).toBe(403);
    expect((await read('marcus', result(world.audits.returned))).text).toContain('Go on with the audit');
  });
});

describe('the page', () => {
  test('is a letter to the practitioner: strengths first, numbers last', async () => {
    const { text } = await read('kofi', result(world.audits.submitted));
    const order = ['What was done well', 'What must improve', 'id="actions"', 'Computed grade', '>Sections<'].map((s) =>
      text.indexOf(s),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThan(0);
  });

  test('begins with the grade for everybody else, and with a concern for all', async () => {
    for (const name of ['marcus', 'kofi'] as const) {
      const { text } = await read(name, result(world.audits.submitted));
      expect(text.indexOf('Concern raised')).toBeGreaterThan(0);
      expect(text.indexOf('Concern raised')).toBeLessThan(text.indexOf('Computed grade'));
    }
    const { text } = await read('marcus', result(world.audits.submitted));
    expect(text.indexOf('Computed grade')).toBeLessThan(text.indexOf('What was done well'));
  });

  test('shows both grades, the score, and each rule that lowered the grade with the answer that brought it', async () => {
    const { text } = await read('marcus', result(world.audits.submitted));
    const came = auditResult(app.db, world.audits.submitted)!;
    const caps = JSON.parse(came.caps) as { because: string }[];
    expect(caps.length).toBeGreaterThan(0);
    expect(text).toContain('Ruth Ashdown’s own grade');
    expect(text).toContain(`Score ${String(Number(came.score!.toFixed(3)))} of 1`);
    expect(text).toMatch(/Question \d+\.\d+ answered (No|Not evidenced)/);
  });

  test('has one row for each section that counts, in page and file alike', async () => {
    const sections = sectionResults(app.db, world.audits.submitted).filter((s) => s.weight > 0 || s.judgement !== null);
    const csv = await (await app.as('marcus')).get(`/audits/${world.audits.submitted}/result.csv?table=sections`);
    expect(csv.status).toBe(200);
    expect(csv.text.match(/^"?(Assessment|Planning|Delivery|Reviewing|Victims|MAPPA|Management)/gm)).toHaveLength(
      sections.length,
    );
  });

  test('of a form without judgements has no column for them', async () => {
    expect((await read('marcus', result(world.audits.pointed))).text).not.toContain('>Judgement<');
    expect((await read('marcus', result(world.audits.submitted))).text).toContain('>Judgement<');
  });

  test('about compliance counts raw and adjusted apart, and lists every exception with its reason', async () => {
    const { text } = await read('priya', result(world.audits.agreedStandards));
    const { met, metAdjusted, due } = auditResult(app.db, world.audits.agreedStandards)!;
    expect(text).toContain(`<b>${met} of ${due}</b>`);
    expect(text).toContain(`${metAdjusted} of ${due}</dd>`);
    const exceptions = app.db
      .prepare(
        `SELECT count(*) AS n FROM item_results r WHERE audit_id = ? AND outcome IN ('not-met', 'not-met-with-reason')
           AND (occurrence > 0 OR NOT EXISTS (SELECT 1 FROM item_results o
                WHERE o.audit_id = r.audit_id AND o.item_key = r.item_key AND o.occurrence > 0))`,
      )
      .get(world.audits.agreedStandards) as { n: number };
    expect(text.match(/>Not met(, reason given)?</g)).toHaveLength(exceptions.n + 2); // and twice in the key
  });

  test('tells the practitioner who has opened it, and nobody else', async () => {
    await read('helen', result(world.audits.submitted));
    expect((await read('kofi', result(world.audits.submitted))).text).toMatch(/Who has opened this.*Helen Pryce/);
    expect((await read('marcus', result(world.audits.submitted))).text).not.toContain('Who has opened this');
  });

  test('once opened, what was told about it no longer waits', async () => {
    const told = () => unseenNotices(app.db, app.ids.hana).filter(({ audit }) => audit === world.audits.submittedDip);
    expect(told().map(({ kind }) => kind)).toContain('result');
    await read('hana', result(world.audits.submittedDip));
    expect(told()).toEqual([]);
  });
});

test('all answers stand with their notes under the wording of the version that was audited', async () => {
  const { text } = await read('kofi', `/audits/${world.audits.submitted}/answers`);
  const notes = app.db
    .prepare('SELECT count(*) AS n FROM answers WHERE audit_id = ? AND note IS NOT NULL')
    .get(world.audits.submitted) as { n: number };
  expect(notes.n).toBeGreaterThan(5);
  expect(text).toContain('in the words of version 1 of the form');
  expect(text).toContain('Does it say who could be hurt?');
  expect(text).not.toContain('>very-high<');
});

describe('actions from what must improve', () => {
  const at = () => `/audits/${world.audits.submitted}/actions`;

  test('are proposed line by line: the practitioner as owner, due in four weeks', async () => {
    const { text } = await read('marcus', at());
    const improve = app.db
      .prepare("SELECT value FROM answers WHERE audit_id = ? AND item_key = 'close-improve'")
      .get(world.audits.submitted) as { value: string };
    expect(text).toContain(`${improve.value.split('\n')[0]!}</textarea>`);
    expect(text).toContain(`<option value="${app.ids.kofi}" selected>Kofi Okafor</option>`);
    expect(text).toContain('value="22 Dec 2026"');
  });

  test('are not for whose work it is about', async () => {
    const kofi = await app.as('kofi');
    await kofi.get(at()).expect(403);
    await kofi.post(at()).type('form').send({ keep: '1', wording: 'x', good: 'y' }).expect(403);
  });

  test('what is missing is said at its field, with what was typed still there, and nothing is made', async () => {
    const marcus = await app.as('marcus');
    const sent = {
      keep: ['1', '2'],
      wording: ['Ring the school', ''],
      good: ['', 'Seen'],
      owner: [String(app.ids.kofi), ''],
      due: ['22 Dec 2026', 'soon'],
      about: ['case', 'case'],
      theme: ['', ''],
    };
    const { text } = await marcus.post(at()).type('form').send(sent).expect(422);
    for (const field of ['goodLooksLike-1', 'wording-2', 'owner-2', 'dueOn-2'])
      expect(text).toContain(`href="#${field}"`);
    expect(text).toContain('>Ring the school</textarea>');
    expect(actionsOfAudit(app.db, world.audits.submitted)).toEqual([]);
  });

  test('are one to three', async () => {
    const marcus = await app.as('marcus');
    const four = (word: string) => Array.from({ length: 4 }, () => word);
    const sent = {
      keep: ['1', '2', '3', '4'],
      wording: four('Ring the school'),
      good: four('Rung'),
      owner: four(String(app.ids.kofi)),
      due: four('22 Dec 2026'),
      about: four('case'),
      theme: four(''),
    };
    expect((await marcus.post(at()).type('form').send(sent)).status).toBe(422);
    await marcus
      .post(at())
      .type('form')
      .send({ ...sent, keep: ['2', '3'] })
      .expect(303);
    expect(actionsOfAudit(app.db, world.audits.submitted)).toHaveLength(2);
    expect(
      (
        await marcus
          .post(at())
          .type('form')
          .send({ ...sent, keep: ['1', '2'] })
      ).status,
    ).toBe(422);
  });
});

describe('agreement by page', () => {
  test('a practitioner puts a point, the auditor answers, and both see both', async () => {
    const id = world.audits.submitted;
    const kofi = await app.as('kofi');
    await kofi.post(`/audits/${id}/points/new`).type('form').send({ item: 'harm-who', said: ' ' }).expect(422);
    await kofi
      .post(`/audits/${id}/points/new`)
      .type('form')
      .send({ item: 'harm-who', said: 'On the sheet of 4 May.' })
      .expect(303);
    const point = (app.db.prepare('SELECT max(id) AS id FROM fact_points').get() as { id: number }).id;
    const ruth = await app.as('ruth');
    expect((await ruth.get(`/audits/${id}/points/${point}`)).text).toContain('On the sheet of 4 May.');
    await ruth.post(`/audits/${id}/points/${point}`).type('form').send({ outcome: 'stands', reply: '' }).expect(422);
    await ruth
      .post(`/audits/${id}/points/${point}`)
      .type('form')
      .send({ outcome: 'stands', reply: 'Of another order.' })
      .expect(303);
    expect((await read('kofi', result(id))).text).toContain('Of another order.');
    await (await app.as('marcus')).get(`/audits/${id}/points/${point}`).expect(404);
  });

  test('the page says what stops it, refuses, and agrees once nothing does', async () => {
    const id = world.audits.submitted;
    const marcus = await app.as('marcus');
    const refused = await marcus.post(`/audits/${id}/agreement`).type('form').send({ noActionReason: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('still has days to put facts right');
    await (await app.as('kofi')).post(`/audits/${id}/nothing-to-put-right`).expect(303);
    await marcus.post(`/audits/${id}/agreement`).type('form').send({ noActionReason: '' }).expect(303);
    expect((await read('kofi', result(id))).text).toContain('Agreed 24 Nov 2026');
  });

  test('dips are ticked and agreed together; one that lacks a reason is named and none is agreed', async () => {
    const priya = await app.as('priya');
    const listed = await read('priya', '/audits/agreement');
    expect(listed.text).toContain('YJ200004');
    expect((await priya.post('/audits/agreement').type('form').send({})).status).toBe(422);
    await priya
      .post('/audits/agreement')
      .type('form')
      .send({ audits: [world.audits.submittedDip] })
      .expect(303);
    expect((await read('priya', '/audits/agreement')).text).not.toContain('YJ200004');
    await (await app.as('kofi')).get('/audits/agreement').expect(403);
  });
});

test('a timescale among the answers says what it comes to', async () => {
  const { text } = await read('priya', `/audits/${world.audits.agreedStandards}/answers`);
  expect(text).toMatch(/(Met|Not met|Not met, reason given): \d+ (working )?days?; the limit/);
});

test('an audit that was read together says so to everybody who reads its result, a dip too', async () => {
  const { pointed } = world.audits;
  const marcus = await app.as('marcus');
  expect((await read('marcus', result(pointed))).text).toContain(`href="/audits/${pointed}/days"`);
  expect((await read('marcus', `/audits/${pointed}/days`)).text).toContain('value="24 Nov 2026"');
  const together = { how: 'read-together', on: '24 Nov 2026', withWhom: 'Kofi and his team lead', added: '' };
  await marcus.post(`/audits/${pointed}/days`).type('form').send(together).expect(303);
  for (const name of ['marcus', 'kofi', 'priya', 'helen'] as const)
    expect((await read(name, result(pointed))).text).toContain('Read together with Kofi and his team lead.');
});
