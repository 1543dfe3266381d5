import type { CountedAudit } from './audits.store.js';
import type { Reporting } from './reporting.js';

/** 'drawn at random from 41', 'drawn at random in 4 samples', 'in 4 samples, 1 of them chosen by hand'. */
export function howDrawn(r: Reporting, audits: readonly CountedAudit[]): string {
  const ids = [...new Set(audits.map(({ sample }) => sample))];
  const one = ids.length === 1 && ids[0] !== undefined ? r.drawn(ids[0]) : undefined;
  if (one?.method === 'whole') return `all ${one.eligible} that were eligible`;
  if (one?.method === 'chosen') return 'chosen by hand';
  if (one) return `drawn at random from ${one.eligible}`;
  const chosen = ids.filter((id) => r.method(id)?.method === 'chosen').length;
  if (chosen === ids.length) return `chosen by hand in ${ids.length} samples`;
  return chosen === 0
    ? `drawn at random in ${ids.length} samples`
    : `in ${ids.length} samples, ${chosen} of them chosen by hand`;
}

/** How many could have been drawn, when these audits are one recorded random sample, whole; otherwise null. */
export function populationOf(r: Reporting, audits: readonly CountedAudit[]): number | null {
  const first = audits[0];
  if (!first || audits.some(({ sample }) => sample !== first.sample)) return null;
  const drawn = r.drawn(first.sample);
  const isWhole = drawn && (drawn.method === 'simple' || drawn.method === 'whole') && drawn.places === audits.length;
  return isWhole && drawn.eligible >= audits.length ? drawn.eligible : null;
}
