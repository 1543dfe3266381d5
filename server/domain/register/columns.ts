import { factKeys, isRegisterFact, registerFacts, type RegisterFact } from './facts.js';
import { keptFact, keptFactKeys, type KeptFactKey } from './kept-facts.js';

/** What a column can hold: a fact of the register, or one beyond it that the service keeps. */
export type ColumnFact = RegisterFact | KeptFactKey;

/** Which fact each column holds, by its heading; null for a column that is not kept. */
export type Columns = Readonly<Record<string, ColumnFact | null>>;

/** A fact in the words of a page. */
export const factSays = (fact: ColumnFact): string =>
  isRegisterFact(fact) ? registerFacts[fact].says : keptFact(fact).says;

/**
 * The headings of a row as names that are all different: trailing empty ones are dropped, an empty one within is called
 * by its place, a second of the same name gets a number.
 * @example headingsOf(['ID', '', 'Start', 'Start', '']) // ['ID', 'column 2', 'Start', 'Start (2)']
 */
export function headingsOf(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return withoutTrailingBlanks(cells).map((cell, at) => {
    const heading = plainText(cell) || `column ${at + 1}`;
    const times = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, times);
    return times === 1 ? heading : `${heading} (${times})`;
  });
}

/**
 * Which fact each heading most likely means: known headings only, each fact once, the first column that fits has it.
 * @param kept the facts beyond the register that the service keeps
 * @example guessColumns(['Person ID', 'ROSH', 'Offence']) // { 'Person ID': 'reference', ROSH: 'rosh', Offence: null }
 */
export function guessColumns(headings: readonly string[], kept: readonly KeptFactKey[] = []): Columns {
  const taken = new Set<ColumnFact>();
  const columns: Record<string, ColumnFact | null> = {};
  for (const heading of headings) {
    const fact = factOfHeading(heading) ?? keptFactOfHeading(heading, kept);
    columns[heading] = fact && !taken.has(fact) ? fact : null;
    if (fact) taken.add(fact);
  }
  return columns;
}

/** The fact that a heading is known to mean, or null. */
export function factOfHeading(heading: string): RegisterFact | null {
  return factsByHeading.get(headingKey(heading)) ?? null;
}

function keptFactOfHeading(heading: string, kept: readonly KeptFactKey[]): KeptFactKey | null {
  const fact = keptByHeading.get(headingKey(heading));
  return fact !== undefined && kept.includes(fact) ? fact : null;
}

/**
 * A heading without what differs between exports: case, spaces, underscores, '&' for 'and'.
 * @example headingKey('S&WB') === headingKey('s and wb') // true
 */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function withoutTrailingBlanks(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => plainText(cell) !== '') + 1);
}

function plainText(cell: string): string {
  return cell.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

const factsByHeading = new Map<string, RegisterFact>(
  factKeys.flatMap((fact) => registerFacts[fact].headings.map((heading) => [headingKey(heading), fact] as const)),
);

const keptByHeading = new Map<string, KeptFactKey>(
  keptFactKeys.flatMap((fact) => keptFact(fact).headings.map((heading) => [headingKey(heading), fact] as const)),
);
