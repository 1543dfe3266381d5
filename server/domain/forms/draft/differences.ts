import { conditionInWords } from '../condition-in-words.js';
import type { Condition, FormDocument, Item, Section } from '../document.js';
import { gradeName, optionsOf } from '../scales.js';
import { themeName } from '../themes.js';
import { capsInWords, limitsInWords, noteInWords } from './in-words.js';

/**
 * What is different in a later version of a form, one sentence each, in the order of the later form. Items are the same
 * where their keys are. Empty exactly when nothing but the number of the version differs.
 * @example differences(one, two) // ['New under ‘Planning’: ‘Does the plan say who does what?’']
 */
export function differences(before: FormDocument, after: FormDocument): string[] {
  const places = (form: FormDocument) =>
    new Map(form.sections.flatMap((section) => section.items.map((item) => [item.key, { section, item }] as const)));
  const [old, now] = [places(before), places(after)];
  const said = [
    ...ofForm(before, after),
    ...ofSections(before, after),
    ...[...now.values()].flatMap(({ section, item }) => {
      const was = old.get(item.key);
      return was ? ofItem(before, after, was, { section, item }) : [`New under ‘${section.title}’: ‘${item.question}’`];
    }),
    ...[...old.values()]
      .filter(({ item }) => !now.has(item.key))
      .map(({ item }) => `No longer asked: ‘${item.question}’`),
    ...ofOrder(before, after),
  ];
  return said.length > 0 || same(bare(before), bare(after)) ? said : ['Details that have no words here are different.'];
}

function ofForm(before: FormDocument, after: FormDocument): string[] {
  return changes([
    ['The form is called', quoted(before.title), quoted(after.title)],
    ['It measures', before.measures, after.measures],
    ['It is agreed', agreement[before.agreement], agreement[after.agreement]],
    ['The bands are', bandsInWords(before), bandsInWords(after)],
    ['Answers needed for a grade:', String(before.least ?? 'none'), String(after.least ?? 'none')],
    ['There is a computed grade', whenInWords(before, before.gradeWhen), whenInWords(after, after.gradeWhen)],
    ...otherwise('What the form’s page says is different.', before.about, after.about),
    ...otherwise(
      'How sections hold the grade down is different.',
      [before.sectionCaps, before.standardCaps],
      [after.sectionCaps, after.standardCaps],
    ),
    ...otherwise('The form’s own lists of answers are different.', before.scales, after.scales),
    ...otherwise('Whether the form is marked as a draft to be adapted is different.', before.draft, after.draft),
    ...otherwise('Another section closes the form.', before.close, after.close),
  ]);
}

function ofSections(before: FormDocument, after: FormDocument): string[] {
  const old = new Map(before.sections.map((section) => [section.key, section]));
  const said = after.sections.flatMap((section) => {
    const was = old.get(section.key);
    return was ? ofSection(before, after, was, section) : [`New section: ‘${section.title}’`];
  });
  const gone = before.sections.filter(({ key }) => !after.sections.some((section) => section.key === key));
  const kept = (one: FormDocument, other: FormDocument) =>
    one.sections.map(({ key }) => key).filter((key) => other.sections.some((section) => section.key === key));
  const moved = same(kept(before, after), kept(after, before)) ? [] : ['The sections stand in another order.'];
  return [...said, ...gone.map(({ title }) => `Section taken out: ‘${title}’`), ...moved];
}

function ofSection(before: FormDocument, after: FormDocument, was: Section, is: Section): string[] {
  const name = `Section ‘${is.title}’`;
  return changes([
    [`${name} is called`, quoted(was.title), quoted(is.title)],
    [`${name} is asked`, whenInWords(before, was.when), whenInWords(after, is.when)],
    [`${name} is about`, was.about, is.about],
    [`${name} carries the form:`, yesNo(was.core), yesNo(is.core)],
    ...otherwise(
      `${name}: its text, standard or repeated groups are different.`,
      [was.text, was.standard, was.repeats],
      [is.text, is.standard, is.repeats],
    ),
  ]);
}

