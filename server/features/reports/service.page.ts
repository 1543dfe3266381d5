import { gradeName, grades, type Grade } from '../../domain/forms/scales.js';
import { quartersOf, type Quarter } from '../../domain/reports/period.js';
import { heldBack } from '../../domain/statistics/held-back.js';
import { run, type RunPoint } from '../../platform/svg/run.js';
import type { Drawing } from '../../platform/svg/drawing.js';
import { median } from '../../domain/statistics/run-rules.js';
import { blank, number, table, text, tooFew, type Cell, type Row, type Table } from '../../platform/table.js';
import { auditsOfService, type CountedAudit } from './audits.store.js';
import { behindOf, shareOf } from './figure.js';
import { meanOf, type Mean } from './mean.js';
import { frame, type Frame } from './frame.js';
import { grouped } from './grouped.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';
import { verdictOf } from './verdict.js';

/** The service over time, one form at a time: grades as counts, the mean score, own against computed grades. */
export interface ServicePage {
  frame: Frame;
  empty: string | null;
  forms: FormOverTime[];
  tables: Table[];
}

export interface FormOverTime {
  title: string;
  lead: string;
  sentence: string;
  href: string;
  /** Null for a form without scores. */
  chart: Drawing | null;
  conclusion: string;
  caption: string;
  quarters: Table;
  against: Table;
  agreed: string;
}

const fromBest = [...grades].reverse();

export function servicePage(r: Reporting): ServicePage {
  const audits = auditsOfService(r.db, r.selection, r.reach, r.today);
  const byForm = grouped(audits, ({ form }) => form);
  const keys = r.choices.forms.map(({ value }) => value).filter((key) => byForm.has(key));
  const forms = keys.map((key) => formOverTime(r, key, byForm.get(key) ?? []));
  return {
    frame: frame(r, { counted: `${audits.length}` }),
    empty: forms.length === 0 ? 'No audit was agreed in this period.' : null,
    forms,
    tables: forms.flatMap(({ quarters, against }) => [quarters, against]),
  };
}

function formOverTime(r: Reporting, key: string, audits: readonly CountedAudit[]): FormOverTime {
  const quarters = quartersOf(r.selection, r.today);
  const parts = quarters.map(({ from, until }) =>
    audits.filter(({ agreedOn }) => agreedOn >= from && agreedOn <= until),
  );
  const held = heldBack(parts.map(behindOf));
  const means = parts.map((part, i) =>
    meanOf(
      part.map((audit) => ({ audit, score: audit.score })),
      held[i] === true,
    ),
  );
  const all = meanOf(audits.map((audit) => ({ audit, score: audit.score })));
  const title = r.form(key);
  return {
    title,
    lead: leadOf(all),
    sentence:
      all.value === null
        ? ''
        : `${title}: mean score ${all.text} over ${all.n} audits, range ${all.range ?? ''}, ${selectedInWords(r)}.`,
    href: `/reports/audits${queryOf({ ...r.selection, form: key }, r.today)}`,
    ...scoreOverTime(key, title, quarters, all.isHeld ? [] : means),
    quarters: quartersTable(r, key, title, quarters, parts, means, held, audits),
    ...ownAgainstComputed(r, key, title, audits),
  };
}

function leadOf(all: Mean): string {
  if (all.isHeld) return 'Too few to show: a figure needs 5 audits of 3 practitioners that you may not open yourself.';
  if (all.n === 0) return 'This form counts what was met; it has no score.';
  if (all.value === null) return `${all.n} audits, too few for a mean: ${all.text}.`;
  return `Mean score ${all.text} over ${all.n} audits, range ${all.range ?? ''}.`;
}

/** The mean score quarter by quarter; no chart while no quarter has one. */
function scoreOverTime(
  key: string,
  title: string,
  quarters: readonly Quarter[],
  means: readonly Mean[],
): Pick<FormOverTime, 'chart' | 'conclusion' | 'caption'> {
  const points = quarters.map(({ label, under }, i) => pointOf(label, under, means[i]));
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const { verdict, conclusion, caption } = verdictOf(values, marks);
  const drawing = { id: `score-${key}`, title: `${title}: mean score by quarter`, measure: 'score' as const };
  const chart = values.length === 0 ? null : run({ ...drawing, points, median: median(values), verdict });
  return { chart, conclusion, caption };
}

const marks =
  'Dot: the mean of the quarter’s audits, from five on; bar: its 95% range (t). Dashed: the median of the quarters.';

