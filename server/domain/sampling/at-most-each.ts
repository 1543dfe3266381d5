/** A unit that takes a place. One that leaves at once is passed over; the next in reserve stands in place of it. */
export interface TakenPlace {
  unit: string;
  inPlaceOf: string | null;
  leaves: boolean;
}

/**
 * The first so many of a draw with at most so many of one practitioner: who is one too many leaves again, and the next of
 * the draw takes the place. So the record stays a draw with swaps, which anybody can check.
 * @param ranked everybody who may be drawn, in the order drawn
 * @param most of one practitioner; null for as many as come
 * @param holderOf practitioner of a unit; null for nobody, who is never one too many
 * @example placesAtMost(['a', 'b', 'c'], 2, 1, () => 7)
 * // a stays; b leaves, c takes its place and leaves too: nobody is left
 */
export function placesAtMost(
  ranked: readonly string[],
  size: number,
  most: number | null,
  holderOf: (unit: string) => number | null,
): TakenPlace[] {
  const held = new Map<number, number>();
  const fits = (unit: string): boolean => {
    const holder = holderOf(unit);
    if (holder === null || most === null) return true;
    const count = held.get(holder) ?? 0;
    if (count >= most) return false;
    held.set(holder, count + 1);
    return true;
  };
  const taken: TakenPlace[] = ranked.slice(0, size).map((unit) => ({ unit, inPlaceOf: null, leaves: !fits(unit) }));
  const waiting = taken.filter(({ leaves }) => leaves).map(({ unit }) => unit);
  const reserve = ranked.slice(size);
  while (waiting.length > 0 && reserve.length > 0) {
    const [inPlaceOf, unit] = [waiting.shift() ?? null, reserve.shift() ?? ''];
    const leaves = !fits(unit);
    taken.push({ unit, inPlaceOf, leaves });
    if (leaves) waiting.unshift(unit);
  }
  return taken;
}
