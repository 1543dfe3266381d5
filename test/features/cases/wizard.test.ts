import { existsSync, readdirSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type TestAgent from 'supertest/lib/agent';
import writeExcelFile from 'write-excel-file/node';
import { forgetOldImports } from '../../../server/features/cases/forget.js';
import { testApp, type TestApp } from '../../fixtures/app.js';
import { password } from '../../fixtures/staff.js';
import { goodRow, plainHeadings, registerBytes } from '../../fixtures/registers.js';

let t: TestApp;
let helen: TestAgent;
beforeEach(async () => {
  t = testApp();
  helen = await t.as('helen');
});
afterEach(() => t.close());

const csv = (rows: readonly (readonly string[])[], headings: readonly string[] = plainHeadings) =>
  Buffer.from(
    [headings, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
  );
const upload = (agent: TestAgent, bytes: Buffer, name = 'list.csv') =>
  agent.post('/cases/imports/new').attach('file', bytes, name);
const post = (address: string, fields: Record<string, string | string[]> = {}) =>
  helen.post(address).type('form').send(fields);
const count = (from: string) =>
  Number(Object.values(t.db.prepare<[], object>(`SELECT count(*) FROM ${from}`).get() ?? {})[0]);
const folder = () => join(dirname(t.db.name), 'uploads');
/** The fields of a form as a browser would send them untouched. */
const fieldsOf = (html: string): Record<string, string[]> => {
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: string) =>
    (fields[name] ??= []).push(value.replaceAll('&#x27;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"'));
  const form = html.slice(html.indexOf('<form method="post"'));
  const parts =
    /<input type="hidden" name="(\w+)" value="([^"]*)"|<select[^>]* name="(\w+)"[\s\S]*?<\/select>|type="radio" value="([^"]*)" checked/g;
  for (const [part, hidden, value, select] of form.matchAll(parts)) {
    if (hidden) add(hidden, value ?? '');
    if (select) add(select, / value="([^"]*)" selected/.exec(part)?.[1] ?? / value="([^"]*)"/.exec(part)?.[1] ?? '');
  }
  return fields;
};

test('a system-shaped register goes from upload to cases without a script', async () => {
  const begun = await upload(helen, registerBytes('register-system-dirty.csv'), 'Open and closed.csv').expect(303);
  const columns = begun.headers['location'] ?? '';
  expect(columns).toMatch(/^\/cases\/uploads\/\d+\/columns$/);
  const columnsPage = await helen.get(columns).expect(200);
  const values = (await post(columns, fieldsOf(columnsPage.text)).expect(303)).headers['location'] ?? '';
  expect(values).toMatch(/values$/);

  const valuesPage = await helen.get(values).expect(200);
  expect(valuesPage.text).toContain('Level ‘Severe’');
  const means = fieldsOf(valuesPage.text);
  const people =
    (
      await post(values, {
        ...means,
        means: (means['words'] ?? []).map((w) => (w === 'Severe' ? 'very-high' : 'leave-out')),
      }).expect(303)
    ).headers['location'] ?? '';
  expect(people).toMatch(/people$/);
  const peoplePage = await helen.get(people).expect(200);
  expect(peoplePage.text).toContain('‘Okafor, Kofi’');
  const preview = (await post(people, fieldsOf(peoplePage.text)).expect(303)).headers['location'] ?? '';

  const previewPage = await helen.get(preview).expect(200);
  expect(previewPage.text).toMatch(/404 rows under a banner of 2 lines/);
  expect(count('cases')).toBe(0);
  const done = (await post(preview, { newest: '0' }).expect(303)).headers['location'] ?? '';
  expect(done).toMatch(/^\/cases\/imports\/\d+$/);
  await helen.get(done).expect(200);
  expect(count('cases')).toBeGreaterThan(300);
  expect(count("orders WHERE harm_level = 'very-high'")).toBeGreaterThan(0);
  await helen
    .get('/cases')
    .expect(200)
    .expect(/YJ100005/);
});

test('the uploaded file outlives its import by no minute', async () => {
  const { headers } = await upload(helen, csv([goodRow()]));
  expect(readdirSync(folder())).toHaveLength(1);
  await post((headers['location'] ?? '').replace(/\w+$/, 'preview'), { newest: '0' }).expect(303);
  expect(readdirSync(folder())).toEqual([]);
  expect(count('uploads')).toBe(0);
});

test('a stopped upload is forgotten at once when told, and after a day when not', async () => {
  const first = (await upload(helen, csv([goodRow()]))).headers['location'] ?? '';
  await post(first.replace(/\w+$/, 'stop')).expect(303);
  await helen.get(first).expect(404);
  await upload(helen, csv([goodRow()]));
  forgetOldImports(t.db, '2026-11-25T14:01:59.000Z');
  expect(count('uploads')).toBe(1);
  forgetOldImports(t.db, '2026-11-25T14:02:00.000Z');
  expect([count('uploads'), readdirSync(folder()).length]).toEqual([0, 0]);
});

test('a stale tab of a stopped file does not act on the next one', async () => {
  const stale = (await upload(helen, csv([goodRow()]))).headers['location'] ?? '';
  await post(stale.replace(/\w+$/, 'stop')).expect(303);
  await upload(helen, csv([goodRow({ case_reference: 'YJ2' })]));
  await post(stale.replace(/\w+$/, 'preview'), { newest: '0' }).expect(404);
  expect(count('cases')).toBe(0);
});

test('half a file and a hang-up leave nothing behind, and the next request is answered', async () => {
  const server = t.app.listen(0);
  const { port } = server.address() as AddressInfo;
  const cookie =
    (await t.visitor().post('/sign-in').type('form').send({ name: 'helen', password })).headers['set-cookie']?.[0] ??
    '';
  for (let n = 0; n < 5; n++) {
    const socket = connect(port, '127.0.0.1');
    const head = [
      'POST /cases/imports/new HTTP/1.1',
      'Host: x',
      `Cookie: ${cookie.split(';')[0] ?? ''}`,
      'Sec-Fetch-Site: same-origin',
      'Content-Length: 100000',
      'Content-Type: multipart/form-data; boundary=b',
    ];
    socket.write(
      `${head.join('\r\n')}\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\na,b\n`,
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    socket.destroy();
  }
  await helen.get('/cases/imports/new').expect(200);
  expect([count('uploads'), t.db.inTransaction]).toEqual([0, false]);
  await new Promise((resolve) => server.close(resolve));
});

test('faults of a list are emptied after 30 days', async () => {
  const { headers } = await upload(helen, csv([goodRow(), goodRow({ case_reference: 'YJ2', age: '412' })]));
  await post((headers['location'] ?? '').replace(/\w+$/, 'preview'), { newest: '0' }).expect(303);
  forgetOldImports(t.db, '2026-12-24T14:02:00.000Z');
  expect(count('import_faults')).toBe(1);
  forgetOldImports(t.db, '2026-12-24T14:02:01.000Z');
  expect(count('import_faults')).toBe(0);
});

test('headings that were mapped once go straight to the preview', async () => {
  const first = (await upload(helen, csv([goodRow()]))).headers['location'] ?? '';
  await post(first.replace(/\w+$/, 'preview'), { newest: '0' });
  const again = await upload(helen, csv([goodRow({ age: '16', practitioner: 'Gill, Hana' })]));
  expect(again.headers['location']).toMatch(/preview$/);
  const preview = await helen
    .get(again.headers['location'] ?? '')
    .expect(/1 practitioner, 1 other fact|1 other fact, 1 practitioner/);
  expect(preview.text).toMatch(/Kofi Okafor[\s\S]*Hana Gill/);
});

test('an order that was put right is asked about: one gone, one new', async () => {
  const first = (await upload(helen, csv([goodRow()]))).headers['location'] ?? '';
  await post(first.replace(/\w+$/, 'preview'), { newest: '0' });
  const preview = (await upload(helen, csv([goodRow({ order_start: '2026-06-02' })]))).headers['location'] ?? '';
  await helen
    .get(preview)
    .expect(/One gone, one new/)
    .expect(/YJ1: the same order, put right/);
  const order = t.db.prepare<[], { id: number }>('SELECT id FROM orders').get()?.id;
  await post(preview, { newest: '1', same: String(order) }).expect(303);
  expect(t.db.prepare('SELECT id, started_on FROM orders').all()).toEqual([{ id: order, started_on: '2026-06-02' }]);
  expect(count("register_changes WHERE fact = 'started-on'")).toBe(1);
});

test('a preview that another import made stale is shown again and writes nothing', async () => {
  const [one, two] = await Promise.all([
    upload(helen, csv([goodRow()])),
    upload(helen, csv([goodRow({ case_reference: 'YJ2' })])),
  ]);
  await post((one.headers['location'] ?? '').replace(/\w+$/, 'preview'), { newest: '0' }).expect(303);
  await post((two.headers['location'] ?? '').replace(/\w+$/, 'preview'), { newest: '0' }).expect(
    409,
    /Look again at what will change/,
  );
  expect(count('cases')).toBe(1);
});

test('a workbook with several sheets asks for the sheet and the row of headings', async () => {
  const bytes = await writeExcelFile([
    { sheet: 'Notes', data: [['Case list']] },
    { sheet: 'Cases', data: [['Run 1 November'], [...plainHeadings], goodRow({ order_start: '01/06/2026' })] },
  ]).toBuffer();
  const address = (await upload(helen, bytes, 'list.xlsx')).headers['location'] ?? '';
  expect(address).toMatch(/sheet$/);
  const page = await helen.get(address).expect(/Notes \(1 rows\)|Notes/);
  expect(page.text).toMatch(/value="1" checked/);
  const next = await post(address, { sheet: '1', header: '1' }).expect(303);
  expect(next.headers['location']).toMatch(/columns$/);
  await post(address, { sheet: '1', header: '99' }).expect(422, /Choose the row that holds the headings/);
});

describe('a file that cannot be read is told at the field, and nothing stays behind', () => {
  test.each([
    ['nothing', Buffer.alloc(0), /This file is empty|Choose a file/],
    ['binary junk', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)), /not a text file/],
    ['a PDF', Buffer.from('%PDF-1.7 ...'), /This is a PDF/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /old Excel workbook/],
    ['more rows than any service has', Buffer.from('a,b\n'.repeat(50_001)), /50001 rows; at most 50000/],
    ['half a workbook', Buffer.from('PK\u0003\u0004 and no more'), /can’t be read as a workbook/],
    ['an open quotation mark', Buffer.from('a,b\n"c,d\n'), /never closed/],
  ])('%s', async (_, bytes, message) => {
    const answer = await upload(helen, bytes).expect(422);
    expect(answer.text).toMatch(message);
    expect(answer.text).toContain('href="#file"');
    expect(count('uploads')).toBe(0);
    expect(existsSync(folder()) ? readdirSync(folder()) : []).toEqual([]);
  });

  test('a file of 50 MB is read away and refused with 413', async () => {
    const answer = await upload(helen, Buffer.alloc(50 * 1024 * 1024, 'a'));
    expect(answer.status).toBe(413);
    expect(answer.text).toMatch(/larger than 20 MB/);
  });

  test('no file at all', async () => {
    await post('/cases/imports/new').expect(422, /Choose a file/);
  });
});

