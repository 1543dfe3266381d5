import { sheet } from '../../server/platform/sheet.js';
import { blank, date, number, share, table, text, tooFew, units, type Cell } from '../../server/platform/table.js';

const one = (kind: 'text' | 'number' | 'share' | 'date' | 'units', cell: Cell) =>
  sheet(table({ key: 't', title: 'T', sentence: 'S', columns: [{ key: 'a', head: 'A', kind }], rows: [{ a: cell }] }));

describe('what a file writes for what the page says', () => {
  test('a figure keeps all its decimals', () => {
    expect(number(0.745, 2).text).toBe('0.75');
    expect(one('number', number(0.745, 2)).rows).toEqual([[{ type: 'number', value: 0.745 }]]);
  });

  test('a date is a date, shown as 24 Nov 2026', () => {
    expect(date('2026-11-24').text).toBe('24 Nov 2026');
    expect(date('2026-09-08').text).toBe('8 Sep 2026');
    expect(one('date', date('2026-11-24')).rows).toEqual([[{ type: 'date', value: '2026-11-24' }]]);
    expect(one('date', date(null)).rows).toEqual([[null]]);
  });

  test('a share is its count, its whole and their ratio', () => {
    expect(share(23, 38).text).toBe('23 of 38');
    const { heads, rows } = one('share', share(23, 38));
    expect(heads).toEqual(['A: count', 'A: of', 'A: share']);
    expect(rows).toEqual([[23, 38, 23 / 38].map((value) => ({ type: 'number', value }))]);
  });

  test('a share of nothing has no ratio', () => {
    expect(one('share', share(0, 0)).rows[0]?.[2]).toBeNull();
  });

  test('what is too few to show is so in the file too, in words and without a number', () => {
    expect(one('share', tooFew()).rows).toEqual([[{ type: 'text', value: 'too few to show' }, null, null]]);
    expect(one('number', tooFew()).rows).toEqual([[{ type: 'text', value: 'too few to show' }]]);
  });

  test('squares are their words, nothing is an empty cell', () => {
    expect(one('units', units(['yes', 'no'], '1 of 2')).rows).toEqual([[{ type: 'text', value: '1 of 2' }]]);
    expect(one('text', blank()).rows).toEqual([[null]]);
  });
});

test('the total is the last row of the file', () => {
  const columns = [{ key: 'a', head: 'A', kind: 'text' }] as const;
  const { rows } = sheet(
    table({ key: 't', title: 'T', sentence: 'S', columns, rows: [{ a: text('x') }], total: { a: text('All') } }),
  );
  expect(rows.at(-1)).toEqual([{ type: 'text', value: 'All' }]);
});
