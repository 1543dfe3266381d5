import { complianceOfResults } from '../../domain/reports/share-met.js';
import { table, text, type Cell, type Row, type Table } from '../../platform/table.js';
import type { Counted } from './counting.js';
import { countCell, rangeCell, sentenceCell } from './figure-cells.js';
import { pooledOf, shareOf, type Figure } from './figure.js';
import { grouped } from './grouped.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { together, type Result, type Rule, type RuleSection, type RulesOfForm } from './rules.js';
import { pageOf, type What } from './what.js';

/** Met in time, or met or late with a reason that was accepted. */
export type Which = 'met' | 'adjusted';

export const metInWords: Record<Which, string> = { met: 'met', adjusted: 'met or late with an accepted reason' };

/** By section and rule, raw and with accepted reasons; sections pool their rules. */
export function sharesTable(r: Reporting, form: RulesOfForm): { shares: Table; met: Figure; adjusted: Figure } {
  const whole = (which: Which): Figure => pooledFigure(r, form.counted, which, { rules: which });
  const [met, adjusted] = [whole('met'), whole('adjusted')];
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
      { key: 'sentence', head: 'In a sentence', kind: 'file' },
      { key: 'adjustedSentence', head: 'In a sentence (with reasons)', kind: 'file' },
    ],
    rows: form.sections.flatMap((section) => [
      sectionRow(r, section),
      ...section.rules.map((rule) => ruleRow(r, rule)),
    ]),
    total: asRow(text('All rules', { strong: true }), met, adjusted),
  });
  return { shares, met, adjusted };
}

/** A share of results, pooled over rules: the audits are the clusters. */
export function pooledFigure(r: Reporting, { rows, hold }: Counted<Result>, which: Which, what: What): Figure {
  const clusters = [...grouped(rows, ({ audit }) => audit)].map(([audit, theirs]) => {
    const sum = complianceOfResults(theirs);
    return { audit, count: { sufficient: which === 'met' ? sum.met : sum.metAdjusted, n: sum.due } };
  });
  return pooledOf(r, clusters, { says: metInWords[which], href: pageOf(r, what), hold });
}

/** A share of audits that kept one rule. */
export function ruleFigure(r: Reporting, { key, asked, apart, counted }: Rule, which: Which): Figure {
  const judged = judgedBy(counted.rows, which);
  const what = { rules: which, item: key, ...(apart !== null && { asked: apart }) };
  const says = `${metInWords[which]}: ${asked.item.question}`;
  return shareOf(r, judged, { says, href: pageOf(r, what), hold: counted.hold });
}

export const judgedBy = (results: readonly Result[], which: Which) =>
  results.map(({ audit, outcome, accepted }) => ({
    audit,
    mark: outcome === 'met' || (which === 'adjusted' && accepted) ? ('yes' as const) : ('no' as const),
  }));

function sectionRow(r: Reporting, { key, title, rules }: RuleSection): Row<RuleColumn> {
  const of = (which: Which): Figure => pooledFigure(r, together(rules), which, { rules: which, section: key });
  return asRow(text(title, { strong: true }), of('met'), of('adjusted'));
}

function ruleRow(r: Reporting, rule: Rule): Row<RuleColumn> {
  const { item, note } = rule.asked;
  // From what to what a timescale counts: several rules share their question.
  const between = item.kind === 'timescale' ? `from ${item.from.label} to ${item.to.label}` : null;
  const notes = [between, note].filter((one) => one !== null).join('; ');
  return asRow(
    text(item.question, { note: notes || null }),
    ruleFigure(r, rule, 'met'),
    ruleFigure(r, rule, 'adjusted'),
  );
}

type RuleColumn = 'rule' | 'met' | 'range' | 'adjusted' | 'adjustedRange' | 'sentence' | 'adjustedSentence';

const asRow = (rule: Cell, met: Figure, adjusted: Figure): Row<RuleColumn> => ({
  rule,
  met: countCell(met),
  range: rangeCell(met),
  adjusted: countCell(adjusted),
  adjustedRange: rangeCell(adjusted),
  sentence: sentenceCell(met),
  adjustedSentence: sentenceCell(adjusted),
});
