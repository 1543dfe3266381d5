import type { FormDocument, Section } from '../../domain/forms/document.js';
import { complianceOfResults } from '../../domain/reports/share-met.js';
import { heldBack } from '../../domain/statistics/held-back.js';
import { table, text, type Cell, type Row } from '../../platform/table.js';
import type { CountedAudit } from './audits.store.js';
import { countCell, rangeCell } from './figure-cells.js';
import { behindOf, pooledOf, shareOf, type Figure } from './figure.js';
import { grouped } from './grouped.js';
import type { ItemOfAudit } from './items.store.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';

/** The result of one rule in one audit, and whether its lateness was accepted when the audit was agreed. */
export interface Result extends ItemOfAudit {
  by: CountedAudit;
  accepted: boolean;
}

/** By section and question. A rule held back takes another of its section with it, so that none can be reckoned. */
export function sharesTable(r: Reporting, document: FormDocument | null, forCase: readonly Result[]) {
  const sections = document?.sections ?? [];
  const byItem = grouped(forCase, ({ item }) => item);
  const parts = sections.map((section) => section.items.flatMap((item) => byItem.get(item.key) ?? []));
  const heldSections = heldBack(parts.map(behindOfResults));
  const rows = sections.flatMap((section, i) => {
    const part = parts[i] ?? [];
    if (part.length === 0) return [];
    const items = section.items.filter(({ key }) => byItem.has(key));
    const heldItems = heldBack(items.map(({ key }) => behindOfResults(byItem.get(key) ?? [])));
    return [
      sectionRow(r, section, part, heldSections[i] === true),
      ...items.map((item, j) => itemRow(r, item, byItem.get(item.key) ?? [], heldItems[j] === true)),
    ];
  });
  const met = pooled(r, forCase, 'met', false);
  const adjusted = pooled(r, forCase, 'metAdjusted', false);
  const shares = table({
    key: 'shares',
    title: 'Share met, by section and rule',
    sentence: `Each rule once a case; not yet due and does not apply left out; ${selectedInWords(r)}. Sections pool their rules, audits are the clusters of the range.`,
    columns: [
      { key: 'rule', head: 'Rule', kind: 'text' },
      { key: 'met', head: 'Met', kind: 'share' },
      { key: 'range', head: 'Share, 95% range', kind: 'text' },
      { key: 'adjusted', head: 'With accepted reasons', kind: 'share' },
      { key: 'adjustedRange', head: 'Share, 95% range (with reasons)', kind: 'text' },
    ],
    rows,
    total: ruleRow(text('All rules', { strong: true }), met, adjusted),
  });
  return { shares, met, adjusted };
}

const behindOfResults = (results: readonly Result[]) => behindOf([...new Set(results.map(({ by }) => by))]);

function sectionRow(r: Reporting, { title }: Section, results: readonly Result[], hold: boolean): Row<RuleColumn> {
  return ruleRow(
    text(title, { strong: true }),
    pooled(r, results, 'met', hold),
    pooled(r, results, 'metAdjusted', hold),
  );
}

function itemRow(
  r: Reporting,
  item: Section['items'][number],
  results: readonly Result[],
  hold: boolean,
): Row<RuleColumn> {
  const href = `/reports/audits${queryOf(r.selection, r.today, { item: item.key })}`;
  const of = (isMet: (result: Result) => boolean, says: string) =>
    shareOf(
      r,
      results.map((result) => ({ audit: result.by, mark: isMet(result) ? 'yes' : 'no' })),
      { says, href, hold },
    );
  const { question } = item;
  const met = of(({ outcome }) => outcome === 'met', `met: ${question}`);
  const adjusted = of(
    ({ outcome, accepted }) => outcome === 'met' || accepted,
    `met or late with an accepted reason: ${question}`,
  );
  return ruleRow(text(question, { note: betweenWhat(item) }), met, adjusted);
}

/** From what to what a timescale counts: several rules share their question. */
const betweenWhat = (item: Section['items'][number]): string | null =>
  item.kind === 'timescale' ? `from ${item.from.label} to ${item.to.label}` : null;

type RuleColumn = 'rule' | 'met' | 'range' | 'adjusted' | 'adjustedRange';

const ruleRow = (rule: Cell, met: Figure, adjusted: Figure): Row<RuleColumn> => ({
  rule,
  met: countCell(met),
  range: rangeCell(met),
  adjusted: countCell(adjusted),
  adjustedRange: rangeCell(adjusted),
});

function pooled(r: Reporting, results: readonly Result[], which: 'met' | 'metAdjusted', hold: boolean): Figure {
  const clusters = [...grouped(results, ({ by }) => by)].map(([audit, theirs]) => {
    const sum = complianceOfResults(theirs);
    return { audit, count: { sufficient: sum[which], n: sum.due } };
  });
  const says = which === 'met' ? 'met' : 'met or late with an accepted reason';
  return pooledOf(r, clusters, { says, href: null, hold });
}
