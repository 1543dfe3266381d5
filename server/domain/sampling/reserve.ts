import type { Ranked } from './draw.js';

/**
 * The only unit that may take the place of one that leaves: the lowest rank of its stratum that never had a place; null
 * when the reserve is empty.
 * @param everTaken all units that have or had a place in the sample
 * @throws RangeError when the leaving unit was not ranked
 */
export function nextInReserve(
  ranks: readonly Omit<Ranked, 'hash'>[],
  everTaken: ReadonlySet<string>,
  leaving: string,
): string | null {
  const place = ranks.find(({ unit }) => unit === leaving);
  if (!place) throw new RangeError(`${leaving} is not in the draw`);
  const reserve = ranks.filter(({ unit, stratum }) => stratum === place.stratum && !everTaken.has(unit));
  return reserve.toSorted((a, b) => a.rank - b.rank)[0]?.unit ?? null;
}
