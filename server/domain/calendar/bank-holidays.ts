import calendar from './bank-holidays.json';

export interface BankHoliday {
  /** the day on which it is kept, 'YYYY-MM-DD' */
  date: string;
  name: string;
  /** substitute: the day itself fell on a weekend */
  kind: string;
  note?: string;
}

/** Years whose bank holidays are known, first and last included. */
export const yearsCovered: Readonly<{ first: number; last: number }> = {
  first: calendar.firstYear,
  last: calendar.lastYear,
};

/** Bank holidays of England and Wales in order of date. All fall on weekdays. */
export const bankHolidays: readonly BankHoliday[] = calendar.holidays;

/** Thrown instead of guessing when working days are asked for in a year whose bank holidays are not known. */
export class OutsideYearsCovered extends RangeError {
  override readonly name = 'OutsideYearsCovered';
  constructor(readonly date: string) {
    const { first, last } = yearsCovered;
    super(`Bank holidays are known from ${first} to ${last}, so working days can’t be counted for ${date}`);
  }
}

/**
 * Whether working days can be counted at a date ('YYYY-MM-DD'): ask this of a typed date before counting.
 * @example isCovered('2031-01-02') // false
 */
export function isCovered(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return year >= yearsCovered.first && year <= yearsCovered.last;
}

/**
 * The bank holidays that a count of working days leaves out: after `from`, up to and including `to`.
 * @throws OutsideYearsCovered
 * @example bankHolidaysBetween('2026-04-02', '2026-04-07').map((day) => day.name) // ['Good Friday', 'Easter Monday']
 */
export function bankHolidaysBetween(from: string, to: string): BankHoliday[] {
  for (const date of [from, to]) if (!isCovered(date)) throw new OutsideYearsCovered(date);
  return bankHolidays.filter((holiday) => holiday.date > from && holiday.date <= to);
}
