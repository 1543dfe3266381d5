import { createHash } from 'node:crypto';
import type { By } from '../../../server/domain/by.js';
import { importSheet } from '../../../server/features/cases/import-sheet.js';
import { addPerson } from '../../../server/features/people/people.store.js';
import { perform } from '../../../server/features/trail/perform.js';
import { goodRow, plainHeadings, readFixture, registerBytes, sheetOf } from '../../fixtures/registers.js';
import { readCsv } from '../../../server/platform/csv/read.js';
import { testApp, type TestApp } from '../../fixtures/app.js';

let t: TestApp;
beforeEach(() => {
  t = testApp();
});
afterEach(() => t.close());

const all = <Row>(text: string): Row[] => t.db.prepare<[], Row>(text).all();
const bringIn = (bytes: Buffer | readonly string[][], headings?: readonly string[]) => {
  const sheet = Buffer.isBuffer(bytes) ? readCsv(bytes) : sheetOf(bytes as readonly string[][], headings);
  const digest = createHash('sha256').update(JSON.stringify(sheet)).digest('hex');
  const who = { me: null, now: t.clock.now, random: () => 'ab' };
  return perform(t.db, who, 'cases.import', (by: By) => importSheet(t.db, by, { sheet, digest }));
};
const everything = () => ({
  cases: all('SELECT * FROM cases'),
  orders: all('SELECT * FROM orders'),
  changes: all('SELECT * FROM register_changes'),
  people: all('SELECT * FROM people'),
  teams: all('SELECT * FROM teams'),
  imports: all('SELECT * FROM imports'),
});

test('the good rows of a system-shaped register with faults become cases with orders', () => {
  const imported = bringIn(registerBytes('register-system-dirty.csv'));
  const { good } = readFixture('register-system-dirty.csv');
  expect(imported).toMatchObject({ rows: 404, faulty: 14, added: imported.cases, changed: 0, unchanged: 0 });
  expect(imported.cases).toBe(new Set(good.map((row) => row.reference)).size);
  expect(all('SELECT * FROM cases')).toHaveLength(imported.cases);
  expect(all('SELECT * FROM orders')).toHaveLength(imported.orders);
});

test('the same file twice changes nothing', () => {
  const first = bringIn(registerBytes('register-system-dirty.csv'));
  const before = everything();
  t.clock.now = '2026-11-25T09:00:00.000Z';
  const second = bringIn(registerBytes('register-system-dirty.csv'));
  expect(second).toEqual({ ...first, added: 0, unchanged: first.added });
  expect(everything()).toEqual(before);
});

test('a later file updates with its history and adds nothing twice', () => {
  bringIn([goodRow()]);
  const later = bringIn([goodRow({ order_end: '2027-01-31', risk_of_serious_harm: 'High', age: '16' })]);
  expect(later).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
  expect(all('SELECT age, ends_on, harm_level FROM cases JOIN orders ON case_id = cases.id')).toEqual([
    { age: 16, ends_on: '2027-01-31', harm_level: 'high' },
  ]);
  expect(all('SELECT fact, before, after, order_id IS NULL AS ofCase FROM register_changes ORDER BY fact')).toEqual([
    { fact: 'age', before: '15', after: '16', ofCase: 1 },
    { fact: 'ends-on', before: '2026-12-01', after: '2027-01-31', ofCase: 0 },
    { fact: 'rosh', before: 'low', after: 'high', ofCase: 0 },
  ]);
});

test('who held an order before is kept by id when it changes hands', () => {
  bringIn([goodRow({ practitioner: 'Okafor, Kofi' })]);
  bringIn([goodRow({ practitioner: 'Gill, Hana' })]);
  expect(all('SELECT fact, before, after FROM register_changes')).toEqual([
    { fact: 'practitioner', before: String(t.ids.kofi), after: String(t.ids.hana) },
  ]);
});

