import { median, shiftOf } from '../../../server/domain/statistics/run-rules';

it.each([
  [[], null],
  [[3], 3],
  [[1, 4, 2], 2],
  [[1, 2, 3, 10], 2.5],
])('takes the middle value of %j', (values, middle) => {
  expect(median(values)).toBe(middle);
});

it('tests nothing under twelve points', () => {
  expect(shiftOf([1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9])).toBeNull();
});

it('sees seven points in a row on one side of the median', () => {
  expect(shiftOf([1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9])).toBe('down');
  expect(shiftOf([1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 9])).toBe('none');
  expect(shiftOf([1, 1, 1, 1, 9, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9])).toBe('up');
});

it('passes over points on the median', () => {
  expect(shiftOf([5, 5, 1, 1, 1, 5, 1, 1, 1, 1, 9, 9, 9, 9, 9, 1, 9])).toBe('down');
});
