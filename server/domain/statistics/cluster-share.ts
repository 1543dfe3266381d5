import { usualConfidence, type Count } from './interval.js';
import { studentReach } from './quantiles.js';

export interface ClusterShare {
  /** sufficient items over all items */
  share: number;
  se: number | null;
  lower: number | null;
  upper: number | null;
}

/**
 * Share of items pooled over audits, with the audits as clusters: answers of one audit go together, so items are not
 * counted as if each were drawn alone. No interval for one audit; limits are not cut to 0 to 1.
 * Ratio estimator, linearised: Cochran 1977, 11.8.
 * @param audits what was sufficient of what applied, one entry an audit; audits without an item are passed over
 * @throws RangeError when nothing applied anywhere
 * @example clusterShare([{ sufficient: 5, n: 12 }, { sufficient: 4, n: 10 }]).share // 0.409...
 */
export function clusterShare(audits: readonly Count[], confidence = usualConfidence): ClusterShare {
  const clusters = audits.filter((audit) => audit.n > 0);
  const items = clusters.reduce((total, { n }) => total + n, 0);
  if (items === 0) throw new RangeError('Nothing applied in any audit');
  const share = clusters.reduce((total, { sufficient }) => total + sufficient, 0) / items;
  const m = clusters.length;
  if (m === 1) return { share, se: null, lower: null, upper: null };
  const squares = clusters.reduce((total, { sufficient, n }) => total + (sufficient - share * n) ** 2, 0);
  const se = Math.sqrt((m / (m - 1)) * squares) / items;
  const half = studentReach(confidence, m - 1) * se;
  return { share, se, lower: share - half, upper: share + half };
}
