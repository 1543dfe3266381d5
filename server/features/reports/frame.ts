import { formatDate, formatDateInFull } from '../../domain/calendar/format-date.js';
import { lastHash } from '../trail/trail.store.js';
import { waitingAudits } from './audits.store.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';

/** The strip of filters: what holds, in words, and the fields that change it. */
export interface FilterBar {
  words: { name: string; value: string }[];
  open: boolean;
  action: string;
  from: { value: string; fault: string | null };
  until: { value: string; fault: string | null };
  form: Field;
  team: Field;
  sample: Field;
  /** Filters of the page itself, carried along. */
  kept: { name: string; value: string }[];
}

type Field = { options: { value: string; text: string }[]; value: string } | null;

/** What stands around every report: filters, files, how many audits wait, and the line for paper. */
export interface Frame {
  filters: FilterBar;
  files: { csv: string; xlsx: string };
  /** 'Two more are submitted and wait for agreement.'; null when none waits. */
  waiting: string | null;
  /** How audits out of the reader's reach count; null on pages that have none of them. */
  beyond: Beyond | null;
  /** Printed only: which audits are counted, and the head of the trail. */
  foot: string;
}

/** What a reader who may not open all audits is told of how they count. */
export interface Beyond {
  text: string;
  link: { text: string; href: string } | null;
}

interface Options {
  /** What was counted: '38 of 40 asked about it'. */
  counted: string;
  beyond?: Beyond | null;
  kept?: Readonly<Record<string, string>>;
  person?: number;
  without?: readonly ('form' | 'team' | 'sample')[];
}

export function frame(r: Reporting, { counted, beyond = null, kept = {}, person, without = [] }: Options): Frame {
  const query = queryOf(r.selection, r.today, kept);
  const asked = (name: 'form' | 'team' | 'sample') => !without.includes(name);
  return {
    filters: {
      words: [...filterWords(r), { name: 'Audits', value: counted }],
      open: r.selection.faults.from !== null || r.selection.faults.until !== null,
      action: r.address,
      from: day(r, 'from'),
      until: day(r, 'until'),
      form: asked('form') ? field(r.choices.forms, 'All forms', r.selection.form) : null,
      team: asked('team') ? field(r.choices.teams, 'All teams', r.selection.team) : null,
      sample: asked('sample') ? field(r.choices.samples, 'All samples', r.selection.sample) : null,
      kept: Object.entries(kept).map(([name, value]) => ({ name, value })),
    },
    files: { csv: `${r.address}.csv${query}`, xlsx: `${r.address}.xlsx${query}` },
    waiting: waitingInWords(waitingAudits(r.db, r.selection, person ?? null)),
    beyond,
    foot: `Counted: audits ${selectedInWords(r)}. Head of the trail: ${lastHash(r.db)}.`,
  };
}

function filterWords(r: Reporting): { name: string; value: string }[] {
  const { selection, choices } = r;
  const chosen = (options: { value: string; text: string }[], value: string | number | null, all: string) =>
    options.find((option) => option.value === String(value))?.text ?? all;
  return [
    { name: 'Agreed', value: `${formatDate(selection.from)} to ${formatDate(selection.until)}` },
    { name: 'Form', value: chosen(choices.forms, selection.form, 'all') },
    ...(choices.teams.length > 0 ? [{ name: 'Team', value: chosen(choices.teams, selection.team, 'all') }] : []),
    ...(selection.sample === null
      ? []
      : [{ name: 'Sample', value: chosen(choices.samples, selection.sample, `number ${selection.sample}`) }]),
  ];
}

function day({ selection }: Reporting, name: 'from' | 'until') {
  const fault = selection.faults[name];
  return { value: fault === null ? formatDate(selection[name]) : (selection.typed[name] ?? ''), fault };
}

function field(options: { value: string; text: string }[], all: string, value: string | number | null): Field {
  if (options.length < 2 && value === null) return null;
  return { options: [{ value: '', text: all }, ...options], value: value === null ? '' : String(value) };
}

/** @example waitingInWords(1) // 'One more is submitted and waits for agreement.' */
function waitingInWords(n: number): string | null {
  if (n === 0) return null;
  return n === 1
    ? 'One more audit is submitted and waits for agreement: it is not counted yet.'
    : `${n} more audits are submitted and wait for agreement: they are not counted yet.`;
}

/** 'the twelve months to 24 November 2026', or the two days. */
export const periodInFull = ({ selection, today }: Reporting): string =>
  queryOf({ ...selection, form: null, team: null, sample: null }, today) === ''
    ? `the twelve months to ${formatDateInFull(selection.until)}`
    : `${formatDateInFull(selection.from)} to ${formatDateInFull(selection.until)}`;
