import { parseDate } from '../calendar/parse-date.js';
import { factOfHeading, factSays, type ColumnFact, type Columns } from './columns.js';
import { factKeys, kindOf, registerFacts } from './facts.js';
import { looksPersonal, type Personal } from './personal.js';
import { holdsWords } from './reference.js';

/** What stands in the way of a mapping; `heading` is null when a needed fact has no column. */
export interface ColumnFault {
  readonly heading: string | null;
  readonly message: string;
}

/** The cells of a column, for looking at what they hold. */
export type CellsOf = (heading: string) => readonly string[];

/**
 * Whether columns may be read as mapped: each needed fact has a column, no fact has two, nothing that looks personal
 * is mapped to anything but practitioner or team, and references are no words.
 */
export function checkColumns(columns: Columns, cellsOf: CellsOf, today: string): ColumnFault[] {
  const mapped = Object.entries(columns).flatMap(([heading, fact]) => (fact ? [{ heading, fact }] : []));
  const missing = factKeys
    .filter((fact) => 'needed' in registerFacts[fact] && !mapped.some((column) => column.fact === fact))
    .map((fact) => ({ heading: null, message: `No column holds the ${registerFacts[fact].says}.` }));
  const wrong = mapped.flatMap(({ heading, fact }, at) => {
    const message = mapped.slice(0, at).some((earlier) => earlier.fact === fact)
      ? `'${heading}': another column holds the ${factSays(fact)} already.`
      : whyNot(heading, fact, cellsOf(heading), today);
    return message ? [{ heading, message }] : [];
  });
  return [...missing, ...wrong];
}

/** What a column looks like that is not to be kept; a heading that is well known is taken at its word. */
export function personalColumn(heading: string, cells: readonly string[], today: string): Personal | null {
  const fact = factOfHeading(heading);
  return fact && kindOf(fact) !== 'text' ? null : looksPersonal(heading, cells, parseDate, today);
}

function whyNot(heading: string, fact: ColumnFact, cells: readonly string[], today: string): string | null {
  if (fact === 'practitioner' || fact === 'team') return null;
  const personal = personalColumn(heading, cells, today);
  if (personal) return `'${heading}' looks like ${personal}: it can hold the practitioner or the team only.`;
  if (fact === 'reference' && holdsWords(cells)) return `'${heading}' holds words: a reference is never a name.`;
  return null;
}