describe('columns', () => {
  const headings = [...plainHeadings, 'Child'];
  const rows = [
    [...goodRow(), 'Amara Begum'],
    [...goodRow({ case_reference: 'YJ2' }), 'Noah Shah'],
  ];

  test('that look like names can be mapped to practitioner or team only', async () => {
    const address = (await upload(helen, csv(rows, headings))).headers['location'] ?? '';
    const page = await helen.get(address).expect(/Looks like names: practitioner or team only/);
    expect(page.text).not.toContain('Amara');
    const fields = fieldsOf(page.text);
    const asSex = (fields['fact'] ?? []).map((fact, at) => (at === 17 ? 'sex' : fact === 'sex' ? '' : fact));
    await post(address, { fact: asSex })
      .expect(422, /looks like names/)
      .expect(/href="#fact-18"/);
    const asReference = (fields['fact'] ?? []).map((fact, at) =>
      at === 17 ? 'reference' : fact === 'reference' ? '' : fact,
    );
    await post(address, { fact: asReference }).expect(422, /looks like names/);
  });

  test('that are not mapped are not kept', async () => {
    const address = (await upload(helen, csv(rows, headings))).headers['location'] ?? '';
    await post(address.replace(/\w+$/, 'preview'), { newest: '0' }).expect(303);
    const dump = ['cases', 'orders', 'people', 'imports', 'mappings', 'trail'].map((name) =>
      JSON.stringify(t.db.prepare(`SELECT * FROM ${name}`).all()),
    );
    expect(dump.join()).not.toContain('Amara');
  });
});

