import { Type as T } from '@sinclair/typebox';
import { parseDate } from '../../domain/calendar/parse-date.js';
import { lastTwelveMonths, type Period } from '../../domain/reports/period.js';
import { notFound } from '../../domain/problems.js';

/** What a report may be narrowed by; it stands in the address, so that a page can be kept and sent on. */
export const selectionFields = {
  from: T.Optional(T.String()),
  until: T.Optional(T.String()),
  form: T.Optional(T.String()),
  team: T.Optional(T.String()),
  sample: T.Optional(T.String()),
};

export interface Asked {
  from?: string;
  until?: string;
  form?: string;
  team?: string;
  sample?: string;
}

export interface Selection extends Period {
  form: string | null;
  team: number | null;
  sample: number | null;
  /** What was typed where it is no date, and what to do about it. */
  faults: { from: string | null; until: string | null };
  typed: { from: string | null; until: string | null };
}

/** Reads the filters of an address; what is not given is the last twelve months, all forms, teams and samples. */
export function readSelection(asked: Asked, today: string): Selection {
  const usual = lastTwelveMonths(today);
  const [from, until] = [readDay(asked.from, usual.from), readDay(asked.until, usual.until)];
  const isBackwards = from.day > until.day;
  return {
    ...(isBackwards ? usual : { from: from.day, until: until.day }),
    form: asked.form ? asked.form : null,
    team: idIn(asked.team),
    sample: idIn(asked.sample),
    faults: { from: from.fault, until: isBackwards ? 'The last day lies before the first.' : until.fault },
    typed: { from: asked.from ? asked.from : null, until: asked.until ? asked.until : null },
  };
}

function readDay(typed: string | undefined, usual: string): { day: string; fault: string | null } {
  if (!typed) return { day: usual, fault: null };
  const day = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? isoDay(typed) : parseDate(typed);
  return day === null ? { day: usual, fault: 'Write a date, for example 24 Nov 2026.' } : { day, fault: null };
}

function isoDay(typed: string): string | null {
  const [year, month, day] = typed.split('-');
  return parseDate(`${day}/${month}/${year}`);
}

function idIn(typed: string | undefined): number | null {
  if (!typed) return null;
  if (!/^[1-9]\d{0,14}$/.test(typed)) throw notFound();
  return Number(typed);
}

/** The filters as they stand in an address, with more beside them; what is usual is left out. */
export function queryOf(
  selection: Selection,
  today: string,
  more: Readonly<Record<string, string | number>> = {},
): string {
  const usual = lastTwelveMonths(today);
  const parts: [string, string | number | null][] = [
    ['from', selection.from === usual.from ? null : selection.from],
    ['until', selection.until === usual.until ? null : selection.until],
    ['form', selection.form],
    ['team', selection.team],
    ['sample', selection.sample],
    ...Object.entries(more),
  ];
  const named = new Map(parts.filter((part): part is [string, string | number] => part[1] !== null));
  const query = new URLSearchParams(
    [...named].map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return query === '' ? '' : `?${query}`;
}