function ofItem(before: FormDocument, after: FormDocument, was: Placed, is: Placed): string[] {
  const name = `‘${is.item.question}’`;
  const rows: Row[] = [
    ['The question', quoted(was.item.question), quoted(is.item.question), 'now reads'],
    [
      `${name} stands under`,
      quoted(was.section.title),
      was.section.key === is.section.key ? quoted(was.section.title) : quoted(is.section.title),
    ],
    [`${name} is answered`, answersInWords(before, was.item), answersInWords(after, is.item)],
    [`${name} counts`, weightOf(was.item), weightOf(is.item)],
    [`${name} is asked`, whenInWords(before, was.item.when), whenInWords(after, is.item.when)],
    [`${name} belongs to`, themesOf(was.item), themesOf(is.item)],
    [`${name} asks for a note`, noteInWords(before, was.item), noteInWords(after, is.item)],
    [`${name} limits the grade`, capsInWords(before, was.item), capsInWords(after, is.item)],
    [`${name} has the limit`, limitsInWords(before, was.item), limitsInWords(after, is.item)],
  ];
  const said = changes(rows);
  const told: readonly string[] = [
    'question',
    'scale',
    'options',
    'weight',
    'when',
    'themes',
    'note',
    'caps',
    'limits',
  ];
  const rest = (item: Item) =>
    Object.entries(item).filter(([field]) => !told.includes(field) || (field === 'options' && said.length === 0));
  return [
    ...said,
    ...changes(
      otherwise(`${name}: its guidance or another detail is different.`, sorted(rest(was.item)), sorted(rest(is.item))),
    ),
  ];
}

/** Sections whose questions stand in another order; a question that came from elsewhere was told already. */
function ofOrder(before: FormDocument, after: FormDocument): string[] {
  return after.sections.flatMap((section) => {
    const was = before.sections.find(({ key }) => key === section.key)?.items.map(({ key }) => key) ?? [];
    const is = section.items.map(({ key }) => key);
    const [old, now] = [was.filter((key) => is.includes(key)), is.filter((key) => was.includes(key))];
    return same(old, now) ? [] : [`The questions under ‘${section.title}’ stand in another order.`];
  });
}

interface Placed {
  section: Section;
  item: Item;
}

/** What is said of something, what it was, what it is, and how the two are joined. */
type Row = [about: string, was: string, is: string, join?: string];

const changes = (rows: readonly Row[]): string[] =>
  rows
    .filter(([, was, is]) => was !== is)
    .map(([about, was, is, join]) =>
      is === '' ? about : join ? `${about} ${was} ${join} ${is}` : `${about} ${is} (before: ${was})`,
    );

/** One sentence for what has no short words of its own. */
const otherwise = (sentence: string, was: unknown, is: unknown): Row[] => (same(was, is) ? [] : [[sentence, 'so', '']]);

const answersInWords = (form: FormDocument, item: Item): string =>
  item.kind === 'choice' || item.kind === 'judgement'
    ? optionsOf(form, item)
        .map(({ label, worth }) => (worth === undefined ? label : `${label} (${worth})`))
        .join(', ')
    : `by ${kindWords[item.kind]}`;

const kindWords = {
  date: 'a date',
  'date-time': 'a date and time',
  number: 'a number',
  text: 'words',
  timescale: 'two dates',
  echo: 'an earlier answer',
} as const;

const weightOf = (item: Item): string =>
  'weight' in item && item.weight ? `with weight ${item.weight}` : 'not in the score';
const themesOf = (item: Item): string =>
  'themes' in item && item.themes ? item.themes.map(themeName).join(', ') : 'no theme';
const whenInWords = (form: FormDocument, when: Condition | undefined): string =>
  when ? `when ${conditionInWords(form, when)}` : 'always';
const bandsInWords = ({ bands = [] }: FormDocument): string =>
  bands
    .map(
      ({ grade, from, everySectionSufficient }) =>
        `${gradeName(grade)} from ${from}${everySectionSufficient ? ' with every section Sufficient' : ''}`,
    )
    .join(', ') || 'none';
const agreement = { full: 'after five working days', light: 'many at once' } as const;
const quoted = (text: string): string => `‘${text}’`;
const yesNo = (value: true | undefined): string => (value ? 'yes' : 'no');
const sorted = (fields: readonly [string, unknown][]) => [...fields].sort(([a], [b]) => (a < b ? -1 : 1));
const bare = (form: FormDocument): FormDocument => ({ ...form, version: 1 });
const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** A value as text that does not depend on the order of fields. */
const canonical = (value: unknown): string | undefined =>
  JSON.stringify(value, (_field, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(sorted(Object.entries(part)))
      : part,
  );
