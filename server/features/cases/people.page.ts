import type { Showing } from '../../platform/http/route.js';
import { typedList } from '../../platform/http/typed.js';
import { stepAddress, stepsAt } from './next-step.js';
import { nameOf, type NamedPerson, type NamedTeam, type Names, type Settled } from './settle-names.js';
import type { Reading } from './upload-reading.js';

/** Who is meant by the names of the list: four lists on one screen. */
export interface PeoplePage {
  name: string;
  steps: { text: string; current: boolean }[];
  lists: NameList[];
  back: string;
  stop: string;
}

interface NameList {
  title: string;
  count: string;
  says: string;
  lines: NameLine[];
}

interface NameLine {
  id: string;
  /** Name of the hidden field that says whom the choice is about. */
  about: 'person' | 'team';
  key: string;
  choice: 'who' | 'which';
  label: string;
  hint: string | null;
  options: { value: string; text: string }[];
  value: string;
}

export function peoplePage(c: Showing, read: Reading, names: Names): PeoplePage {
  const again = { who: typedList(c, 'who'), which: typedList(c, 'which') };
  const value = (choice: 'who' | 'which', at: number, settled: Settled) =>
    c.typed ? (again[choice][at] ?? '') : String(settled);
  const inOrder = orderedPeople(names);
  const lineOf = (person: NamedPerson): NameLine => {
    const at = inOrder.indexOf(person);
    const settled =
      person.match.is === 'no name' && !(person.key in (read.chosen.people ?? {})) ? 'nobody' : person.settled;
    return {
      id: `who-${at + 1}`,
      about: 'person',
      key: person.key,
      choice: 'who',
      label: person.spellings.map((spelling) => `‘${spelling}’`).join(', '),
      hint: rowsOf(person.rows) + (person.spellings.length > 1 ? '; one person, both orders of the name' : ''),
      options: [
        { value: 'new', text: `New: ${nameOf(person)}` },
        { value: 'nobody', text: 'Nobody: leave unallocated' },
        ...names.everybody.map(({ id, name, leftOn }) => ({
          value: String(id),
          text: leftOn ? `${name} (left)` : name,
        })),
      ],
      value: value('who', at, settled),
    };
  };
  const people = (title: string, says: string, is: readonly NamedPerson['match']['is'][]): NameList => {
    const lines = names.people.filter(({ match }) => is.includes(match.is)).map(lineOf);
    return { title, says, count: countOf(lines.length), lines };
  };
  return {
    name: read.upload.name,
    steps: stepsAt('people'),
    lists: [
      people('To settle', 'Somebody here could be meant, or it is no name. Whom you choose is known next time.', [
        'unclear',
        'no name',
      ]),
      people('New', 'Will be made as practitioners, without an account.', ['new']),
      people('Known', 'Matched to people who are here, whichever way round the name is written.', ['known']),
      {
        title: 'Teams',
        says: 'A team that is not known will be made.',
        count: countOf(names.teams.length),
        lines: names.teams.map((team, at) => teamLine(team, at, names, value('which', at, team.settled))),
      },
    ],
    back: stepAddress(read.upload.id, 'values'),
    stop: `/cases/uploads/${read.upload.id}/stop`,
  };
}

/** The people in the order in which the page lists them, which is that of the fields it sends. */
export function orderedPeople({ people }: Names): NamedPerson[] {
  const list = { unclear: 0, 'no name': 0, new: 1, known: 2 } as const;
  return [...people].sort((a, b) => list[a.match.is] - list[b.match.is]);
}

function teamLine(team: NamedTeam, at: number, names: Names, value: string): NameLine {
  return {
    id: `which-${at + 1}`,
    about: 'team',
    key: team.key,
    choice: 'which',
    label: `‘${team.name}’`,
    hint: rowsOf(team.rows),
    options: [
      { value: 'new', text: `New: ${team.name}` },
      { value: 'nobody', text: 'No team' },
      ...names.everyTeam.map(({ id, name }) => ({ value: String(id), text: name })),
    ],
    value,
  };
}

const rowsOf = (rows: number): string => (rows === 1 ? '1 row' : `${rows} rows`);
const countOf = (n: number): string => (n === 0 ? 'none' : String(n));
