import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeExcelFile from 'write-excel-file/node';
import { openDataFolder } from '../../server/data-folder.js';
import { goodRow, plainHeadings } from '../fixtures/registers.js';

const root = join(__dirname, '..', '..');
const fixture = (name: string) => join(root, 'test', 'fixtures', name);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(root, 'server/commands/import.ts'), ...args],
    {
      cwd: root,
      env: { ...process.env, DATA_DIR: join(folder, 'data') },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as Record<string, unknown> & { faults: unknown[] } };
};
const casesThere = () => {
  const { db } = openDataFolder(join(folder, 'data'));
  const { n } = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM cases').get() ?? { n: -1 };
  db.close();
  return n;
};

test('a clean register ends with 0, into a new data folder, and again with the same numbers', () => {
  const first = run(fixture('register-plain.csv'), '--json');
  expect(first.status).toBe(0);
  expect(Object.keys(first.json())).toEqual([
    'rows',
    'cases',
    'orders',
    'added',
    'changed',
    'unchanged',
    'faulty',
    'faults',
  ]);
  const second = run(fixture('register-plain.csv'), '--json');
  expect(second.status).toBe(0);
  expect(second.json()).toEqual({ ...first.json(), added: 0, changed: 0, unchanged: first.json()['cases'] });
}, 30_000);

test('a register with faults ends with 1: good rows are in, faults are told by line of the file', () => {
  const { status, json } = run(fixture('register-system-dirty.csv'), '--json');
  expect(status).toBe(1);
  expect(json()).toMatchObject({ rows: 404, faulty: 14 });
  expect(json().faults[0]).toEqual({
    line: 6,
    field: 'Start Date',
    value: '31/02/2026',
    reason: 'There is no 31 February 2026.',
  });
  expect(casesThere()).toBe(json()['cases']);
}, 30_000);

test('a dry run says the same and writes nothing', () => {
  const { status, json } = run(fixture('register-system-dirty.csv'), '--json', '--dry-run');
  expect([status, json()['added'], casesThere()]).toEqual([1, json()['cases'], 0]);
}, 30_000);

test('a workbook gives what the same rows as CSV give', async () => {
  const rows = [goodRow({ order_start: '01/06/2026' }), goodRow({ case_reference: 'YJ2', age: '412' })];
  writeFileSync(join(folder, 'a.csv'), [plainHeadings, ...rows].map((row) => row.join(',')).join('\n'));
  await writeExcelFile([[...plainHeadings], ...rows]).toFile(join(folder, 'a.xlsx'));
  const [csv, xlsx] = [
    run(join(folder, 'a.csv'), '--json', '--dry-run'),
    run(join(folder, 'a.xlsx'), '--json', '--dry-run'),
  ];
  expect(xlsx.json()).toEqual(csv.json());
  expect(csv.json()).toMatchObject({ rows: 2, cases: 1, faulty: 1 });
}, 30_000);

test.each([
  ['no such file', () => 'nowhere.csv', /There is no file nowhere.csv/],
  ['junk', () => junk(), /not a text file/],
  ['no headings', () => headless(), /No column holds the case reference/],
])(
  '%s ends with 2 and says why, with nothing on standard output',
  (_, file, why) => {
    const { status, stdout, stderr } = run(file(), '--json');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(why);
  },
  30_000,
);

function junk(): string {
  writeFileSync(join(folder, 'junk.csv'), Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)));
  return join(folder, 'junk.csv');
}

function headless(): string {
  writeFileSync(join(folder, 'headless.csv'), 'a,b\n1,2\n');
  return join(folder, 'headless.csv');
}
