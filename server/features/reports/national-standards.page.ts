import type { Table } from '../../platform/table.js';
import { alwaysListed, type Listed } from './always-listed.js';
import { beyondReach } from './beyond-reach.js';
import { custodyForm } from './custody-entries.js';
import { exceptionsTable } from './exceptions.js';
import type { Figure } from './figure.js';
import { formsInFigure } from './forms-in-figure.js';
import { frame, type Frame } from './frame.js';
import { auditsAround } from './graded.js';
import { narrowed, type Reporting } from './reporting.js';
import { rulesOf } from './rules.js';
import { sharesTable } from './shares-met.js';
import { samplesBehind, type SampleBehind } from './which-samples.js';

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
  forms: { name: string; text: string }[];
  samples: SampleBehind[];
  listed: Listed[];
}

/** The form that the page is named after, where it is published; else the first that counts rules. */
const usualForm = (keys: readonly string[]): string =>
  keys.find((key) => key.startsWith('national-standards')) ?? keys[0] ?? '';

export function nationalStandardsPage(asked: Reporting): NationalStandardsPage {
  const all = withoutCustody(asked);
  const key = all.selection.form ?? usualForm(all.choices.forms.map(({ value }) => value));
  const r = narrowed(all, { form: key });
  const form = rulesOf(r, key);
  const { shares, met, adjusted } = sharesTable(r, form);
  const exceptions = exceptionsTable(r, form);
  const counted = [...new Set(form.counted.rows.map(({ audit }) => audit))];
  const more = form.counted.leftOut === 0 ? '' : ', some results left out';
  return {
    frame: frame(all, {
      counted: met.isHeld ? 'too few to show' : `${counted.length} with ${form.title ?? 'no such form'}${more}`,
      beyond: beyondReach(all),
    }),
    title: form.title ?? 'National Standards',
    empty: form.sections.length === 0 ? 'No audit that measures compliance was agreed in this period.' : null,
    met,
    adjusted,
    tables: [shares, exceptions],
    shares,
    exceptions,
    exceptionCount: `${exceptions.rows.length} that you may open, at any number`,
    forms: met.isHeld ? [] : formsInFigure(r, counted, null),
    samples: met.isHeld ? [] : samplesBehind(r, counted),
    listed: alwaysListed(r, auditsAround(r), r.reach.kind === 'all'),
  };
}

/** Papers at entry to custody have a page of their own: no reason makes one of them good, so nothing is adjusted. */
function withoutCustody(r: Reporting): Reporting {
  const forms = r.choices.forms.filter(({ value }) => value !== custodyForm);
  const form = r.selection.form === custodyForm ? null : r.selection.form;
  return { ...narrowed(r, { form }), choices: { ...r.choices, forms } };
}
