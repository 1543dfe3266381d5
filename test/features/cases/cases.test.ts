import type { By } from '../../../server/domain/by.js';
import { importSheet } from '../../../server/features/cases/import-sheet.js';
import { perform } from '../../../server/features/trail/perform.js';
import { testApp, type TestApp } from '../../fixtures/app.js';
import { goodRow, sheetOf } from '../../fixtures/registers.js';

let t: TestApp;
beforeAll(() => {
  t = testApp();
  const rows = [
    goodRow({ practitioner: 'Kofi Okafor', team: 'North' }),
    goodRow({ case_reference: 'YJ2', practitioner: 'Gill, Hana', team: 'South', status: 'Closed' }),
    ...Array.from({ length: 60 }, (_, n) =>
      goodRow({ case_reference: `ZZ${100 + n}`, practitioner: 'Sam Doyle', team: 'South' }),
    ),
  ];
  bringIn(rows, 'a');
  bringIn(
    rows
      .map((row) =>
        row[0] === 'YJ1' ? goodRow({ risk_of_serious_harm: 'Very High', practitioner: 'Tom Iredale' }) : row,
      )
      .filter((row) => row[0] !== 'YJ2'),
    'b',
  );
});
afterAll(() => t.close());

const bringIn = (rows: string[][], digest: string) =>
  perform(t.db, { me: null, now: t.clock.now, random: () => 'ab' }, 'cases.import', (by: By) =>
    importSheet(t.db, by, { sheet: sheetOf(rows), digest }),
  );
const idOf = (reference: string) =>
  t.db.prepare<[string], { id: number }>('SELECT id FROM cases WHERE reference = ?').get(reference)?.id ?? 0;

describe('the list of cases', () => {
  test('holds all for the head, in order of reference, a page at a time, without a reference in an address', async () => {
    const helen = await t.as('helen');
    const first = await helen.get('/cases').expect(200);
    expect(first.text).toContain('>YJ1<');
    expect(first.text).not.toContain('ZZ158');
    const onward = (/href="(\/cases\?after[^"]+)"/.exec(first.text)?.[1] ?? '').replace('&#x3D;', '=');
    await helen.get(onward).expect(200).expect(/ZZ158/);
  });

  test('is filtered by state and by team', async () => {
    const helen = await t.as('helen');
    await helen
      .get('/cases?status=closed')
      .expect(/>YJ2</)
      .expect(({ text }) => expect(text).not.toContain('>YJ1<'));
    await helen
      .get(`/cases?team=${t.ids.North}`)
      .expect(/>YJ1</)
      .expect(({ text }) => expect(text).not.toContain('>YJ2<'));
  });

  test.each([
    ['a practitioner what they hold', 'hana', ['YJ2'], ['YJ1']],
    ['a practitioner what they held', 'kofi', ['YJ1'], ['YJ2']],
    ['a team lead their team', 'marcus', ['YJ1'], ['YJ2']],
  ] as const)('shows %s', async (_, who, shown, hidden) => {
    const agent = await t.as(who);
    const { text } = await agent.get('/cases').expect(200);
    for (const reference of shown) expect(text).toContain(`>${reference}<`);
    for (const reference of hidden) expect(text).not.toContain(reference);
    for (const reference of hidden) await agent.get(`/cases/${idOf(reference)}`).expect(404);
  });

  test('is not the administrator’s', async () => {
    await (await t.as('ada')).get('/cases').expect(403);
  });

  test('marks what the last list does not hold', async () => {
    const { text } = await (await t.as('helen')).get('/cases').expect(200);
    expect(text.match(/not in the last list/g)).toHaveLength(1);
  });

  test('as a file holds the rows of the page', async () => {
    const { text } = await (await t.as('hana')).get('/cases.csv').expect(200);
    expect(text.split('\r\n').filter((line) => line.startsWith('YJ'))).toEqual([
      'YJ2,Referral order,2026-06-01,2026-12-01,closed,Hana Gill,South',
    ]);
  });

  test('finds a case by its reference, within reach only', async () => {
    const find = async (who: 'helen' | 'hana', reference: string) =>
      (await t.as(who)).post('/cases').type('form').send({ reference });
    expect((await find('helen', ' YJ1 ')).headers['location']).toBe(`/cases/${idOf('YJ1')}`);
    expect((await find('hana', 'YJ1')).status).toBe(422);
  });
});

describe('the page of a case', () => {
  test('tells its order, and what a later list changed', async () => {
    const { text } = await (await t.as('helen')).get(`/cases/${idOf('YJ1')}`).expect(200);
    expect(text).toMatch(/Very high/);
    expect(text).toMatch(/Kofi Okafor[\s\S]*Tom Iredale/);
  });

  test('tells no level, now or before, to who audits the case and has not put their own', async () => {
    t.db.exec("INSERT INTO forms VALUES ('hidden-levels', 'A form', 'service', 'quality', NULL)");
    const version = Number(
      t.db
        .prepare(
          "INSERT INTO form_versions (form_key, version, document, digest, published_at) VALUES ('hidden-levels', 1, '{}', '', '')",
        )
        .run().lastInsertRowid,
    );
    const sample = Number(
      t.db
        .prepare(
          "INSERT INTO samples (name, purpose, form_version_id, method, size, rules, frame_digest, seed, drawn_at, due_on) VALUES ('x', 'routine', ?, 'simple', 1, '{}', '', '', '', '2026-12-01')",
        )
        .run(version).lastInsertRowid,
    );
    const insert =
      "INSERT INTO audits (sample_id, unit, case_id, form_version_id, form_key, auditor_id, state, due_on) VALUES (?, '1', ?, ?, 'hidden-levels', ?, 'assigned', '2026-12-01')";
    const audit = Number(t.db.prepare(insert).run(sample, idOf('YJ1'), version, t.ids.ruth).lastInsertRowid);
    const ruth = await t.as('ruth');
    const hidden = await ruth.get(`/cases/${idOf('YJ1')}`).expect(200);
    expect(hidden.text).toContain('shown once you have put your own');
    expect(hidden.text).not.toMatch(/Very high|>Low|risk of serious harm<\/td>/);
    expect(hidden.text).toContain(`/audits/${audit}`);
    t.db.prepare('UPDATE audits SET levels_shown_at = ? WHERE id = ?').run(t.clock.now, audit);
    await ruth.get(`/cases/${idOf('YJ1')}`).expect(/Very high/);
  });

  test('does not exist under an unknown id', async () => {
    const helen = await t.as('helen');
    for (const id of ['999999', '0', 'x', '1e3']) await helen.get(`/cases/${id}`).expect(404);
  });
});
