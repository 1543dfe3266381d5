import { alwaysListed, type Listed } from './always-listed.js';
import type { CountedAudit } from './audits.store.js';
import { beyondReach } from './beyond-reach.js';
import { counting } from './counting.js';
import { custodyForm } from './custody-entries.js';
import { formsInFigure } from './forms-in-figure.js';
import { frame, type Frame } from './frame.js';
import { tooFewToShow } from './figure.js';
import { auditsAround, gradedIn, saysOfScore, scoredIn } from './graded.js';
import { ownAgainstComputed, type Against } from './grades-against.js';
import { grouped } from './grouped.js';
import { meanOf, type Mean } from './mean.js';
import { quartersOfForm, type QuartersOfForm } from './quarters-of-form.js';
import { narrowed, type Reporting } from './reporting.js';
import type { Table } from '../../platform/table.js';
import { pageOf } from './what.js';

/** The service over time, one form at a time: grades as counts, the mean score, own against computed grades. */
export interface ServicePage {
  frame: Frame;
  empty: string | null;
  forms: FormOverTime[];
  listed: Listed[];
  tables: Table[];
}

export interface FormOverTime extends QuartersOfForm, Against {
  title: string;
  lead: string;
  sentence: string;
  /** The page of the mean; null where there is none. */
  href: string | null;
  /** Which versions, and where they differ. */
  versions: string;
}

export function servicePage(r: Reporting): ServicePage {
  const audits = auditsAround(r);
  const byForm = grouped(audits, ({ form }) => form);
  // Papers at entry to custody have a page of their own, without grade and score.
  const keys = r.choices.forms.map(({ value }) => value).filter((key) => byForm.has(key) && key !== custodyForm);
  const forms = keys.flatMap((key) => formOverTime(narrowed(r, { form: key }), key, byForm.get(key) ?? []) ?? []);
  const counted = counting(
    r,
    audits.map((audit) => ({ audit })),
  )(r.selection);
  const more = counted.leftOut === 0 ? '' : `, ${counted.leftOut} more left out`;
  return {
    frame: frame(r, { counted: `${counted.rows.length}${more}`, beyond: beyondReach(r) }),
    empty: forms.length === 0 ? 'No audit was agreed in this period.' : null,
    forms,
    listed: alwaysListed(r, audits, r.reach.kind === 'all'),
    tables: forms.flatMap(({ quarters, against }) => [quarters, against]),
  };
}

function formOverTime(r: Reporting, key: string, audits: readonly CountedAudit[]): FormOverTime | null {
  const { rows, hold } = counting(
    r,
    audits.map((audit) => ({ audit })),
  )(r.selection);
  if (rows.length === 0 && !hold) return null;
  const title = r.form(key);
  const scored = counting(r, scoredIn(audits, key));
  const count = scored(r.selection);
  const all = meanOf(r, count.rows, { says: saysOfScore(title), href: pageOf(r, { score: 'all' }), hold: count.hold });
  const [versions] = hold
    ? []
    : formsInFigure(
        r,
        rows.map(({ audit }) => audit),
        null,
      );
  return {
    title,
    lead: hold ? tooFewToShow : leadOf(all),
    sentence: all.sentence,
    href: all.href,
    versions: versions?.text ?? '',
    ...quartersOfForm(r, key, title, audits, all),
    ...ownAgainstComputed(r, key, title, gradedIn(audits, [key])),
  };
}

function leadOf(all: Mean): string {
  if (all.isHeld) return tooFewToShow;
  if (all.n === 0) return 'This form counts what was met; it has no score.';
  if (all.value === null) return `${all.n} audits, too few for a mean: ${all.text}.`;
  return `Mean score ${all.text} over ${all.n} audits, range ${all.range ?? ''}.`;
}