function pointOf(label: string, under: string | null, mean: Mean | undefined): RunPoint {
  const counted = mean?.isHeld ? 'too few' : !mean || mean.n === 0 ? 'none' : `n ${mean.n}`;
  const { lower = null, upper = null } = mean?.interval ?? {};
  return { label, under, value: mean?.value ?? null, low: lower, high: upper, counted };
}

function quartersTable(
  r: Reporting,
  key: string,
  title: string,
  quarters: readonly Quarter[],
  parts: readonly (readonly CountedAudit[])[],
  means: readonly Mean[],
  held: readonly boolean[],
  audits: readonly CountedAudit[],
): Table {
  const all = meanOf(audits.map((audit) => ({ audit, score: audit.score })));
  return table<string>({
    key: `quarters-${key}`,
    title: `${title} by quarter`,
    sentence: `The auditor’s own grades as counts, and the mean score, ${selectedInWords(r)}.`,
    columns: [
      { key: 'quarter', head: 'Quarter', kind: 'text' },
      { key: 'audits', head: 'Audits', kind: 'number' },
      ...fromBest.map((grade) => ({ key: grade, head: gradeName(grade), kind: 'number' as const })),
      { key: 'mean', head: 'Mean score', kind: 'text' },
      { key: 'range', head: '95% range', kind: 'text' },
    ],
    rows: quarters.map(({ label, under, from, until }, i) =>
      quarterRow(`${label} ${under}`, parts[i] ?? [], means[i], held[i] === true, hrefOf(r, key, from, until)),
    ),
    total: quarterRow('All', audits, all, all.isHeld || heldBack([behindOf(audits)])[0] === true, null),
  });
}

const hrefOf = (r: Reporting, form: string, from: string, until: string): string =>
  `/reports/audits${queryOf({ ...r.selection, form, from, until }, r.today)}`;

function quarterRow(
  name: string,
  audits: readonly CountedAudit[],
  mean: Mean | undefined,
  hold: boolean,
  href: string | null,
): Row {
  const count = (n: number): Cell => (hold ? tooFew() : number(n));
  return {
    quarter: text(name),
    audits: hold ? tooFew() : number(audits.length, 0, { href: audits.some(({ within }) => within) ? href : null }),
    ...Object.fromEntries(
      fromBest.map((grade) => [grade, count(audits.filter(({ ownGrade }) => ownGrade === grade).length)]),
    ),
    mean: hold ? blank() : text(mean?.n === 0 ? '' : (mean?.text ?? '')),
    range: hold ? blank() : text(mean?.range ?? ''),
  };
}

/** How often auditors put the grade that the form works out: a table of both, and the share alike. */
function ownAgainstComputed(
  r: Reporting,
  key: string,
  title: string,
  audits: readonly CountedAudit[],
): { against: Table; agreed: string } {
  const both = audits.filter(({ ownGrade, computedGrade }) => ownGrade !== null && computedGrade !== null);
  const isAlike = ({ ownGrade, computedGrade }: CountedAudit): boolean => ownGrade === computedGrade;
  const alike = shareOf(
    r,
    both.map((audit) => ({ audit, mark: isAlike(audit) ? 'yes' : 'no' })),
    { says: 'with own and computed grade alike', href: null },
  );
  const cells = fromBest.map((own) =>
    fromBest.map((computed) => both.filter((a) => a.ownGrade === own && a.computedGrade === computed)),
  );
  const cell = (i: number, j: number): Cell => {
    const n = cells[i]?.[j]?.length ?? 0;
    return alike.isHeld ? tooFew() : number(n);
  };
  const row = (own: Grade, i: number): Row => ({
    own: text(gradeName(own)),
    ...Object.fromEntries(fromBest.map((computed, j) => [computed, cell(i, j)])),
  });
  return {
    agreed: alike.isHeld ? 'Too few to show.' : alike.n === 0 ? 'No audit has both grades.' : alike.sentence,
    against: table<string>({
      key: `grades-${key}`,
      title: `${title}: own against computed grade`,
      sentence: `Rows: the auditor’s own grade. Columns: what the form works out. ${selectedInWords(r)}.`,
      columns: [
        { key: 'own', head: 'Auditor’s own', kind: 'text' },
        ...fromBest.map((grade) => ({ key: grade, head: `Worked out: ${gradeName(grade)}`, kind: 'number' as const })),
      ],
      rows: fromBest.map(row),
    }),
  };
}
