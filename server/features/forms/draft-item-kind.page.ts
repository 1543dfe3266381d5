import { placesOf } from '../../domain/forms/check/places.js';
import type { FormDocument, Item } from '../../domain/forms/document.js';
import { OWN_ANSWERS, scalesFor } from '../../domain/forms/draft/read-answers.js';
import { directions, unitWords } from '../../domain/forms/draft/read-rules.js';
import { caseFacts } from '../../domain/forms/facts.js';
import { gradeName, grades, optionsOf, scales } from '../../domain/forms/scales.js';
import type { Choice, Field, Shown } from './draft-item.page.js';

/** What only one kind of question is asked; the others are null. */
export interface KindPart {
  chosen: ChosenPart | null;
  text: { length: string; optional: string } | null;
  number: { whole: string; least: Field; most: Field } | null;
  timescale: TimescalePart | null;
  echo: (Field & { options: Choice[] }) | null;
}

interface ChosenPart {
  scale: Field & { options: Choice[] };
  own: { key: string; label: string; worth: string; n: number }[] | null;
  ownFault: string | null;
  weight: Field;
  caps: {
    n: number;
    name: string;
    atMostName: string;
    answers: string[];
    options: Choice[];
    atMost: string;
    grades: Choice[];
  }[];
  hasCaps: boolean;
  isChoice: boolean;
  hasMore: boolean;
  doesNotApply: Field;
  notJudged: string;
  concern: string[];
  options: Choice[];
  gateway: string;
  documents: Field;
  people: Field;
  keyQuestion: Field;
}

interface TimescalePart {
  fromLabel: Field;
  toLabel: Field;
  fromFact: string;
  toFact: string;
  facts: Choice[];
  times: string;
  limits: { n: number; direction: string; amount: string; unit: string; directions: Choice[]; units: Choice[] }[];
  limitFault: string | null;
  doesNotApply: Field;
}

export function kindPart(form: FormDocument, now: Item, before: Item | null, shown: Shown): KindPart {
  return {
    chosen: now.kind === 'choice' || now.kind === 'judgement' ? chosenPart(form, now, shown) : null,
    text: now.kind === 'text' ? { length: shown.one('length') || 'long', optional: shown.one('optional') } : null,
    number:
      now.kind === 'number'
        ? { whole: shown.one('whole'), least: shown.field('least'), most: shown.field('most') }
        : null,
    timescale: now.kind === 'timescale' ? timescalePart(shown) : null,
    echo: now.kind === 'echo' ? { ...shown.field('of'), options: echoed(form, before) } : null,
  };
}

function chosenPart(
  form: FormDocument,
  now: Extract<Item, { kind: 'choice' | 'judgement' }>,
  shown: Shown,
): ChosenPart {
  const scale = shown.one('scale') || (scalesFor[now.kind][0] ?? '');
  const options = optionsOf(form, now).map(({ key, label }) => ({ value: key, text: label }));
  return {
    scale: { value: scale, fault: shown.fault('scale'), options: scaleOptions(form, now.kind) },
    own: now.kind === 'choice' ? ownRows(shown, scale === OWN_ANSWERS) : null,
    ownFault: shown.fault('optionLabel') ?? shown.fault('optionWorth'),
    weight: shown.field('weight'),
    caps: capRows(options, shown),
    hasCaps: 'caps' in now && now.caps !== undefined,
    isChoice: now.kind === 'choice',
    hasMore: ['doesNotApply', 'concern', 'notJudged', 'gateway', 'documents', 'people'].some(
      (name) => shown.one(name) !== '',
    ),
    doesNotApply: shown.field('doesNotApply'),
    notJudged: shown.one('notJudged'),
    concern: shown.many('concern'),
    options,
    gateway: shown.one('gateway'),
    documents: shown.field('documents'),
    people: shown.field('people'),
    keyQuestion: shown.field('keyQuestion'),
  };
}

