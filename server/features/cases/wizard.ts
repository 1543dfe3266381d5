import { invalid, invalidField, type Fault } from '../../domain/problems.js';
import { checkColumns } from '../../domain/register/check-columns.js';
import { headingsOf } from '../../domain/register/columns.js';
import { isBlank } from '../../domain/register/sheet-rows.js';
import { choicesOf, leaveOut, valueKey, type MappedKind } from '../../domain/register/values.js';
import type { Db } from '../../platform/sqlite/open.js';
import { factsKept } from '../settings/kept-facts.js';
import { cellsUnder } from './cells-under.js';
import { isColumnFact } from './mappings.store.js';
import type { Settled } from './settle-names.js';
import { choose, type Reading } from './upload-reading.js';
import { keepChoices } from './uploads.store.js';

/** Another sheet or heading makes all that was chosen after it void. */
export function chooseSheet(db: Db, read: Reading, { sheet, header }: { sheet: string; header: string }): void {
  const at = Number(sheet);
  const chosen = read.sheets[at];
  if (!chosen) throw invalidField('sheet', 'Choose a sheet of the list.');
  if (at !== read.at) {
    keepChoices(db, read.upload.id, JSON.stringify({ sheet: at }));
    return;
  }
  const row = chosen.rows[Number(header)];
  if (!row || isBlank(row)) throw invalidField('header', 'Choose the row that holds the headings.');
  if (Number(header) === read.header && read.chosen.header !== undefined) return;
  keepChoices(db, read.upload.id, JSON.stringify({ sheet: at, header: Number(header) }));
}

/** One fact, or none, for each heading in its order. */
export function chooseColumns(db: Db, read: Reading, facts: readonly string[], today: string): void {
  const headings = headingsOf(read.sheet.rows[read.header]?.cells ?? []);
  const kept = factsKept(db);
  const columns = Object.fromEntries(
    headings.map((heading, at) => {
      const fact = facts[at] ?? '';
      return [heading, isColumnFact(fact, kept) ? fact : null] as const;
    }),
  );
  const faults = checkColumns(columns, cellsUnder(read.sheet, read.header), today);
  if (faults.length > 0) {
    throw invalid(
      faults.map(({ heading, message }): Fault => {
        const at = heading === null ? 0 : headings.indexOf(heading);
        return { field: `fact-${at + 1}`, at: null, message };
      }),
    );
  }
  choose(db, read, { mapping: { columns, values: read.mapping.values } });
}

/** What each of the list's own words means; without a choice its rows stay faulty. */
export function chooseValues(
  db: Db,
  read: Reading,
  sent: { kind: readonly string[]; words: readonly string[]; means: readonly string[] },
): void {
  const values: Partial<Record<MappedKind, Record<string, string>>> = {};
  sent.words.forEach((words, at) => {
    const [kind, means] = [sent.kind[at] ?? '', sent.means[at] ?? ''];
    if (!isMappedKind(kind) || means === '') return;
    if (means !== leaveOut && !choicesOf[kind].some(({ value }) => value === means)) {
      throw invalidField(`means-${at + 1}`, `‘${words}’: choose one of the list.`);
    }
    values[kind] = { ...values[kind], [valueKey(words)]: means };
  });
  choose(db, read, { mapping: { columns: { ...read.mapping.columns }, values } });
}

/** Whom each name and team means: somebody by id, somebody new, or nobody. */
export function choosePeople(
  db: Db,
  read: Reading,
  sent: { person: readonly string[]; who: readonly string[]; team: readonly string[]; which: readonly string[] },
  known: { people: readonly { id: number }[]; teams: readonly { id: number }[] },
): void {
  choose(db, read, {
    people: settledBy(sent.person, sent.who, known.people, 'who'),
    teams: settledBy(sent.team, sent.which, known.teams, 'which'),
  });
}

function settledBy(
  keys: readonly string[],
  choices: readonly string[],
  known: readonly { id: number }[],
  field: string,
): Record<string, Settled> {
  return Object.fromEntries(
    keys.map((key, at): [string, Settled] => {
      const choice = choices[at] ?? '';
      if (choice === 'new' || choice === 'nobody') return [key, choice];
      const id = Number(choice);
      if (!known.some((one) => one.id === id))
        throw invalidField(`${field}-${at + 1}`, `‘${key}’: choose one of the list.`);
      return [key, id];
    }),
  );
}

function isMappedKind(kind: string): kind is MappedKind {
  return Object.hasOwn(choicesOf, kind);
}