test('faulty rows can be downloaded with line, field, value and reason, and no formula runs', async () => {
  const address = (await upload(helen, csv([goodRow({ order_start: '=1+1' })]))).headers['location'] ?? '';
  const file = await helen.get(`${address.replace(/\w+$/, 'preview')}.csv?table=faults`).expect(200);
  expect(file.text).toContain("2,order_start,'=1+1,Not a date.,");
});

test('the administrator brings a list in and sees counts and faults, but no rows', async () => {
  const ada = await t.as('ada');
  const address =
    (await upload(ada, csv([goodRow({ ethnicity: 'Mixed\u0007' }), goodRow({ case_reference: 'YJ9', age: '412' })])))
      .headers['location'] ?? '';
  const pages = await Promise.all(
    ['sheet', 'columns', 'values', 'people', 'preview'].map((step) => ada.get(address.replace(/\w+$/, step))),
  );
  for (const { status, text } of pages) {
    expect(status).toBe(200);
    expect(text).not.toMatch(/YJ1\b|YJ9/);
  }
  expect(pages[4]?.text).toContain('412');
});

test('an upload is its owner’s only', async () => {
  const address = (await upload(helen, csv([goodRow()]))).headers['location'] ?? '';
  const ada = await t.as('ada');
  await ada.get(address).expect(404);
  await ada.post(address.replace(/\w+$/, 'preview')).type('form').send({ newest: '0' }).expect(404);
});
