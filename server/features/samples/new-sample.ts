import { Type as T, type Static } from '@sinclair/typebox';
import { addDays } from '../../domain/calendar/days.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { parseDate } from '../../domain/calendar/parse-date.js';
import type { Method } from '../../domain/sampling/draw.js';
import { anyCase } from '../../domain/sampling/rules.js';
import type { Typed } from '../../platform/http/route.js';
import type { NewSample } from './draw.js';
import { atFirst, filterFields, readFilters, type Filters } from './filters.js';
import { isPurpose } from './purposes.js';

const words = T.String({ default: '', maxLength: 200 });

/** How to draw, with what, by whom and until when: beside the filters in the same form. */
const drawFields = {
  name: words,
  purpose: words,
  form: words,
  method: words,
  size: words,
  due: words,
  auditors: T.Array(T.String({ maxLength: 40 }), { default: [], maxItems: 200 }),
  again: words,
  againReason: T.String({ default: '', maxLength: 1000 }),
};

export const newFields = T.Object({ ...filterFields, ...drawFields });
export type NewFields = Static<typeof newFields>;

/** Chosen cases have no filters. References stand in a body only, never in an address. */
export const chosenFields = T.Object({
  ...drawFields,
  references: T.String({ default: '', maxLength: 5000 }),
  reason: T.String({ default: '', maxLength: 1000 }),
});
export type ChosenFields = Static<typeof chosenFields>;

const lists = ['kinds', 'harm', 'safety', 'reoffending', 'flags', 'teams', 'auditors'] as const;

/** What the form begins with: four weeks' time, everybody who may read. */
export function newAtFirst(today: string, auditors: readonly number[]): NewFields {
  return {
    ...atFirst,
    name: '',
    purpose: 'routine',
    form: '',
    method: 'simple',
    size: '10',
    due: formatDate(addDays(today, 28)),
    auditors: auditors.map(String),
    again: '',
    againReason: '',
  };
}

/** What was typed, every field there: a list that nothing was ticked in is not sent at all. */
export function fieldsOf(typed: Typed, first: NewFields): NewFields {
  const field = (name: keyof NewFields): string | string[] => {
    const value = typed[name] ?? [];
    const all = typeof value === 'string' ? [value] : value;
    return lists.some((list) => list === name) ? [...all] : (all[0] ?? '');
  };
  const names = Object.keys(first) as (keyof NewFields)[];
  return Object.fromEntries(names.map((name) => [name, field(name)])) as NewFields;
}

/** A draw out of what was typed, with what could not be read. */
export function readNew(given: NewFields): { wanted: NewSample; faults: ReturnType<typeof readFilters>['faults'] } {
  const { rules, faults } = readFilters(given);
  return { wanted: { ...readDraw(given), method: methodOf(given.method), rules, chosen: [], reason: null }, faults };
}

/** The same for cases that are chosen by hand. */
export function readChosen(given: ChosenFields, chosen: readonly number[]): NewSample {
  return { ...readDraw(given), method: 'chosen', rules: anyCase, chosen, reason: given.reason };
}

function readDraw(given: Omit<NewFields, keyof Filters>): Omit<NewSample, 'method' | 'rules' | 'chosen' | 'reason'> {
  return {
    name: given.name,
    purpose: isPurpose(given.purpose) ? given.purpose : 'routine',
    formVersionId: idIn(given.form) ?? 0,
    size: /^\d{1,6}$/.test(given.size.trim()) ? Number(given.size) : null,
    dueOn: parseDate(given.due),
    auditors: given.auditors.map((id) => idIn(id) ?? 0),
    againOf: idIn(given.again),
    againReason: given.againReason,
  };
}

const methodOf = (typed: string): Method => (typed === 'per-practitioner' || typed === 'whole' ? typed : 'simple');

const idIn = (typed: string): number | null => (/^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : null);

/** References as people paste them: one a line, or with commas, semicolons or spaces between. */
export function referencesIn(typed: string): string[] {
  return [...new Set(typed.split(/[\s,;]+/).filter((reference) => reference !== ''))];
}

/** An address that carries what was typed, for links beside the form. */
export function addressOf(path: string, fields: Carried): string {
  return `${path}?${queryOf(fields)}`;
}

/** Fields as one text, for an address or for one hidden field of another form. */
export function queryOf(fields: Carried): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) if (one !== '') query.append(name, one);
  }
  return query.toString();
}

/** The fields of such a text again. */
export function fieldsOfQuery(query: string, first: NewFields): NewFields {
  const params = new URLSearchParams(query);
  return fieldsOf(Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)])), first);
}

type Carried = Readonly<Record<string, string | readonly string[]>>;
