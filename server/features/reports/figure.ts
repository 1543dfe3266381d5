import type { Count, Interval } from '../../domain/statistics/interval.js';
import { restsOn, type AuditBehind } from '../../domain/statistics/held-back.js';
import { pooledShareAllowed, shareAllowed, type ShareAllowed } from '../../domain/statistics/share-allowed.js';
import type { Mark } from '../../platform/svg/units.js';
import type { CountedAudit } from './audits.store.js';
import { howDrawn, populationOf } from './how-drawn.js';
import { selectedInWords, type Reporting } from './reporting.js';

/** A figure as pages, charts and files show it: what may be shown at its n, to this reader. */
export interface Figure {
  /** 0 where it is held back, so that a file can't tell it either. */
  n: number;
  isHeld: boolean;
  allowed: ShareAllowed;
  /** '23 of 38', 'too few to show' or 'none yet'. */
  count: string;
  sufficient: number;
  /** How many audits it rests on. */
  files: number;
  /** '61%'; null under ten. */
  percent: string | null;
  /** '45 to 74%' or 'most likely between 3 and 9 in 10'; null under five. */
  range: string | null;
  interval: Interval | null;
  /** One square an audit while they can be counted. */
  marks: readonly Mark[];
  /** Its own page: the sentence, and the audits behind it as far as the reader may open them. Null where there is none. */
  href: string | null;
  /** To copy: count, how drawn, who read, when agreed, range. */
  sentence: string;
}

/** One audit behind a share, and what it says. */
export interface Judged {
  audit: CountedAudit;
  mark: Mark;
}

export interface About {
  /** What 'yes' means, in words that follow the count: 'good enough on contingency'. */
  says: string;
  href: string | null;
  /** Not shown to this reader, as `counting` says. */
  hold: boolean;
  /** What is counted where it isn't files: 'results', 'answers'. */
  unit?: string;
}

/** Said in place of a figure that is held back. */
export const tooFewToShow =
  'Too few to show: a figure needs whole quarters with 5 audits of 3 practitioners that you may not open yourself.';

export const behindOf = (audits: readonly CountedAudit[]): AuditBehind[] =>
  audits.map(({ practitioner, within }) => ({ practitioner, within }));

/** A share of audits. @throws RangeError never for real audits */
export function shareOf(r: Reporting, judged: readonly Judged[], about: About): Figure {
  const audits = judged.map(({ audit }) => audit);
  const sufficient = judged.filter(({ mark }) => mark === 'yes').length;
  const drawn = about.hold ? null : populationOf(r, audits);
  const allowed: ShareAllowed = about.hold
    ? { show: 'too-few' }
    : shareAllowed({ sufficient, n: judged.length }, drawn, restsOn(behindOf(audits)));
  return figure(
    r,
    allowed,
    { sufficient, n: judged.length },
    audits,
    { unit: 'files', ...about },
    judged.map(({ mark }) => mark),
  );
}

/** A share of questions or rules, pooled over audits: the audits are the clusters. */
export function pooledOf(
  r: Reporting,
  clusters: readonly { audit: CountedAudit; count: Count }[],
  about: About,
): Figure {
  const asked = clusters.filter(({ count }) => count.n > 0);
  const audits = asked.map(({ audit }) => audit);
  const allowed: ShareAllowed = about.hold
    ? { show: 'too-few' }
    : pooledShareAllowed(
        asked.map(({ count }) => count),
        restsOn(behindOf(audits)),
      );
  const count = asked.reduce(
    (sum, one) => ({ sufficient: sum.sufficient + one.count.sufficient, n: sum.n + one.count.n }),
    { sufficient: 0, n: 0 },
  );
  return figure(r, allowed, count, audits, { unit: 'results', ...about }, []);
}

function figure(
  r: Reporting,
  allowed: ShareAllowed,
  { sufficient, n }: Count,
  audits: readonly CountedAudit[],
  about: About & { unit: string },
  marks: readonly Mark[],
): Figure {
  const isHeld = allowed.show === 'too-few';
  const hasRange = allowed.show === 'per-cent' || allowed.show === 'count-with-range';
  const count = isHeld ? 'too few to show' : allowed.show === 'none-yet' ? 'none yet' : allowed.count;
  const percent = allowed.show === 'per-cent' ? `${allowed.percent}%` : null;
  const range = hasRange ? allowed.range : null;
  return {
    n: isHeld ? 0 : n,
    isHeld,
    allowed,
    count,
    sufficient: isHeld ? 0 : sufficient,
    files: isHeld ? 0 : audits.length,
    percent,
    range,
    interval: hasRange ? clipped(allowed.interval) : null,
    marks: isHeld ? [] : marks,
    href: isHeld || n === 0 ? null : about.href,
    sentence: isHeld || n === 0 ? '' : sentence(r, { count, percent, range }, audits, about),
  };
}

function sentence(
  r: Reporting,
  { count, percent, range }: { count: string; percent: string | null; range: string | null },
  audits: readonly CountedAudit[],
  { says, unit }: { says: string; unit: string },
): string {
  const figures = [percent, range && (percent ? `range ${range}` : range)].filter((part) => part !== null).join(', ');
  const from = unit === 'files' ? `${count} files ${says}` : `${count} ${unit} ${says}, in ${files(audits.length)}`;
  return `${from}${figures === '' ? '' : ` (${figures})`}; ${whence(r, audits)}.`;
}

/** Where a figure comes from, for its sentence: how drawn, by how many read, when agreed. */
export function whence(r: Reporting, audits: readonly CountedAudit[]): string {
  const readers = new Set(audits.map(({ auditor }) => auditor)).size;
  const read = `read by ${readers} ${readers === 1 ? 'auditor' : 'auditors'}`;
  return `${howDrawn(r, audits)}, ${read}, ${selectedInWords(r)}`;
}

export const files = (n: number): string => (n === 1 ? '1 file' : `${n} files`);

export const clipped = ({ lower, upper }: Interval): Interval => ({
  lower: Math.max(0, lower),
  upper: Math.min(1, upper),
});
