/** Points of what was scored, out of the weight that was scored. */
export interface Points {
  points: number;
  weight: number;
}

/** One answer that counts: its worth, 0 to 1, and its weight. */
export interface Scored {
  worth: number;
  weight: number;
}

/**
 * Adds up answers: points = sum(weight x worth), weight = sum(weight).
 * @example pointsOf([{ worth: 1, weight: 2 }, { worth: 0.5, weight: 1 }]) // { points: 2.5, weight: 3 }
 */
export function pointsOf(scored: readonly Scored[]): Points {
  const sum = { points: 0, weight: 0 };
  for (const { worth, weight } of scored) {
    sum.points += weight * worth;
    sum.weight += weight;
  }
  return sum;
}

/**
 * The score, 0 to 1: points over weight; null where nothing was scored.
 * @example scoreOf({ points: 2.5, weight: 5 }) // 0.5
 */
export function scoreOf({ points, weight }: Points): number | null {
  return weight > 0 ? points / weight : null;
}
