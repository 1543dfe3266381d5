import { enoughForAllReaders } from './small-numbers.js';

/** One agreed audit that a reader may not open. */
export interface Beyond {
  /** 'YYYY-MM-DD' */
  agreedOn: string;
  form: string;
  /** Whose work it is; null where nobody is recorded. */
  practitioner: number | null;
}

/** Audits that only ever count together, and the whole quarters that they lie in. */
export interface Block<T> {
  from: string;
  until: string;
  audits: readonly T[];
}

/**
 * Audits that a reader may not open, in blocks that count whole or not at all: the quarters of one form and year, joined
 * one after the other until they rest on enough. Then any two figures of such a reader differ by whole blocks, and nobody's
 * own result is what is left when one is taken from the other. Quarters that have not ended wait, because a figure that
 * grew by one audit overnight would tell it.
 * @param audits every one of the calendar years that they lie in, so that blocks do not depend on the period asked for
 * @param today 'YYYY-MM-DD'
 * @returns the blocks; an audit of a quarter that found no company in its year is in none of them
 */
export function blocksOf<T extends Beyond>(audits: readonly T[], today: string): Block<T>[] {
  const lines = new Map<string, T[]>();
  for (const audit of audits) {
    if (quarterOf(audit.agreedOn).until >= today) continue;
    const line = `${audit.agreedOn.slice(0, 4)} ${audit.form}`;
    const known = lines.get(line);
    if (known) known.push(audit);
    else lines.set(line, [audit]);
  }
  return [...lines.values()].flatMap((line) => joined(line));
}

function joined<T extends Beyond>(line: readonly T[]): Block<T>[] {
  const sorted = [...line].sort((a, b) => a.agreedOn.localeCompare(b.agreedOn));
  const blocks: Block<T>[] = [];
  let open: T[] = [];
  sorted.forEach((audit, i) => {
    open.push(audit);
    const { until } = quarterOf(audit.agreedOn);
    const isLastOfQuarter = (sorted[i + 1]?.agreedOn ?? '9') > until;
    if (!isLastOfQuarter || !isEnough(open)) return;
    blocks.push({ from: quarterOf(open[0]?.agreedOn ?? until).from, until, audits: open });
    open = [];
  });
  return blocks;
}

const isEnough = (audits: readonly Beyond[]): boolean =>
  enoughForAllReaders({
    audits: audits.length,
    practitioners: new Set(audits.flatMap(({ practitioner }) => practitioner ?? [])).size,
  });

/**
 * The first and the last day of the quarter that a day lies in.
 * @example quarterOf('2026-05-10') // { from: '2026-04-01', until: '2026-06-30' }
 */
export function quarterOf(day: string): { from: string; until: string } {
  const year = day.slice(0, 4);
  const [first, last] = quarters[Math.floor((Number(day.slice(5, 7)) - 1) / 3)] ?? ['01-01', '03-31'];
  return { from: `${year}-${first}`, until: `${year}-${last}` };
}

const quarters = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const;
