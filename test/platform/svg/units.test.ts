import { unitRow, type Mark } from '../../../server/platform/svg/units.js';

const many = (mark: Mark, n: number): Mark[] => Array<Mark>(n).fill(mark);
const squares = (path: string): number => path.match(/M/g)?.length ?? 0;

test('one square is one case, and each kind has a look of its own', () => {
  const row = unitRow(['yes', 'yes', 'in-part', 'no', 'not-evidenced', 'does-not-apply', 'no-answer']);
  expect(squares(row.hollow)).toBe(2);
  expect(squares(row.filled)).toBe(3);
  expect(squares(row.dashed)).toBe(1);
  expect(squares(row.line)).toBe(1);
  expect(squares(row.dot)).toBe(1);
  expect(row.width).toBe(7 * 15 - 3);
});

test('up to forty can be counted; above that a bar shows the proportion at the same width', () => {
  expect(squares(unitRow(many('yes', 40)).filled)).toBe(40);
  const bar = unitRow([...many('yes', 30), ...many('no', 30)]);
  expect([squares(bar.filled), squares(bar.hollow)]).toEqual([1, 1]);
  expect(bar.width).toBe(unitRow(many('yes', 40)).width);
});

test('no marks make no squares', () => {
  expect(unitRow([])).toEqual({ width: 12, long: false, filled: '', hollow: '', dashed: '', line: '', dot: '' });
});
