import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, calendarDaysBetween, dayOfWeek, exists } from '../../../server/domain/calendar/days.js';
import {
  formatDate,
  formatDateInFull,
  formatDateTime,
  formatMoment,
  formatTime,
} from '../../../server/domain/calendar/format-date.js';
import { hoursBetween } from '../../../server/domain/calendar/hours-between.js';
import { londonDate, londonDateTime, startOfDay } from '../../../server/domain/calendar/london-date.js';
import { parseDate, parseTime } from '../../../server/domain/calendar/parse-date.js';

const date = fc.integer({ min: 0, max: 36500 }).map((days) => addDays('2000-01-01', days));

test('calendar days count from day 0, over leap days, and backwards', () => {
  expect(calendarDaysBetween('2026-02-27', '2026-03-02')).toBe(3);
  expect(calendarDaysBetween('2028-02-27', '2028-03-02')).toBe(4);
  expect(calendarDaysBetween('2026-03-02', '2026-02-27')).toBe(-3);
  expect(() => calendarDaysBetween('2026-02-30', '2026-03-02')).toThrow(RangeError);
});

test('a month later is held to the last day of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
});

test('the week begins on Monday', () => {
  expect([dayOfWeek('2026-11-23'), dayOfWeek('2026-11-29')]).toEqual([1, 7]);
});

test('days, months and weekdays are those that the calendar of the language counts', () => {
  const few = fc.integer({ min: -400, max: 400 });
  fc.assert(
    fc.property(date, date, few, (from, to, n) => {
      const day = Temporal.PlainDate.from(from);
      expect(calendarDaysBetween(from, to)).toBe(day.until(to, { largestUnit: 'day' }).days);
      expect(addDays(from, n)).toBe(day.add({ days: n }).toString());
      expect(addMonths(from, n)).toBe(day.add({ months: n }).toString());
      expect(dayOfWeek(from)).toBe(day.dayOfWeek);
    }),
  );
});

test('a date exists when it stands in the calendar as it is written', () => {
  for (const there of ['2028-02-29', '2026-12-31', '1999-01-01']) expect(exists(there)).toBe(true);
  for (const not of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T10:00', '', 'yesterday'])
    expect(exists(not)).toBe(false);
});

test('hours are those that passed, also when the clocks change', () => {
  expect(hoursBetween('2026-11-24T09:30', '2026-11-25T09:00')).toBe(23.5);
  expect(hoursBetween('2026-03-28T12:00', '2026-03-29T12:00')).toBe(23);
  expect(hoursBetween('2026-10-24T12:00', '2026-10-25T12:00')).toBe(25);
  expect(hoursBetween('2026-11-25T09:00', '2026-11-24T09:00')).toBe(-24);
  expect(() => hoursBetween('2026-11-24T25:00', '2026-11-24T26:00')).toThrow(RangeError);
});

test('the day in London begins an hour before the day of UTC in summer, and with it in winter', () => {
  expect(londonDate('2026-06-30T23:30:00.000Z')).toBe('2026-07-01');
  expect(londonDate('2026-11-24T23:30:00.000Z')).toBe('2026-11-24');
  expect(londonDateTime('2026-06-30T13:02:59.000Z')).toBe('2026-06-30T14:02');
});

test('London’s time is that of the time zone at every instant, at both changes of the clock too', () => {
  const changes = [
    '2026-03-29T00:59:59.999Z',
    '2026-03-29T01:00:00Z',
    '2026-10-25T00:59:59Z',
    '2026-10-25T01:00:00.000Z',
  ];
  const anywhen = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
  const byTimeZone = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const agrees = (now: string) => expect(londonDateTime(now)).toBe(byTimeZone.format(new Date(now)).replace(' ', 'T'));
  changes.forEach(agrees);
  fc.assert(fc.property(anywhen, (moment) => agrees(moment.toISOString())));
});

test('a day in London begins at midnight there: an hour before that of UTC in summer', () => {
  expect(startOfDay('2026-07-01')).toBe('2026-06-30T23:00:00.000Z');
  expect(startOfDay('2026-01-01')).toBe('2026-01-01T00:00:00.000Z');
  // The clocks go forward on this day, after it has begun.
  expect(startOfDay('2026-03-29')).toBe('2026-03-29T00:00:00.000Z');
});

test('what is no instant has no date in London', () => {
  for (const wrong of [
    '',
    '2026-06-30',
    '2026-06-30T13:02',
    '2026-02-30T10:00:00Z',
    '2026-06-30T25:00:00Z',
    '2026-06-30T10:61:00Z',
  ])
    expect(() => londonDate(wrong)).toThrow(RangeError);
});

test('dates and times are written as people here write them', () => {
  expect(formatDate('2026-11-04')).toBe('4 Nov 2026');
  expect(formatDate('2026-09-24')).toBe('24 Sep 2026');
  expect(formatDateInFull('2026-11-04')).toBe('4 November 2026');
  expect(formatTime('2026-06-24T13:02:11.000Z')).toBe('14:02');
  expect(formatMoment('2026-11-24T14:02:11.000Z')).toBe('24 Nov 2026, 14:02');
  expect(formatDateTime('2026-11-24T09:05')).toBe('24 Nov 2026, 09:05');
  expect(() => formatDate('yesterday')).toThrow(RangeError);
});

test.each([
  ['1/6/2026', '2026-06-01'],
  ['01.06.26', '2026-06-01'],
  ['1-6-2026', '2026-06-01'],
  [' 1 6 2026 ', '2026-06-01'],
  ['1 June 2026', '2026-06-01'],
  ['1 jun 26', '2026-06-01'],
  ['1-Jun-26', '2026-06-01'],
  ['1st June, 2026', '2026-06-01'],
  ['the 1 June 2026', null],
  ['Mon 1 June 2026', '2026-06-01'],
  ['3 sept 2026', '2026-09-03'],
  ['2026-06-01', '2026-06-01'],
  ['2026-06-01T00:00:00', '2026-06-01'],
  ['01/06/2026 00:00', '2026-06-01'],
  ['29/2/28', '2028-02-29'],
  ['31/12/99', '2099-12-31'],
  ['31/02/2026', null],
  ['29/02/2026', null],
  ['12/31/2026', null],
  ['0/6/2026', null],
  ['1/6/202', null],
  ['1/6/20266', null],
  ['1/6/0026', null],
  ['1 ju 2026', null],
  ['1 juno 2026', null],
  ['01/06/2026 14:00', null],
  ['46174', null],
  ['', null],
])('typed %j is %j', (typed, expected) => {
  expect(parseDate(typed)).toBe(expected);
});

test('a date that was written out is read back, in each way of writing it', () => {
  fc.assert(
    fc.property(date, (day) => {
      const [year, month, dayOfMonth] = day.split('-');
      for (const typed of [day, formatDate(day), formatDateInFull(day), `${dayOfMonth}/${month}/${year}`])
        expect(parseDate(typed)).toBe(day);
    }),
  );
});

test('whatever is typed gives a real date or none', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const read = parseDate(typed);
      if (read !== null) expect(addDays(read, 0)).toBe(read);
    }),
  );
});

test.each([
  ['14:02', '14:02'],
  ['9.05', '09:05'],
  ['1402', '14:02'],
  ['2.30pm', '14:30'],
  ['9 am', '09:00'],
  ['12am', '00:00'],
  ['12:15 pm', '12:15'],
  ['24:00', null],
  ['13pm', null],
  ['9', null],
  ['9:60', null],
  ['noon', null],
])('the time typed %j is %j', (typed, expected) => {
  expect(parseTime(typed)).toBe(expected);
});
