import type { Interval } from '../../domain/statistics/interval.js';
import { restsOn } from '../../domain/statistics/held-back.js';
import { meanAllowed } from '../../domain/statistics/mean-allowed.js';
import { blank, text, tooFew, type Cell } from '../../platform/table.js';
import type { CountedAudit } from './audits.store.js';
import { behindOf, clipped, files, whence } from './figure.js';
import type { Reporting } from './reporting.js';

/** A mean of scores of audits, as far as n and reach allow. */
export interface Mean {
  isHeld: boolean;
  n: number;
  /** '0.72', or each score, or 'too few to show'. */
  text: string;
  range: string | null;
  value: number | null;
  interval: Interval | null;
  /** Its own page: the sentence, and the audits behind it as far as the reader may open them. */
  href: string | null;
  /** To copy; empty where there is nothing to say. */
  sentence: string;
}

export interface Scored {
  audit: CountedAudit;
  score: number;
}

interface About {
  /** What was scored: 'Risk of harm to others, sections about practice'. */
  says: string;
  href: string | null;
  hold: boolean;
}

export function meanOf(r: Reporting, scored: readonly Scored[], { says, href, hold }: About): Mean {
  const audits = scored.map(({ audit }) => audit);
  const allowed = hold
    ? ({ show: 'too-few' } as const)
    : meanAllowed(
        scored.map(({ score }) => score),
        restsOn(behindOf(audits)),
      );
  const nothing = { range: null, value: null, interval: null, href: null, sentence: '' };
  if (allowed.show === 'too-few') return { isHeld: true, n: 0, text: 'too few to show', ...nothing };
  if (allowed.show === 'none-yet') return { isHeld: false, n: 0, text: 'none yet', ...nothing };
  const from = `over ${files(allowed.n)}; ${whence(r, audits)}.`;
  if (allowed.show === 'each') {
    const words = allowed.scores.join(', ');
    const sentence = `${says}: scores ${words}, too few for a mean, ${from}`;
    return { isHeld: false, n: allowed.n, text: words, ...nothing, href, sentence };
  }
  const { n, mean, range, interval } = allowed;
  const sentence = `${says}: mean ${allowed.text}, range ${range}, ${from}`;
  return { isHeld: false, n, text: allowed.text, range, value: mean, interval: clipped(interval), href, sentence };
}

/** The mean, or each score, linked to its own page. */
export const meanCell = (mean: Mean): Cell =>
  mean.isHeld ? tooFew() : mean.n === 0 ? blank() : text(mean.text, { href: mean.href });
