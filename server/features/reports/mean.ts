import type { Interval } from '../../domain/statistics/interval.js';
import { restsOn } from '../../domain/statistics/held-back.js';
import { meanAllowed } from '../../domain/statistics/mean-allowed.js';
import type { CountedAudit } from './audits.store.js';
import { behindOf, clipped } from './figure.js';

/** A mean of scores of audits, as far as n and reach allow. */
export interface Mean {
  isHeld: boolean;
  n: number;
  /** '0.72', or each score, or 'too few to show'. */
  text: string;
  range: string | null;
  value: number | null;
  interval: Interval | null;
}

export function meanOf(scored: readonly { audit: CountedAudit; score: number | null }[], hold = false): Mean {
  const known = scored.flatMap(({ audit, score }) => (score === null ? [] : [{ audit, score }]));
  const behind = restsOn(behindOf(known.map(({ audit }) => audit)));
  const allowed = hold
    ? ({ show: 'too-few' } as const)
    : meanAllowed(
        known.map(({ score }) => score),
        behind,
      );
  const nothing = { range: null, value: null, interval: null };
  if (allowed.show === 'too-few') return { isHeld: true, n: 0, text: 'too few to show', ...nothing };
  if (allowed.show === 'none-yet') return { isHeld: false, n: 0, text: 'none yet', ...nothing };
  if (allowed.show === 'each') return { isHeld: false, n: allowed.n, text: allowed.scores.join(', '), ...nothing };
  const { n, mean, range, interval } = allowed;
  return { isHeld: false, n, text: allowed.text, range, value: mean, interval: clipped(interval) };
}
