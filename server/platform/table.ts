import { formatDate } from '../domain/calendar/format-date.js';
import { roundHalfUp } from '../domain/statistics/rounding.js';
import { unitRow, type Mark, type Units } from './svg/units.js';

/**
 * What a column holds. It decides how the page sets a cell and what a file writes for it; `file` is words that stand in
 * files only, because the page has them elsewhere.
 */
export type Kind = 'text' | 'reference' | 'words' | 'number' | 'share' | 'date' | 'units' | 'file';

export interface Column<K extends string = string> {
  readonly key: K;
  readonly head: string;
  readonly kind: Kind;
}

/** One figure or word: `text` is what the page says, `value` what a file keeps (a date as YYYY-MM-DD). */
export interface Cell {
  readonly text: string;
  readonly value: string | number | null;
  /** What a share is counted out of; null for everything else. */
  readonly of: number | null;
  readonly href: string | null;
  /** A quiet second line under the cell, on the page only. */
  readonly note: string | null;
  readonly units: Units | null;
  readonly state: 'late' | 'concern' | 'gap' | null;
  readonly strong: boolean;
}

export type Row<K extends string = string> = Readonly<Record<K, Cell>>;

/** The one table that a page, its CSV and its workbook are made of. The first column names the row. */
export interface Table<K extends string = string> {
  /** Names the table in addresses and file names: 'teams'. */
  readonly key: string;
  readonly title: string;
  /** What is counted: n, period and filters, in one sentence. */
  readonly sentence: string;
  readonly columns: readonly Column<K>[];
  readonly rows: readonly Row<K>[];
  readonly total: Row<K> | null;
}

interface More {
  readonly href?: string | null;
  readonly note?: string | null;
  readonly strong?: boolean;
}

/** Checks at compile time that each row has a cell for each column. */
export function table<const K extends string>(
  parts: Omit<Table<K>, 'total'> & { readonly total?: Row<NoInfer<K>> | null },
): Table {
  return { ...parts, total: parts.total ?? null };
}

export const text = (words: string, more: More = {}): Cell => cell(words, words, more);

/** A figure; `places` are the decimals on the page, a file keeps all of them. */
export const number = (value: number, places = 0, more: More = {}): Cell =>
  cell(roundHalfUp(value, places).toFixed(places), value, more);

/** So many out of so many: '23 of 38'. Files write the count, the whole and the share. */
export const share = (count: number, of: number, more: More = {}): Cell => ({
  ...cell(`${count} of ${of}`, count, more),
  of,
});

/** A date, given as YYYY-MM-DD, shown as '24 Nov 2026'. */
export const date = (day: string | null, more: More = {}): Cell => cell(day === null ? '' : formatDate(day), day, more);

/** A row of squares, always with its count in words. */
export const units = (marks: readonly Mark[], words: string, more: More = {}): Cell => ({
  ...cell(words, words, more),
  units: unitRow(marks),
});

export const state = (kind: 'late' | 'concern' | 'gap', words: string, more: More = {}): Cell => ({
  ...cell(words, words, more),
  state: kind,
});

/** A figure that is held back; the same words in page, total and file. */
export const tooFew = (): Cell => cell('too few to show', 'too few to show', {});

export const blank = (): Cell => cell('', null, {});

function cell(words: string, value: string | number | null, more: More): Cell {
  const { href = null, note = null, strong = false } = more;
  return { text: words, value, of: null, href, note, units: null, state: null, strong };
}
