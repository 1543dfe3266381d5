import { themes, type Theme } from '../../domain/forms/themes.js';
import { fewestForRange } from '../../domain/statistics/small-numbers.js';
import { chanceOfDifference, standsOut } from '../../domain/statistics/stands-out.js';
import { blank, number, share, table, text, type Cell, type Row, type Table } from '../../platform/table.js';
import { unitRow, type Mark, type Units } from '../../platform/svg/units.js';
import { alwaysListed, type Listed } from './always-listed.js';
import { auditsOfPeople, type CountedAudit } from './audits.store.js';
import { shareOf, type Figure, type Judged } from './figure.js';
import { countCell } from './figure-cells.js';
import { frame, type Frame } from './frame.js';
import { grouped } from './grouped.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';
import { goodOn, practiceOnTheme } from './theme-judged.js';
import { themesInPeriod } from './themes.store.js';
import { pageOf } from './what.js';

/** Practitioners and themes side by side: counts and squares, in order of name, never to be sorted. */
export interface GridPage {
  frame: Frame;
  empty: string | null;
  /** The themes in parts that fit on a screen and on paper. */
  parts: GridPart[];
  tested: { question: string; answer: string; more: string };
  listed: Listed[];
  table: Table;
}

interface GridPart {
  caption: string;
  heads: { name: string; href: string }[];
  /** The whole; null where there is one person only. */
  all: { strong: string; rest: string; range: string | null; href: string | null }[] | null;
  rows: { name: string; href: string; sub: string; cells: { count: string | null; units: Units[]; href: string }[] }[];
}

/** In an address: the work of everybody within reach. */
export const everybody = 'everybody';

/** How many themes stand side by side, and how many squares in a row. */
const [themesInPart, squaresInRow] = [8, 6];

