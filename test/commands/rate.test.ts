import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ratings from '../fixtures/reference-ratings.json';
import { rateFile } from '../../server/commands/rate.js';

const folder = mkdtempSync(join(tmpdir(), 'rate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { cases } = ratings.groups.inspection_2018_2024;

function run(args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = rateFile(
    args,
    (line) => said.push(line),
    (line) => complained.push(line),
  );
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

function rate(content: unknown) {
  const file = join(folder, 'tables.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return run([file]);
}

test('a list of tables comes out rated in its own order, and nothing but JSON is said', () => {
  const { code, said, complained } = rate(cases.map(({ input }) => input));
  expect([code, complained]).toEqual([0, '']);
  expect(JSON.parse(said)).toEqual(cases.map(({ expected }) => expected));
});

test('one table comes out as one result, a byte order mark notwithstanding', () =>
  expect(JSON.parse(rate(`\uFEFF${JSON.stringify(cases[0]!.input)}`).said)).toEqual(cases[0]!.expected));

test('ratings alone are added up', () => {
  const standards = { '1.1': 'Good', '1.2': 'Outstanding', '3.4': null };
  expect(JSON.parse(rate({ service: 'Anywhere', standards }).said)).toEqual({ total: 5, out_of: 6, overall: null });
});

const table = (more: object) => ({ court_cases: [], out_of_court_cases: [], judged_standards: {}, ...more });
const oneCase = (judgements: object, more = {}) => table({ court_cases: [{ id: 'C1', judgements, ...more }] });

test.each([
  ['no JSON', 'case,2.1.1\n', 'it is not JSON'],
  ['a number', 5, 'the document must be object'],
  ['a table without its cases', { court_cases: [] }, 'the document has no ‘out_of_court_cases’'],
  [
    'the second of two',
    [table({}), { standards: { '1.1': 'Fine' } }],
    '/1/standards/1.1 must be one of "Inadequate", "Requires',
  ],
  [
    'a question of the other kind of case',
    oneCase({ '3.1.1': 'yes' }),
    '/court_cases/0/judgements ‘3.1.1’ is no key question of these cases',
  ],
  [
    'an answer that there is not',
    oneCase({ '2.1.1': 'partly' }),
    '/court_cases/0/judgements/2.1.1 must be one of "yes", "no", "na", null',
  ],
  [
    'a level that there is not',
    oneCase({}, { inspector_harm: 'lowish' }),
    '/court_cases/0/inspector_harm must be one of "low"',
  ],
  ['cases beside ratings', table({ standards: {} }), 'can’t stand beside ‘standards’'],
])('ends with 2 and says where for %s', (_, content, says) => {
  const { code, said, complained } = rate(content);
  expect([code, said]).toEqual([2, '']);
  expect(complained).toContain(says);
});

test('ends with 2 when there is no such file, or none or two are given', () => {
  expect(run([join(folder, 'missing.json')]).complained).toContain('there is no such file');
  expect(run([folder]).code).toBe(2);
  expect(run([]).complained).toContain('npm run rate -- FILE');
  expect(run(['a', 'b'])).toMatchObject({ code: 2, said: '' });
});
