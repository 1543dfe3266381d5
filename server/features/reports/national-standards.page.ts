import { asksCompliance } from '../../domain/forms/scales.js';
import { latenessReasonOf } from '../../domain/forms/lateness.js';
import { isException } from '../../domain/reports/late-papers.js';
import { complianceOfResults, isDue, type ResultOfRule } from '../../domain/reports/share-met.js';
import { heldBack } from '../../domain/statistics/held-back.js';
import type { FormDocument, Section } from '../../domain/forms/document.js';
import { date, number, blank, table, text, type Row, type Table } from '../../platform/table.js';
import { latestVersion, formVersion } from '../forms/forms.store.js';
import { caseOf } from './always-listed.js';
import { acceptedOn } from './accepted.store.js';
import { auditsOfService, type CountedAudit } from './audits.store.js';
import { behindOf, countCell, pooledOf, rangeCell, shareOf, type Figure } from './figure.js';
import { frame, type Frame } from './frame.js';
import { grouped } from './grouped.js';
import { resultsOfForm, type ItemOfAudit } from './items.store.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';

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

interface Result extends ItemOfAudit {
  by: CountedAudit;
  accepted: boolean;
}

export function nationalStandardsPage(r: Reporting): NationalStandardsPage {
  const key = r.selection.form ?? r.choices.forms[0]?.value ?? '';
  const selection = { ...r.selection, form: key };
  const audits = new Map(auditsOfService(r.db, selection, r.reach, r.today).map((audit) => [audit.id, audit]));
  const accepts = acceptedOn(r.db);
  const results = resultsOfForm(r.db, key, selection).flatMap((one): Result[] => {
    const by = audits.get(one.audit);
    if (!by) return [];
    const accepted =
      one.outcome === 'not-met-with-reason' && one.reason !== null && accepts(by.agreedAt).has(one.reason);
    return [{ ...one, by, accepted }];
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

/** By section and question. A rule held back takes another of its section with it, so that none can be reckoned. */
function sharesTable(r: Reporting, document: FormDocument | null, forCase: readonly Result[]) {
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
  return ruleRow(text(question), met, adjusted);
}

type RuleColumn = 'rule' | 'met' | 'range' | 'adjusted' | 'adjustedRange';

const ruleRow = (rule: ReturnType<typeof text>, met: Figure, adjusted: Figure): Row<RuleColumn> => ({
  rule,
  met: countCell(met),
  range: rangeCell(met),
  adjusted: countCell(adjusted),
  adjustedRange: rangeCell(adjusted),
});

function pooled(r: Reporting, results: readonly Result[], which: 'met' | 'metAdjusted', hold: boolean): Figure {
  const clusters = [...grouped(results, ({ by }) => by)].map(([audit, theirs]) => {
    const sum = complianceOfResults(theirs satisfies readonly ResultOfRule[]);
    return { audit, count: { sufficient: sum[which], n: sum.due } };
  });
  const says = which === 'met' ? 'met' : 'met or late with an accepted reason';
  return pooledOf(r, clusters, { says, href: null, hold });
}

/** Every rule that was not kept, by case, with its reason: row by row where a rule repeats. */
function exceptionsTable(r: Reporting, document: FormDocument | null, results: readonly Result[]): Table {
  const questions = new Map(
    (document?.sections ?? []).flatMap(({ items }) => items.map((item) => [item.key, item.question])),
  );
  const byRow = new Set(
    results.filter(({ occurrence }) => occurrence > 0).map(({ audit, item }) => `${audit} ${item}`),
  );
  const rows = results.filter(
    ({ audit, item, occurrence, outcome, by }) =>
      by.within && isException(outcome) && (occurrence > 0 || !byRow.has(`${audit} ${item}`)),
  );
  rows.sort((a, b) => b.by.agreedOn.localeCompare(a.by.agreedOn) || b.audit - a.audit);
  return table({
    key: 'exceptions',
    title: 'Exceptions',
    sentence: `Rules not met or not evidenced in audits that you may open, ${selectedInWords(r)}, newest first.`,
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'agreed', head: 'Agreed', kind: 'date' },
      { key: 'rule', head: 'Rule', kind: 'text' },
      { key: 'result', head: 'Result', kind: 'text' },
      { key: 'days', head: 'Took', kind: 'number' },
      { key: 'limit', head: 'Limit', kind: 'text' },
      { key: 'reason', head: 'Reason', kind: 'text' },
      { key: 'team', head: 'Team', kind: 'text' },
    ],
    rows: rows.map((result) => ({
      case: text(caseOf(result.by).reference, { href: caseOf(result.by).href }),
      agreed: date(result.by.agreedOn),
      rule: text(questions.get(result.item) ?? result.item),
      result: text(resultInWords(result.outcome)),
      days: result.days === null ? blank() : number(result.days, Number.isInteger(result.days) ? 0 : 1),
      limit: text(result.limitUsed ?? ''),
      reason: text(reasonInWords(result)),
      team: text(r.team(result.by.team)),
    })),
  });
}

const resultInWords = (outcome: string): string =>
  outcome === 'not-evidenced' ? 'Not evidenced' : outcome === 'not-met' ? 'Not met' : 'Not met, reason given';

function reasonInWords({ reason, outcome, accepted }: Result): string {
  const known = latenessReasonOf(reason);
  if (!known) return outcome === 'not-evidenced' ? '' : 'No reason given';
  return `${known.reason} (${accepted ? 'accepted' : 'not accepted'})`;
}