export function gridPage(r: Reporting): GridPage {
  const theirs = auditsOfPeople(r.db, r.selection, r.reach, r.today).filter(({ workOf }) => workOf !== null);
  const audits = theirs.filter(({ measures }) => measures === 'quality');
  const given = grouped(themesInPeriod(r.db, r.selection), ({ theme }) => theme);
  const judged = new Map(themes.map((theme) => [theme.key, practiceOnTheme(audits, given.get(theme.key) ?? [])]));
  const asked = themes.filter(({ key }) => (judged.get(key) ?? []).length > 0);
  const people = [...grouped(audits, ({ workOf }) => workOf ?? 0)]
    .map(([id, work]) => ({ id, theirs: work, name: r.person(id) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const whole = asked.map((theme) => {
    const href = pageOf(r, { theme: theme.key, of: everybody });
    return shareOf(r, judged.get(theme.key) ?? [], { says: goodOn(theme), href, hold: false });
  });
  const cells = people.map(({ id }) => asked.map((theme) => ofPerson(judged.get(theme.key) ?? [], id)));
  return {
    frame: frame(r, {
      counted: `${audits.length}, of ${people.length} ${people.length === 1 ? 'practitioner' : 'practitioners'}`,
    }),
    empty: people.length === 0 ? 'No audit of quality was agreed in this period within your reach.' : null,
    parts: partsOf(r, asked, people, cells, whole),
    tested: tested(asked, people, cells, judged),
    listed: alwaysListed(r, theirs, true),
    table: asTable(r, asked, people, cells, whole),
  };
}

function partsOf(
  r: Reporting,
  asked: readonly Theme[],
  people: readonly Person[],
  cells: readonly (readonly (readonly Judged[])[])[],
  whole: readonly Figure[],
): GridPart[] {
  const query = queryOf(r.selection, r.today);
  const starts = asked.flatMap((_, i) => (i % themesInPart === 0 ? [i] : []));
  return starts.map((start) => {
    const end = start + themesInPart;
    const heads = asked.slice(start, end).map(({ key, name }) => ({ name, href: `/reports/themes/${key}${query}` }));
    return {
      caption: `${heads[0]?.name ?? ''} to ${heads.at(-1)?.name ?? ''}`,
      heads,
      all: people.length < 2 ? null : whole.slice(start, end).map(wholeInWords),
      rows: people.map(({ id, theirs, name }, i) => {
        const href = `/reports/practitioners/${id}${query}`;
        const n = theirs.length === 1 ? '1 audit' : `${theirs.length} audits`;
        const shown = (cells[i] ?? []).slice(start, end).map((mine, j) => ({
          count: mine.length === 0 ? null : countOf(mine),
          units: inRows(mine.map(({ mark }) => mark)),
          href: pageOf(r, { theme: asked[start + j]?.key ?? '', of: String(id) }),
        }));
        return { name, href, sub: `${r.team(theirs.at(-1)?.team ?? null)}, ${n}`, cells: shown };
      }),
    };
  });
}

const inRows = (marks: readonly Mark[]): Units[] =>
  marks.flatMap((_, i) => (i % squaresInRow === 0 ? [unitRow(marks.slice(i, i + squaresInRow))] : []));

const ofPerson = (judged: readonly Judged[], person: number): Judged[] =>
  judged.filter(({ audit }) => audit.workOf === person);

const good = (judged: readonly Judged[]): number => judged.filter(({ mark }) => mark === 'yes').length;

const countOf = (judged: readonly Judged[]): string => `${good(judged)} of ${judged.length}`;

function wholeInWords(figure: Figure): { strong: string; rest: string; range: string | null; href: string | null } {
  const { href } = figure;
  if (figure.percent === null)
    return { strong: String(figure.sufficient), rest: `of ${figure.n}`, range: figure.range, href };
  return {
    strong: figure.percent,
    rest: `of ${figure.n}`,
    href,
    range: figure.range && `(${figure.range.replace(' to ', '–').replace('%', '')})`,
  };
}

type Person = { id: number; name: string; theirs: CountedAudit[] };

/** Does any one person differ from the rest by more than chance would give, on any theme? Only from five audits on. */
function tested(
  asked: readonly Theme[],
  people: readonly Person[],
  cells: readonly (readonly (readonly Judged[])[])[],
  judged: ReadonlyMap<string, readonly Judged[]>,
): GridPage['tested'] {
  const question = 'Does any one person differ from the rest by more than chance would give, on any theme?';
  const pairs = people.flatMap((person, i) =>
    asked.flatMap((theme, j) => {
      const mine = cells[i]?.[j] ?? [];
      const all = judged.get(theme.key) ?? [];
      if (mine.length < fewestForRange || all.length - mine.length < fewestForRange) return [];
      const part = { sufficient: good(mine), n: mine.length };
      return [{ person, theme, part, chance: chanceOfDifference(part, { sufficient: good(all), n: all.length }) }];
    }),
  );
  if (pairs.length === 0)
    return {
      question,
      answer: 'Not tested:',
      more: 'nobody here has five audits on a theme to compare with five of others.',
    };
  const stands = standsOut(pairs.map(({ chance }) => chance));
  const found = pairs.filter((_, i) => stands[i]);
  const how = `(exact, ${pairs.length} ${pairs.length === 1 ? 'test' : 'tests'}, allowing for their number; people with fewer than five audits on a theme are not tested)`;
  if (found.length === 0) return { question, answer: 'No', more: `${how}.` };
  const named = found.map(
    ({ person, theme, part }) => `${person.name} on ${theme.name.toLowerCase()} (${part.sufficient} of ${part.n})`,
  );
  return {
    question,
    answer: `Yes, in ${found.length}:`,
    more: `${named.join('; ')} ${how}. That something differs does not say why: cases and auditors differ too.`,
  };
}

function asTable(
  r: Reporting,
  asked: readonly Theme[],
  people: readonly Person[],
  cells: readonly (readonly (readonly Judged[])[])[],
  whole: readonly Figure[],
): Table {
  const row = (name: string, n: number, of: (j: number) => Cell): Row => ({
    practitioner: text(name),
    audits: number(n),
    ...Object.fromEntries(asked.map(({ key }, j) => [key, of(j)])),
  });
  return table<string>({
    key: 'grid',
    title: 'Practitioners and themes',
    sentence: `Audits good enough (0.70 or more of what a form asks on a theme in sections about practice), ${selectedInWords(r)}; in order of name.`,
    columns: [
      { key: 'practitioner', head: 'Practitioner', kind: 'text' },
      { key: 'audits', head: 'Audits', kind: 'number' },
      ...asked.map(({ key, name }) => ({ key, head: name, kind: 'share' as const })),
    ],
    rows: people.map(({ name, theirs }, i) =>
      row(name, theirs.length, (j) => {
        const mine = cells[i]?.[j] ?? [];
        return mine.length === 0 ? text('not asked') : share(good(mine), mine.length);
      }),
    ),
    total: row('All', new Set(people.flatMap(({ theirs }) => theirs)).size, (j) =>
      whole[j] ? countCell(whole[j]) : blank(),
    ),
  });
}
