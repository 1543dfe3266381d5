import type { FormDocument } from '../../domain/forms/document.js';
import { asksCompliance } from '../../domain/forms/scales.js';
import { isDue } from '../../domain/scoring/compliance.js';
import type { Table } from '../../platform/table.js';
import { formVersion, latestVersion } from '../forms/forms.store.js';
import { acceptedOn } from './accepted.store.js';
import { auditsOfService, type CountedAudit } from './audits.store.js';
import { exceptionsTable } from './exceptions.js';
import type { Figure } from './figure.js';
import { frame, type Frame } from './frame.js';
import { resultsOfForm } from './items.store.js';
import type { Reporting } from './reporting.js';
import { sharesTable, type Result } from './shares-met.js';

/** How often rules were kept: raw, and with accepted reasons for lateness; every exception by case, at any number. */
export interface NationalStandardsPage {
  frame: Frame;
  title: string;
  empty: string | null;
  met: Figure;
  adjusted: Figure;
  tables: Table[];
  shares: Table;
  exceptions: Table;
  exceptionCount: string;
}

/** The form that the page is named after, where it is published; else the first that counts rules. */
const usualForm = (keys: readonly string[]): string =>
  keys.find((key) => key.startsWith('national-standards')) ?? keys[0] ?? '';

export function nationalStandardsPage(r: Reporting): NationalStandardsPage {
  const key = r.selection.form ?? usualForm(r.choices.forms.map(({ value }) => value));
  const selection = { ...r.selection, form: key };
  const audits = new Map(auditsOfService(r.db, selection, r.reach, r.today).map((audit) => [audit.id, audit]));
  const accepts = acceptedOn(r.db);
  const results = resultsOfForm(r.db, key, selection).flatMap((one): Result[] => {
    const by = audits.get(one.audit);
    if (!by) return [];
    const accepted =
      one.outcome === 'not-met-with-reason' && one.reason !== null && accepts(by.agreedAt).has(one.reason);
    return [{ ...one, by, accepted: accepted && !formVersion(r.db, by.version).document.zeroTolerance }];
  });
  const document = documentOf(r, key, audits);
  const rules = document
    ? document.sections.flatMap(({ items }) => items.filter(asksCompliance)).map(({ key: item }) => item)
    : [];
  const forCase = results.filter(
    ({ item, occurrence, outcome }) => occurrence === 0 && rules.includes(item) && isDue(outcome),
  );
  const { shares, met, adjusted } = sharesTable(r, document, forCase);
  const exceptions = exceptionsTable(
    r,
    document,
    results.filter(({ item }) => rules.includes(item)),
  );
  return {
    frame: frame(r, {
      counted: met.isHeld ? 'too few to show' : `${audits.size} with ${document?.title ?? 'no such form'}`,
    }),
    title: document?.title ?? 'National Standards',
    empty: forCase.length === 0 ? 'No audit that measures compliance was agreed in this period.' : null,
    met,
    adjusted,
    tables: [shares, exceptions],
    shares,
    exceptions,
    exceptionCount: `${exceptions.rows.length} that you may open, at any number`,
  };
}

function documentOf(r: Reporting, key: string, audits: ReadonlyMap<number, CountedAudit>): FormDocument | null {
  const last = [...audits.values()].at(-1);
  return last ? formVersion(r.db, last.version).document : (latestVersion(r.db, key)?.document ?? null);
}
