import fc from 'fast-check';
import reference from '../../fixtures/reference-working-days.json';
import {
  bankHolidays,
  bankHolidaysBetween,
  isCovered,
  OutsideYearsCovered,
} from '../../../server/domain/calendar/bank-holidays.js';
import { addDays, dayOfWeek } from '../../../server/domain/calendar/days.js';
import { leftOutInWords } from '../../../server/domain/calendar/left-out.js';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../server/domain/calendar/working-days.js';

const { groups } = reference;
const date = fc.integer({ min: 0, max: 5600 }).map((days) => addDays('2012-06-01', days));

test('the bank holidays are those of the reference, and no others up to its last year', () => {
  const kept = bankHolidays.filter((holiday) => holiday.date < '2028').map((holiday) => ({ ...holiday }));
  expect(kept).toEqual(groups.bank_holidays.cases);
});

test('bank holidays of 2028 follow the statutory pattern', () => {
  expect(bankHolidays.filter(({ date }) => date >= '2028').map(({ date }) => date)).toEqual(
    ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'].map((day) => `2028-${day}`),
  );
});

test('every bank holiday falls on a weekday, or counting would take it off twice', () => {
  expect(bankHolidays.filter((holiday) => dayOfWeek(holiday.date) > 5)).toEqual([]);
});

test.each(groups.intervals.cases)('$id: working days after $input.from up to $input.to', ({ input, expected }) => {
  expect(workingDaysBetween(input.from, input.to)).toBe(expected.working_days);
});

test.each(groups.deadlines.cases)('$id: $input.working_days working days after $input.from', ({ input, expected }) => {
  expect(addWorkingDays(input.from, input.working_days)).toBe(expected.date);
});

test('working days add up over any day in between, forwards and backwards', () => {
  fc.assert(
    fc.property(date, date, date, (a, b, c) => {
      expect(workingDaysBetween(a, c)).toBe(workingDaysBetween(a, b) + workingDaysBetween(b, c));
    }),
  );
});

test('no working days backwards are plain 0', () => {
  expect(workingDaysBetween('2012-06-03', '2012-06-02')).toBe(0);
});

test('the n-th working day after a date is a working day, and n working days away', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const end = addWorkingDays(from, n);
      expect(isWorkingDay(end)).toBe(true);
      expect(workingDaysBetween(from, end)).toBe(n);
    }),
  );
});

test('no working day after a date is the date itself', () => {
  expect(addWorkingDays('2026-12-25', 0)).toBe('2026-12-25');
});

test('working days are not guessed for years whose bank holidays are not known', () => {
  expect(() => workingDaysBetween('2011-12-30', '2012-01-04')).toThrow(OutsideYearsCovered);
  expect(() => workingDaysBetween('2028-12-20', '2029-01-04')).toThrow('from 2012 to 2028');
  expect(() => addWorkingDays('2028-12-29', 1)).toThrow(OutsideYearsCovered);
  expect([isCovered('2011-12-31'), isCovered('2012-01-01'), isCovered('2028-12-31')]).toEqual([false, true, true]);
});

test('a number of working days that is no whole number is refused', () => {
  expect(() => addWorkingDays('2026-11-24', 2.5)).toThrow(RangeError);
  expect(() => addWorkingDays('2026-11-24', -1)).toThrow(RangeError);
});

test('a holiday on the first day is not left out, one on the last day is', () => {
  expect(bankHolidaysBetween('2026-04-03', '2026-04-06').map(({ name }) => name)).toEqual(['Easter Monday']);
});

test.each([
  ['2026-04-01', '2026-04-20', 'Easter left out'],
  ['2026-04-20', '2026-04-01', 'Easter left out'],
  ['2026-12-18', '2027-01-08', 'Christmas and New Year left out'],
  [
    '2022-05-01',
    '2022-06-30',
    'the early May bank holiday, the spring bank holiday and Platinum Jubilee bank holiday left out',
  ],
  ['2026-11-02', '2026-11-24', null],
])('a sum from %s to %s ends with %s', (from, to, words) => {
  expect(leftOutInWords(from, to)).toBe(words);
});
