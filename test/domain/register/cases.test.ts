import { casesOf } from '../../../server/domain/register/cases.js';
import { goodRow, readFixture, readGuessed, sheetOf } from '../../fixtures/registers.js';

const casesFrom = (...rows: Parameters<typeof goodRow>[0][]) => casesOf(readGuessed(sheetOf(rows.map(goodRow))).good);

test('rows of one reference become one case, the order that runs now first', () => {
  const { cases } = casesFrom(
    { order_start: '2026-07-01', order_end: '2026-08-01', status: 'Closed', order_type: 'Youth Caution' },
    { order_start: '2026-02-01' },
    { order_start: '2026-03-01' },
    { case_reference: 'YJ2' },
  );
  expect(cases.map((one) => [one.reference, one.orders.map((order) => order.startedOn)])).toEqual([
    ['YJ1', ['2026-03-01', '2026-02-01', '2026-07-01']],
    ['YJ2', ['2026-06-01']],
  ]);
});

test('an order is known again by type and start: the later line is kept, and a remark tells', () => {
  const { cases, remarks } = casesFrom({ age: '15' }, { risk_of_serious_harm: 'High' });
  expect(cases[0]?.orders.map((order) => order.harm)).toEqual(['high']);
  expect(remarks).toEqual([
    { line: 3, field: 'order', says: 'Says something else about the order of line 2; the later line is kept.' },
  ]);
});

test('facts of a case that differ between rows are those of the order that runs now, and a remark tells', () => {
  const { cases, remarks } = casesFrom(
    { order_start: '2025-01-01', order_end: '2025-06-01', status: 'Closed', age: '14', ethnicity: 'Mixed' },
    { order_start: '2026-01-01', age: '15', ethnicity: '' },
  );
  expect(cases[0]).toMatchObject({ age: 15, ethnicity: 'Mixed' });
  expect(remarks).toEqual([{ line: 3, field: 'age', says: 'Rows of this case say 15 and 14; kept: 15.' }]);
});

test('the fixtures hold as many orders as good rows', () => {
  const { good } = readFixture('register-plain.csv');
  const { cases, remarks } = casesOf(good);
  const same = remarks.filter((remark) => remark.field === 'order').length;
  expect(cases.reduce((sum, one) => sum + one.orders.length, 0)).toBe(good.length - same);
});
