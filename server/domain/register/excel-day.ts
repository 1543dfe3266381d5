const dayInMs = 86_400_000;

/**
 * The day that a bare number means to Excel, where a date lost its format: counted from 30 December 1899, for the
 * years 2000 to 2050 only, so that other numbers are not taken for dates.
 * @returns YYYY-MM-DD, or null
 * @example excelDay('46213') // '2026-07-10'
 */
export function excelDay(typed: string): string | null {
  if (!/^\d{5}(\.0+)?$/.test(typed)) return null;
  const serial = Number(typed);
  if (serial < 36526 || serial > 55153) return null;
  return new Date(Date.UTC(1899, 11, 30) + serial * dayInMs).toISOString().slice(0, 10);
}
