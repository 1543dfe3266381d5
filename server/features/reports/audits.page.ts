import { formatDate } from '../../domain/calendar/format-date.js';
import type { Table } from '../../platform/table.js';
import type { CountedAudit } from './audits.store.js';
import { auditsBehind, type Behind } from './behind.js';
import { beyondReach } from './beyond-reach.js';
import { tooFewToShow } from './figure.js';
import { formsInFigure } from './forms-in-figure.js';
import { frame, type Frame } from './frame.js';
import type { Measured } from './asked.js';
import { measured } from './measured.js';
import type { Reporting } from './reporting.js';
import { queryOf } from './selection.js';
import { askedFor, type What } from './what.js';
import { samplesBehind, type SampleBehind } from './which-samples.js';

/** A figure's own page: the figure with its sentence to copy, then the audits behind it that the reader may open. */
export interface AuditsPage {
  frame: Frame;
  title: string;
  sentence: string;
  figure: { text: string; range: string | null; sentence: string } | null;
  /** Said in place of a figure that is held back. */
  instead: string | null;
  table: Table;
  empty: string | null;
  forms: { name: string; text: string }[];
  samples: SampleBehind[];
  older: string | null;
  newest: string | null;
}

const pageLength = 50;

export function auditsPage(r: Reporting, what: What & { before?: string | undefined }): AuditsPage {
  const kept = askedFor(what);
  const { name, head, figure, listed } = measured(r, what);
  const within = [...listed].sort((a, b) => keyOf(b.audit).localeCompare(keyOf(a.audit)));
  const { shown, older } = cut(within, what.before);
  const audits = [...new Set(within.map(({ audit }) => audit))];
  const period = `agreed ${formatDate(r.selection.from)} to ${formatDate(r.selection.until)}`;
  return {
    frame: frame(r, { counted: `${audits.length} that you may open`, kept, beyond: beyondReach(r, kept) }),
    title: what.of || Object.keys(kept).length > 0 ? 'A figure and the audits behind it' : 'The audits',
    sentence: `${name}, ${period}.`,
    figure: figureOf(figure),
    instead: figure?.isHeld ? tooFewToShow : null,
    table: auditsBehind(r, shown, 'audits', head),
    empty: shown.length === 0 ? 'No agreed audit that you may open fits these filters.' : null,
    forms: formsInFigure(r, audits, what.theme ?? null),
    samples: samplesBehind(r, audits),
    older: older === null ? null : `${r.address}${queryOf(r.selection, r.today, { ...kept, before: older })}`,
    newest: what.before === undefined ? null : `${r.address}${queryOf(r.selection, r.today, kept)}`,
  };
}

/** '23 of 38, 61%' or a mean, as every other page has it. */
function figureOf(figure: Measured['figure']): AuditsPage['figure'] {
  if (!figure || figure.isHeld || figure.n === 0) return null;
  const { range, sentence } = figure;
  if ('text' in figure) return { text: figure.value === null ? figure.text : `Mean ${figure.text}`, range, sentence };
  return { text: figure.percent ? `${figure.count}, ${figure.percent}` : figure.count, range, sentence };
}

/** Newest first by the date of agreement, then by number: a key that stays when audits are added. */
const keyOf = ({ agreedOn, id }: CountedAudit): string => `${agreedOn}.${String(id).padStart(10, '0')}`;

/** One page of rows, newest first, and the key of its last where more follow. */
function cut(rows: readonly Behind[], before: string | undefined): { shown: Behind[]; older: string | null } {
  const rest = before === undefined ? rows : rows.filter(({ audit }) => keyOf(audit) < before);
  const shown = rest.slice(0, pageLength);
  const last = shown.at(-1);
  return { shown, older: rest.length > pageLength && last ? keyOf(last.audit) : null };
}
