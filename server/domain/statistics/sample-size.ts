import { normalReach } from './quantiles.js';

export interface SizeWanted {
  /** the inspectorate plans with 0.8 */
  confidence: number;
  /** half width, 0.05 = 5 points either side */
  margin: number;
  /** 0.5 is the most careful guess */
  expectedShare: number;
}

/** What the inspectorate plans its samples with. */
export const inspectorateSize: SizeWanted = { confidence: 0.8, margin: 0.05, expectedShare: 0.5 };

/**
 * How many of a population to draw so that a share is known within a margin. Rounded up, never above the population.
 * Cochran 1977, 4.2 to 4.4.
 * @param population whole number, 1 or more
 * @throws RangeError
 * @example sampleSize(30).n // 26
 */
export function sampleSize(population: number, wanted: SizeWanted = inspectorateSize) {
  if (!Number.isInteger(population) || population < 1) throw new RangeError(`No population: ${population}`);
  if (!(wanted.margin > 0)) throw new RangeError(`A margin must be above 0, not ${wanted.margin}`);
  const z = normalReach(wanted.confidence);
  const infinite = (z * z * wanted.expectedShare * (1 - wanted.expectedShare)) / wanted.margin ** 2;
  const unrounded = infinite / (1 + (infinite - 1) / population);
  // 1e-9 is taken off so that a whole number that floats made a hair larger is not rounded up to the next.
  return { infinite, unrounded, n: Math.min(population, Math.ceil(unrounded - 1e-9)) };
}
