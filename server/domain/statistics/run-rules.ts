/** Points in a row on one side of the median that make a shift. */
export const shiftLength = 7;
/** Points from which a run is tested at all. */
export const fewestForRun = 12;

/** The middle value; of an even number the mean of the two. Null without values. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return (low + high) / 2;
}

/**
 * Whether a run has shifted: seven points in a row on one side of its median, points on it passed over. Null under twelve
 * points, where nothing is tested. Length as NHSRplotthedots.
 * @example shiftOf([1, 2, 3]) // null
 */
export function shiftOf(values: readonly number[]): 'up' | 'down' | 'none' | null {
  const middle = median(values);
  if (values.length < fewestForRun || middle === null) return null;
  let length = 0;
  let side = 0;
  for (const value of values) {
    const now = Math.sign(value - middle);
    if (now === 0) continue;
    length = now === side ? length + 1 : 1;
    side = now;
    if (length >= shiftLength) return side > 0 ? 'up' : 'down';
  }
  return 'none';
}
