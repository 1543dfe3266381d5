import { displayName, matchName, nameKey, type NameMatch } from '../../domain/register/names.js';
import type { RegisterRow } from '../../domain/register/register-row.js';
import { people, type Person } from '../people/people.store.js';
import { confirmedSpellings } from '../people/spellings.store.js';
import { teams, type Team } from '../people/teams.store.js';
import type { Db } from '../../platform/sqlite/open.js';

/** What a spelling was settled as: somebody (or a team) by id, somebody new, or nobody. */
export type Settled = number | 'new' | 'nobody';

/** What was chosen by hand, by key of the spelling. */
export interface Choices {
  readonly people: Readonly<Record<string, Settled>>;
  readonly teams: Readonly<Record<string, Settled>>;
}

export const noChoices: Choices = { people: {}, teams: {} };

/** A spelling of the file, how many rows hold it, whom it matches and what it is settled as. */
export interface NamedPerson {
  readonly key: string;
  readonly spellings: readonly string[];
  readonly rows: number;
  readonly match: NameMatch;
  readonly settled: Settled;
}

export interface NamedTeam {
  readonly key: string;
  readonly name: string;
  readonly rows: number;
  readonly known: Team | null;
  readonly settled: Settled;
}

export interface Names {
  readonly people: readonly NamedPerson[];
  readonly teams: readonly NamedTeam[];
  readonly everybody: readonly Person[];
  readonly everyTeam: readonly Team[];
}

/**
 * The people and teams that the good rows name. Without a choice they are made as met: whoever is known is matched,
 * anybody else is new; where two people bear the very same name, nobody is taken by chance.
 */
export function settleNames(db: Db, rows: readonly RegisterRow[], choices: Choices): Names {
  const everybody = people(db);
  const confirmed = confirmedSpellings(db);
  const everyTeam = teams(db);
  return {
    everybody,
    everyTeam,
    people: grouped(
      rows.map((row) => row.order.practitioner),
      nameKey,
    ).map(({ key, spellings, count }) => {
      const match = matchName(spellings[0] ?? '', everybody, confirmed);
      return { key, spellings, rows: count, match, settled: choices.people[key] ?? asMet(match, key, everybody) };
    }),
    teams: grouped(
      rows.map((row) => row.order.team),
      teamKey,
    ).map(({ key, spellings, count }) => {
      const known = everyTeam.find((team) => teamKey(team.name) === key) ?? null;
      const settled = choices.teams[key] ?? known?.id ?? 'new';
      return { key, name: spellings[0] ?? '', rows: count, known, settled };
    }),
  };
}

/** Teams are one where only spaces and capitals differ. */
export function teamKey(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** How a new person is called: the first spelling, first name first. */
export function nameOf(person: NamedPerson): string {
  return displayName(person.spellings[0] ?? '');
}

function asMet(match: NameMatch, key: string, everybody: readonly Person[]): Settled {
  if (match.is === 'known') return match.id;
  const namesakes = match.is === 'unclear' && everybody.some((person) => nameKey(person.name) === key);
  return namesakes ? 'nobody' : 'new';
}

function grouped(
  cells: readonly (string | null)[],
  keyOf: (cell: string) => string,
): { key: string; spellings: string[]; count: number }[] {
  const groups = new Map<string, { key: string; spellings: Set<string>; count: number }>();
  for (const cell of cells) {
    if (cell === null) continue;
    const key = keyOf(cell);
    const group = groups.get(key) ?? { key, spellings: new Set<string>(), count: 0 };
    group.spellings.add(cell);
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ key, spellings, count }) => ({ key, spellings: [...spellings], count }))
    .sort((a, b) => a.key.localeCompare(b.key));
}
