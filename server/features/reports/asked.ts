import { notFound } from '../../domain/problems.js';
import { themeOf, type Theme } from '../../domain/forms/themes.js';
import { auditsOfPeople, auditsOfPerson, type CountedAudit } from './audits.store.js';
import type { Behind } from './behind.js';
import { counting, countingParts, isIn, type Counted } from './counting.js';
import type { Figure } from './figure.js';
import { everybody } from './grid.page.js';
import type { Mean } from './mean.js';
import type { Reporting } from './reporting.js';
import type { What } from './what.js';

/** What a figure's own page shows: the figure, in words, and the audits behind it that the reader may open. */
export interface Measured {
  /** What is counted, as a title. */
  name: string;
  /** Over the column that says how each audit was counted. */
  head: string | null;
  figure: Figure | Mean | null;
  /** Oldest first, in reach and in the period. */
  listed: readonly Behind[];
}

/** Rows of the period in audits that the reader may open. */
export const mine = <T extends { audit: CountedAudit }>(r: Reporting, rows: readonly T[]): T[] =>
  rows.filter(({ audit }) => audit.within && isIn(r.selection, audit));

/** Counts, of one auditor where the address names one. */
export function countedOf<T extends { audit: CountedAudit }>(
  r: Reporting,
  rows: readonly T[],
  { auditor }: What,
): Counted<T> {
  if (!auditor) return counting(r, rows)(r.selection);
  return countingParts(r, rows, (audit) => audit.auditor)(r.selection, idOf(auditor));
}

/** What is counted, with the auditor where the address names one. */
export const byAuditor = (r: Reporting, says: string, { auditor }: What): string =>
  auditor ? `${says}, of those that ${r.person(idOf(auditor))} read` : says;

/** Rows of the auditor that the address names, or all. */
export const ofAuditor = <T extends { audit: CountedAudit }>(rows: readonly T[], { auditor }: What): T[] =>
  rows.filter(({ audit }) => !auditor || audit.auditor === idOf(auditor));

/** The agreed audits of one person's work, or of everybody's, as far as figures of people reach. */
export function workOf(r: Reporting, of: string): CountedAudit[] {
  if (of === everybody)
    return auditsOfPeople(r.db, r.selection, r.reach, r.today).filter(({ workOf: whose }) => whose !== null);
  return auditsOfPerson(r.db, idOf(of), r.selection, r.reach, r.today);
}

/** @throws notFound for what is no theme */
export function themeNamed(key: string): Theme {
  const theme = themeOf(key);
  if (!theme) throw notFound();
  return theme;
}

/** An id in an address. @throws notFound where it is none */
export function idOf(typed: string): number {
  if (!/^[1-9]\d{0,14}$/.test(typed)) throw notFound();
  return Number(typed);
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
