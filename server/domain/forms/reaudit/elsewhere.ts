import { placesOf } from '../check/places.js';
import type { EarlierAudit, EarlierResult } from './earlier.js';
import { takenItems } from './take.js';
import { worst } from './worth.js';

/** One question that fell short in an audit, on other cases: of how many it was asked, and on how many it is in order. */
export interface Elsewhere {
  item: string;
  before: string;
  asked: number;
  well: number;
}

/**
 * Whether practice has moved: the questions that fell short in one audit, counted over the readings of other cases. Where
 * a question does not apply to a case, that case leaves its count.
 * @param readings the results of each reading
 */
export function elsewhere(earlier: EarlierAudit, readings: readonly (readonly EarlierResult[])[]): Elsewhere[] {
  const { form, results } = earlier;
  return takenItems(earlier).flatMap((key) => {
    const item = placesOf(form).find((place) => place.item.key === key)?.item;
    const before = item && worst(form, item, results);
    if (!item || !before) return [];
    const found = readings.flatMap((reading) => worst(form, item, reading) ?? []);
    const well = found.filter(({ worth }) => worth === 1).length;
    return [{ item: key, before: before.outcome, asked: found.length, well }];
  });
}
