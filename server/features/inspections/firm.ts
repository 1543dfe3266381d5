import { gradeName, grades, type Grade } from '../../domain/forms/scales.js';
import { pointsOf } from '../../domain/ratings/bands.js';
import { grounds } from '../../domain/ratings/flags.js';
import { standards, type CaseStandard, type Ratings } from '../../domain/ratings/framework-2018-2024.js';
import { ratingOfTotal } from '../../domain/ratings/overall.js';

/**
 * How firm the ratings are, in a few sentences: how many standards are flagged, how many one case could lower or raise,
 * and what the total would be if all of them went a step down, or a step up.
 */
export function firmInWords({ standards: cases, afterDiscretion }: Ratings): string | null {
  const rated = cases.filter(({ byRule }) => byRule !== null);
  if (rated.length === 0) return null;
  const flagged = rated.filter(({ flags }) => grounds(flags).length > 0).length;
  const lower = rated.filter(({ flags }) => flags.down.length > 0);
  const higher = rated.filter(({ flags }) => flags.up.length > 0);
  const weakest = lower.find(({ rating }) => rating === 'requires-improvement') ?? lower[0];
  return [
    `${flagged === rated.length ? `All ${flagged}` : `${flagged} of the ${rated.length}`} standards that rest on cases stand one case, few cases or a few points from another rating.`,
    ...(weakest ? [watch(weakest)] : []),
    ...(lower.length > 0
      ? [
          `Were the ${lower.length} that one case could lower a step lower, the total would be ${totalWords(afterDiscretion.total - steps(lower, -1), afterDiscretion.rating)}.`,
        ]
      : []),
    ...(higher.length > 0
      ? [
          `Were the ${higher.length} that one case could raise a step higher, it would be ${totalWords(afterDiscretion.total + steps(higher, 1), afterDiscretion.rating)}.`,
        ]
      : []),
  ].join(' ');
}

function watch({ key, flags }: CaseStandard): string {
  const title = standards.find((one) => one.key === key)?.title ?? '';
  const to = flags.down[0]?.rating;
  return `${key} ${title} is the one to watch: one case judged otherwise makes it ${to ? gradeName(to) : 'lower'}.`;
}

/** How many points a step of each comes to; nothing lies below Inadequate or above Outstanding. */
const steps = (moved: readonly CaseStandard[], step: 1 | -1): number =>
  moved.filter(({ rating }) => rating !== null && grades[pointsOf(rating) + step] !== undefined).length;

const totalWords = (total: number, rating: Grade | null): string =>
  rating === null ? String(total) : `${total}, ${gradeName(ratingOfTotal(total))}`;
