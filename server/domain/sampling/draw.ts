import { sha256, type FrameRow } from './frame.js';

/** simple: all together; per-practitioner: so many in each stratum; whole and chosen: everybody who may be drawn. */
export type Method = 'simple' | 'per-practitioner' | 'whole' | 'chosen';

export interface Ranked {
  unit: string;
  stratum: string | null;
  /** 1, 2, 3 ... within the stratum */
  rank: number;
  /** SHA-256 of seed, newline, unit: what the rank is the order of */
  hash: string;
}

/** Bytes of randomness behind a seed. */
export const seedBytes = 10;

/**
 * A seed as people can read it out: twenty hexadecimal digits in groups of four.
 * @param random gives so many fresh random bytes as hexadecimal text
 * @example makeSeed(random) // '7f4b-4032-9ce1-00d2-a85e'
 */
export function makeSeed(random: (bytes: number) => string): string {
  return random(seedBytes).replace(/....(?=.)/g, '$&-');
}

/**
 * Puts everybody who may be drawn in the order of the SHA-256 of seed, newline, unit, stratum by stratum. Neither the
 * order of the list nor anything about a case plays a part, so anybody can draw again in any language.
 * @returns strata in order of name, ranks from 1; the first `size` of each stratum are drawn, the others are its reserve
 * @example rankUnits([{ unit: 'a', excludedBy: null, stratum: null }], 'seed') // [{ unit: 'a', stratum: null, rank: 1, hash: '...' }]
 */
export function rankUnits(rows: readonly FrameRow[], seed: string): Ranked[] {
  const ranked = new Map<string | null, number>();
  return rows
    .filter((row) => row.excludedBy === null)
    .map(({ unit, stratum }) => ({ unit, stratum, hash: sha256(`${seed}\n${unit}`) }))
    .toSorted(byStratumThenHash)
    .map((row) => {
      const rank = (ranked.get(row.stratum) ?? 0) + 1;
      ranked.set(row.stratum, rank);
      return { ...row, rank };
    });
}

/**
 * The group within which a case is drawn: with so many for each practitioner, the practitioner; otherwise none.
 * @example stratumOf('per-practitioner', 12) // 'practitioner-12'
 */
export function stratumOf(method: Method, practitioner: number | null): string | null {
  if (method !== 'per-practitioner') return null;
  return practitioner === null ? 'no-practitioner' : `practitioner-${practitioner}`;
}

/**
 * How many a draw takes of each stratum: the size asked for, or everybody when the method leaves nobody out.
 * @param eligible how many may be drawn in all
 */
export function sizeOf(method: Method, asked: number, eligible: number): number {
  return method === 'whole' || method === 'chosen' ? eligible : asked;
}

/** What the draw takes at first: the first `size` of each stratum. */
export function firstTaken<Row extends { rank: number }>(ranks: readonly Row[], size: number): Row[] {
  return ranks.filter(({ rank }) => rank <= size);
}

function byStratumThenHash(a: Omit<Ranked, 'rank'>, b: Omit<Ranked, 'rank'>): number {
  if (a.stratum !== b.stratum) return (a.stratum ?? '') < (b.stratum ?? '') ? -1 : 1;
  return a.hash < b.hash ? -1 : 1;
}
