/**
 * Whole per cent of a count, halves up, reckoned in whole numbers: 23 of 40 is 58, which k / n * 100 makes 57.
 * @throws RangeError unless whole numbers with n >= 1 and sufficient >= 0
 * @example wholePercent(23, 40) // 58
 */
export function wholePercent(sufficient: number, n: number): number {
  if (!Number.isInteger(sufficient) || !Number.isInteger(n) || n < 1 || sufficient < 0)
    throw new RangeError(`Not a share: ${sufficient} of ${n}`);
  return Math.floor((200 * sufficient + n) / (2 * n));
}

/**
 * Whole per cent of a limit of an interval, halves up, cut to 0 to 100.
 * @example limitPercent(0.575) // 58
 */
export function limitPercent(share: number): number {
  return roundHalfUp(Math.min(1, Math.max(0, share)) * 100, 0);
}

/**
 * Rounds halves up, taking what floats made a hair smaller for what was meant: 0.285 is 0.29 to two places.
 * @param places 0 to 9
 * @example roundHalfUp(1.005, 2) // 1.01
 */
export function roundHalfUp(value: number, places: number): number {
  const factor = 10 ** places;
  return Math.floor(value * factor + 0.5 + 1e-9) / factor;
}

/**
 * A score as it is printed: two places, never per cent.
 * @example scoreText(0.6499999999999999) // '0.65'
 */
export function scoreText(score: number): string {
  return roundHalfUp(score, 2).toFixed(2);
}