test('what is no longer listed is kept, and known by the list that last held it', () => {
  bringIn([goodRow(), goodRow({ case_reference: 'YJ2' })]);
  bringIn([goodRow({ case_reference: 'YJ2' })]);
  const newest = 'last_import_id = (SELECT max(id) FROM imports)';
  expect(all(`SELECT reference, ${newest} AS listed FROM cases ORDER BY reference`)).toEqual([
    { reference: 'YJ1', listed: 0 },
    { reference: 'YJ2', listed: 1 },
  ]);
});

test('a case whose row is faulty is still listed', () => {
  bringIn([goodRow(), goodRow({ case_reference: 'YJ2' })]);
  bringIn([goodRow({ age: '412' }), goodRow({ case_reference: 'YJ2', age: '16' })]);
  const newest = 'last_import_id = (SELECT max(id) FROM imports)';
  expect(all(`SELECT ${newest} AS listed FROM cases UNION ALL SELECT ${newest} FROM orders`)).toEqual(
    Array.from({ length: 4 }, () => ({ listed: 1 })),
  );
});

test('a fact that a later file has no column for stays as it is', () => {
  bringIn([goodRow()]);
  const without: string[] = plainHeadings.filter((heading) => heading !== 'ethnicity' && heading !== 'practitioner');
  const row = goodRow({ age: '16' }).filter((_, at) => without.includes(plainHeadings[at]!));
  bringIn([row], without);
  expect(all('SELECT age, ethnicity, practitioner_id AS held FROM cases JOIN orders ON case_id = cases.id')).toEqual([
    { age: 16, ethnicity: 'Mixed', held: t.ids.kofi },
  ]);
});

test('people are matched both ways round and made as met, with the team of their newest order', () => {
  const before = all('SELECT * FROM people').length;
  bringIn([
    goodRow({ practitioner: 'OKAFOR, Kofi ' }),
    goodRow({ case_reference: 'YJ2', practitioner: 'Young, Esme', team: 'East' }),
    goodRow({ case_reference: 'YJ3', practitioner: 'Esme Young', team: 'east ' }),
  ]);
  expect(all('SELECT name FROM people').slice(before)).toEqual([{ name: 'Esme Young' }]);
  expect(all("SELECT name FROM teams WHERE name LIKE 'east'")).toEqual([{ name: 'East' }]);
  expect(
    all(
      "SELECT t.name FROM memberships m JOIN teams t ON t.id = m.team_id JOIN people p ON p.id = m.person_id WHERE p.name = 'Esme Young'",
    ),
  ).toEqual([{ name: 'East' }]);
});

test('where two people bear the same name, nobody is taken by chance', () => {
  addPerson(t.db, 'Kofi Okafor', t.clock.now);
  bringIn([goodRow()]);
  expect(all('SELECT practitioner_id AS held FROM orders')).toEqual([{ held: null }]);
});

test('a formula in a cell is kept as text', () => {
  bringIn([goodRow({ ethnicity: '=HYPERLINK("x","y")' })]);
  expect(all('SELECT ethnicity FROM cases')).toEqual([{ ethnicity: '=HYPERLINK("x","y")' }]);
});

test('the trail says that the command line brought it in, with counts and no reference', () => {
  bringIn([goodRow(), goodRow({ case_reference: '' })]);
  const [entry] = all<{ act: string; thing: string; details: string }>('SELECT act, thing, details FROM trail');
  expect(entry).toMatchObject({ act: 'cases.import', thing: 'imports' });
  expect(JSON.parse(entry?.details ?? '')).toEqual({
    rows: 2,
    good: 1,
    faulty: 1,
    added: 1,
    changed: 0,
    by: 'command line',
  });
});

test('faults are kept with the import', () => {
  bringIn([goodRow(), goodRow({ case_reference: 'YJ2', age: '412', order_start: '' })]);
  expect(all('SELECT line, field, value FROM import_faults ORDER BY field')).toEqual([
    { line: 3, field: 'age', value: '412' },
    { line: 3, field: 'order_start', value: '' },
  ]);
});

test('a file without the needed columns writes nothing', () => {
  expect(() => bringIn([['x', 'y']], ['One', 'Two'])).toThrow(/No column holds the case reference/);
  expect([...all('SELECT * FROM imports'), ...all('SELECT * FROM trail')]).toEqual([]);
});
