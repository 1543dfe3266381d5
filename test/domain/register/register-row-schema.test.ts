import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { factOfHeading } from '../../../server/domain/register/columns.js';
import { factKeys, registerFacts } from '../../../server/domain/register/facts.js';
import { readCsv } from '../../../server/platform/csv/read.js';
import { goodRow, plainHeadings, readGuessed, registerBytes, sheetOf } from '../../fixtures/registers.js';

const schema = JSON.parse(readFileSync(join(__dirname, '../../../schemas/register-row.schema.json'), 'utf8')) as {
  required: string[];
  properties: Record<string, { examples?: string[] }>;
};
const fits = new Ajv2020({ strict: false }).compile(schema);
const asRow = (cells: readonly string[]) =>
  Object.fromEntries(plainHeadings.map((heading, at) => [heading, cells[at] ?? '']));

test('the description of a register row names the columns of the tool, each a fact', () => {
  const facts = Object.keys(schema.properties).map(factOfHeading);
  expect([...facts].sort()).toEqual([...factKeys].sort());
  const needed = factKeys.filter((fact) => 'needed' in registerFacts[fact]);
  expect(schema.required.map(factOfHeading)).toEqual(needed);
});

test('every row of the plain register fits the description', () => {
  const [, ...rows] = readCsv(registerBytes('register-plain.csv')).rows;
  expect(rows.filter(({ cells }) => !fits(asRow(cells))).map(({ line }) => line)).toEqual([]);
});

test('every order of its examples is known to the import', () => {
  const orders = schema.properties['order_type']?.examples ?? [];
  expect(orders.length).toBe(9);
  expect(
    readGuessed(sheetOf(orders.map((order_type, n) => goodRow({ order_type, case_reference: `YJ${n}` })))).faulty,
  ).toBe(0);
});

test.each([
  { case_reference: '' },
  { order_start: '' },
  { risk_of_serious_harm: 'Severe' },
  { looked_after: 'Maybe' },
  { age: '412' },
  { age: '7' },
])('a row with %j is faulty by the description and by the import', (changes) => {
  expect(fits(asRow(goodRow(changes)))).toBe(false);
  expect(readGuessed(sheetOf([goodRow(changes)])).faulty).toBe(1);
});
