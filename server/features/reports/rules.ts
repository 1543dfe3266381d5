import { asksCompliance } from '../../domain/forms/scales.js';
import { isDue } from '../../domain/scoring/compliance.js';
import { formVersion, latestVersion } from '../forms/forms.store.js';
import { acceptedOn } from './accepted.store.js';
import type { CountedAudit } from './audits.store.js';
import { countingOneOf, type Counted } from './counting.js';
import { auditsAround } from './graded.js';
import { grouped } from './grouped.js';
import { resultsOfForm, type ItemOfAudit } from './items.store.js';
import { waysOfAsking, type AskedAlike } from './question-versions.js';
import type { Reporting } from './reporting.js';

/** The result of one rule in one audit, and whether its lateness was accepted when the audit was agreed. */
export interface Result extends Omit<ItemOfAudit, 'audit'> {
  audit: CountedAudit;
  accepted: boolean;
}

export interface Rule {
  key: string;
  asked: AskedAlike;
  /** Null while all versions ask alike; else which it is, for an address. */
  apart: string | null;
  counted: Counted<Result>;
}

export interface RuleSection {
  key: string;
  title: string;
  rules: Rule[];
}

/** The rules of one form over all versions that were used, with their results: those of a case, and every row of them. */
export interface RulesOfForm {
  title: string | null;
  sections: RuleSection[];
  /** What was due, once a case, as far as it counts for the reader. */
  counted: Counted<Result>;
  /** Every row of every rule, in audits of the period that the reader may open. */
  rows: Result[];
  audits: number;
}

/** @param form the key of a form that counts what was met; the filters of `r` must name it too */
export function rulesOf(r: Reporting, form: string): RulesOfForm {
  const audits = new Map(auditsAround(r).map((audit) => [audit.id, audit]));
  const ids = [...new Set([...audits.values()].map(({ version }) => version))];
  const results = resultsIn(r, form, audits);
  const ofCases = results.filter(isOfCase);
  const byItem = grouped(ofCases, ({ item }) => item);
  const sections = sectionsOf(r, ids).map(({ key, title, items }) => ({
    key,
    title,
    rules: items.flatMap((item) => rulesUnder(r, item, ids, byItem.get(item) ?? [], ofCases)),
  }));
  const rules = new Set(sections.flatMap((section) => section.rules.map(({ key }) => key)));
  const all = sections.flatMap((section) => section.rules);
  const { from, until } = r.selection;
  const isHere = ({ within, agreedOn }: CountedAudit): boolean => within && agreedOn >= from && agreedOn <= until;
  return {
    title: titleOf(r, form, ids),
    sections: sections.filter((section) => section.rules.length > 0),
    counted: together(all),
    rows: results.filter(({ item, audit }) => rules.has(item) && isHere(audit)),
    audits: new Set(all.flatMap(({ counted }) => counted.rows.map(({ audit }) => audit))).size,
  };
}

/** Rules that are counted as one: what counts of each that is shown. */
export function together(rules: readonly Rule[]): Counted<Result> {
  const shown = rules.filter(({ counted }) => !counted.hold);
  return {
    rows: shown.flatMap(({ counted }) => counted.rows),
    hold: rules.length > 0 && shown.length === 0,
    leftOut: rules.reduce((sum, { counted }) => sum + counted.leftOut, 0),
  };
}

function resultsIn(r: Reporting, form: string, audits: ReadonlyMap<number, CountedAudit>): Result[] {
  const accepts = acceptedOn(r.db);
  return resultsOfForm(r.db, form, r.around).flatMap((one): Result[] => {
    const audit = audits.get(one.audit);
    if (!audit) return [];
    const isLate = one.outcome === 'not-met-with-reason' && one.reason !== null;
    const accepted = isLate && one.reason !== null && accepts(audit.agreedAt).has(one.reason);
    return [{ ...one, audit, accepted: accepted && !formVersion(r.db, audit.version).document.zeroTolerance }];
  });
}

const isOfCase = ({ occurrence, outcome }: Result): boolean => occurrence === 0 && isDue(outcome);

function rulesUnder(
  r: Reporting,
  key: string,
  ids: readonly number[],
  results: readonly Result[],
  ofForm: readonly Result[],
): Rule[] {
  const ways = waysOfAsking(r, key, ids);
  return ways.flatMap((asked) => {
    const rows = results.filter(({ audit }) => asked.versions.has(audit.version));
    const counted = countingOneOf(r, rows, ofForm)(r.selection);
    const isEmpty = counted.rows.length === 0 && !counted.hold;
    return isEmpty ? [] : [{ key, asked, apart: ways.length === 1 ? null : String(asked.newest), counted }];
  });
}

/** Sections in the order of the newest version; what only an older one has stands where it stood, after the rest. */
function sectionsOf(r: Reporting, ids: readonly number[]): { key: string; title: string; items: string[] }[] {
  const sections = new Map<string, { title: string; items: string[] }>();
  const placed = new Set<string>();
  const documents = ids.map((id) => formVersion(r.db, id)).sort((a, b) => b.version - a.version);
  for (const section of documents.flatMap(({ document }) => document.sections)) {
    const here = sections.get(section.key) ?? { title: section.title, items: [] };
    const rules = section.items.filter((item) => asksCompliance(item) && !placed.has(item.key));
    here.items.push(...rules.map(({ key }) => key));
    for (const { key } of rules) placed.add(key);
    sections.set(section.key, here);
  }
  return [...sections].map(([key, one]) => ({ key, ...one }));
}

function titleOf(r: Reporting, form: string, ids: readonly number[]): string | null {
  const newest = ids.map((id) => formVersion(r.db, id)).sort((a, b) => b.version - a.version)[0];
  return newest?.title ?? latestVersion(r.db, form)?.title ?? null;
}