function scaleOptions(form: FormDocument, kind: 'choice' | 'judgement'): Choice[] {
  const shared = scalesFor[kind].map((value) => ({ value, text: labels(scales[value] ?? []) }));
  const own = Object.entries(form.scales ?? {}).map(([value, list]) => ({ value, text: labels(list) }));
  return [...shared, ...own, ...(kind === 'choice' ? [{ value: OWN_ANSWERS, text: 'Answers of its own' }] : [])];
}

function labels(list: readonly { label: string }[]): string {
  const said = list.map(({ label }) => label);
  return said.length > 5 ? `${said.slice(0, 4).join(' / ')} and ${said.length - 4} more` : said.join(' / ');
}

/** Two more rows than there are answers, four at least. */
function ownRows(shown: Shown, isOwn: boolean): NonNullable<ChosenPart['own']> {
  const [keys, said, worths] = [shown.many('optionKey'), shown.many('optionLabel'), shown.many('optionWorth')];
  const filled = isOwn ? said.filter(Boolean).length : 0;
  const rows = Math.min(40, Math.max(4, said.length, filled + 2));
  return Array.from({ length: rows }, (_, i) => ({
    key: keys[i] ?? '',
    label: said[i] ?? '',
    worth: worths[i] ?? '',
    n: i + 1,
  }));
}

/** One more row than there are limits on the grade. */
function capRows(options: Choice[], shown: Shown): ChosenPart['caps'] {
  const names = Object.keys(shown.values).filter((name) => /^capAnswers\d$/.test(name));
  const used = Math.max(-1, ...names.map((name) => Number(name.slice(-1))));
  const gradeChoices = [
    { value: '', text: 'No limit' },
    ...[...grades]
      .reverse()
      .slice(1)
      .map((grade) => ({ value: grade, text: `At most ${gradeName(grade)}` })),
  ];
  return Array.from({ length: Math.min(10, used + 2) }, (_, i) => ({
    n: i + 1,
    name: `capAnswers${i}`,
    atMostName: `capAtMost${i}`,
    answers: shown.many(`capAnswers${i}`),
    options,
    atMost: shown.one(`capAtMost${i}`),
    grades: gradeChoices,
  }));
}

function timescalePart(shown: Shown): TimescalePart {
  const [ways, amounts, units] = [shown.many('limitDirection'), shown.many('limitAmount'), shown.many('limitUnit')];
  const choices = (list: object, first: string): Choice[] => [
    { value: '', text: first },
    ...Object.entries(list).map(([value, text]) => ({ value, text: String(text) })),
  ];
  const dates = Object.entries(caseFacts).filter(([, { holds }]) => holds === 'date');
  return {
    fromLabel: shown.field('fromLabel'),
    toLabel: shown.field('toLabel'),
    fromFact: shown.one('fromFact'),
    toFact: shown.one('toFact'),
    facts: [{ value: '', text: 'Nothing is proposed' }, ...dates.map(([value, { title }]) => ({ value, text: title }))],
    times: shown.one('times'),
    limits: Array.from({ length: Math.min(6, ways.filter(Boolean).length + 1) }, (_, i) => ({
      n: i + 1,
      direction: ways[i] ?? (i === 0 ? 'within' : ''),
      amount: amounts[i] ?? '',
      unit: units[i] ?? 'working-days',
      directions: choices(directions, 'No further limit'),
      units: choices(unitWords, 'without a number'),
    })),
    limitFault: shown.fault('limitDirection') ?? shown.fault('limitAmount'),
    doesNotApply: shown.field('doesNotApply'),
  };
}

/** Questions that can be shown again: earlier ones, outside repeated groups. */
function echoed(form: FormDocument, before: Item | null): Choice[] {
  const places = placesOf(form);
  const own = places.find(({ item }) => item.key === before?.key)?.position ?? places.length;
  const earlier = places.filter(
    ({ item, position }) => position < own && item.kind !== 'echo' && !('group' in item && item.group),
  );
  return [
    { value: '', text: 'Choose a question' },
    ...earlier.map(({ item }) => ({ value: item.key, text: item.question })),
  ];
}
