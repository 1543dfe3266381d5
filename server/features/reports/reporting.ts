import { formatDate } from '../../domain/calendar/format-date.js';
import { notFound } from '../../domain/problems.js';
import type { Me, Reach } from '../../domain/rights.js';
import type { FormDocument } from '../../domain/forms/document.js';
import type { Db } from '../../platform/sqlite/open.js';
import { latestVersions } from '../forms/forms.store.js';
import { people } from '../people/people.store.js';
import { teams } from '../people/teams.store.js';
import { drawnFrom, methodOf, samplesInPeriod, type DrawnFrom } from './samples.store.js';
import { yearsAround } from '../../domain/reports/period.js';
import { readSelection, type Asked, type Selection } from './selection.js';

/** What every report is made with: who reads, the filters, and the names of things. */
export interface Reporting {
  db: Db;
  me: Me;
  reach: Reach;
  today: string;
  now: string;
  /** The address of the page, without its filters. */
  address: string;
  selection: Selection;
  /** What is read for figures of the service: the period; for who may not open all of it, the whole years around it. */
  around: Selection;
  person: (id: number | null) => string;
  team: (id: number | null) => string;
  form: (key: string) => string;
  /** How a sample was drawn, asked of the database once a page. */
  drawn: (sample: number) => DrawnFrom | undefined;
  method: (sample: number) => { name: string; method: string } | undefined;
  /** What may be chosen in the filters; an empty list where there is nothing to choose. */
  choices: { forms: Choice[]; teams: Choice[]; samples: Choice[] };
}

interface Choice {
  value: string;
  text: string;
}

interface Asking {
  db: Db;
  me: Me;
  reach: Reach;
  today: string;
  now: string;
  address: string;
  query: Asked;
}

/**
 * Reads the filters and refuses what lies out of reach: a team that is not theirs does not exist for a reader.
 * @param measures which forms the report is about
 */
export function reporting(c: Asking, measures: readonly FormDocument['measures'][]): Reporting {
  const asked = readSelection(c.query, c.today);
  const names = new Map(people(c.db).map(({ id, name }) => [id, name]));
  const teamNames = new Map(teams(c.db).map(({ id, name }) => [id, name]));
  const forms = latestVersions(c.db);
  const titles = new Map(forms.map(({ key, title }) => [key, title]));
  // A filter carried over from a report on other forms falls away; it is no place that could be out of reach.
  const isOffered = forms.some(({ key, measures: kind }) => key === asked.form && measures.includes(kind));
  const selection = isOffered ? asked : { ...asked, form: null };
  const isManager = c.me.roles.has('head') || c.me.roles.has('team-lead');
  const choices = {
    forms: forms
      .filter((form) => measures.includes(form.measures))
      .map(({ key, title }) => ({ value: key, text: title })),
    teams: [...teamNames]
      .filter(([id]) => c.reach.kind === 'all' || c.me.teamsLed.includes(id))
      .map(([id, name]) => ({ value: String(id), text: name })),
    samples: (isManager ? samplesInPeriod(c.db, selection, c.reach, c.today) : []).map(({ id, name }) => ({
      value: String(id),
      text: name,
    })),
  };
  requireChoice(choices.teams, selection.team);
  if (c.reach.kind !== 'all') requireChoice(choices.samples, selection.sample);
  return {
    ...c,
    selection,
    around: aroundOf(c.reach, selection),
    choices,
    person: (id) => (id === null ? 'Nobody recorded' : (names.get(id) ?? `Person ${id}`)),
    team: (id) => (id === null ? 'No team' : (teamNames.get(id) ?? `Team ${id}`)),
    form: (key) => titles.get(key) ?? key,
    drawn: once((sample) => drawnFrom(c.db, sample)),
    method: once((sample) => methodOf(c.db, sample)),
  };
}

function requireChoice(choices: readonly Choice[], chosen: string | number | null): void {
  if (chosen !== null && !choices.some(({ value }) => value === String(chosen))) throw notFound();
}

const aroundOf = (reach: Reach, selection: Selection): Selection =>
  reach.kind === 'all' ? selection : { ...selection, ...yearsAround(selection) };

/** The same report of a part: one team, one quarter, one form. */
export function narrowed(r: Reporting, part: Partial<Selection>): Reporting {
  const selection = { ...r.selection, ...part };
  return { ...r, selection, around: aroundOf(r.reach, selection) };
}

/** 'agreed 25 Nov 2025 to 24 Nov 2026', with the filters. */
export function selectedInWords({ selection, form, team, choices }: Reporting): string {
  const sample = choices.samples.find(({ value }) => value === String(selection.sample))?.text;
  return [
    `agreed ${formatDate(selection.from)} to ${formatDate(selection.until)}`,
    ...(selection.form === null ? [] : [`form ${form(selection.form)}`]),
    ...(selection.team === null ? [] : [`team ${team(selection.team)}`]),
    ...(selection.sample === null ? [] : [`sample ${sample ?? selection.sample}`]),
  ].join(', ');
}

/** Asks once for each key. */
function once<K, V>(ask: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, ask(key));
    return known.get(key) as V;
  };
}
