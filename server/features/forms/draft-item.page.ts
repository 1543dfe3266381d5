import { conditionInWords } from '../../domain/forms/condition-in-words.js';
import type { Condition, FormDocument, Item, Section } from '../../domain/forms/document.js';
import { fieldsOf } from '../../domain/forms/draft/fields.js';
import { capsInWords, noteInWords, noteRules } from '../../domain/forms/draft/in-words.js';
import { kindNames, readItem } from '../../domain/forms/draft/read-item.js';
import { noteRulesFor } from '../../domain/forms/draft/read-rules.js';
import { usesOf } from '../../domain/forms/draft/references.js';
import { savedFields } from '../../domain/forms/draft/saved-fields.js';
import { themes } from '../../domain/forms/themes.js';
import { optionsOf } from '../../domain/forms/scales.js';
import type { Db } from '../../platform/sqlite/open.js';
import type { Typed } from '../../platform/http/route.js';
import type { Fault } from '../../domain/problems.js';
import { meaningAsked } from './change-item.js';
import type { Draft } from './drafts.store.js';
import { itemInWords } from './draft.page.js';
import { changedInWords } from './drafts.page.js';
import { markOf } from './edit-draft.js';
import { kindPart, type KindPart } from './draft-item-kind.page.js';

/** One question of a draft, with everything that can be said of it. */
export interface DraftItemPage {
  title: string;
  where: string;
  address: string;
  back: string;
  seen: string;
  kind: string;
  kinds: { text: string; href: string; current: boolean }[] | null;
  kindName: string;
  theirs: { title: string; facts: { name: string; text: string }[] } | null;
  meaning: MeaningPart | null;
  question: Field;
  section: Field & { options: Choice[] };
  group: (Field & { options: Choice[] }) | null;
  part: KindPart;
  themes: (Field & { name: string; label: string; options: Choice[] })[];
  note: NotePart | null;
  good: Field;
  weak: Field;
  text: Field;
  source: Field;
  conditions: { name: string; text: string; href: string }[];
  uses: string[];
  isSaved: boolean;
}

export interface Field {
  value: string;
  fault: string | null;
}

export interface Choice {
  value: string;
  text: string;
}

interface MeaningPart {
  published: string;
  elsewhere: string | null;
  value: string;
  fault: string | null;
  options: (Choice & { hint: string; disabled?: boolean })[];
}

interface NotePart extends Field {
  options: Choice[];
  answers: string[];
  answersOptions: Choice[];
  answersFault: string | null;
  ask: Field;
}

/** What is asked for: the draft, the question (null for a new one), and what was typed a moment ago. */
export interface AboutItem {
  db: Db;
  draft: Draft;
  section: Section;
  kind: Item['kind'];
  before: Item | null;
  typed: Typed | null;
  faults: readonly Fault[];
}

export function draftItemPage(about: AboutItem): DraftItemPage {
  const { draft, section, kind, before } = about;
  const { document } = draft;
  const base = `/forms/drafts/${draft.id}`;
  const saved = before
    ? savedFields(before, section)
    : { section: section.key, scale: '', weight: kind === 'choice' ? '1' : '' };
  const shown = new Shown(about.typed ?? saved, about.faults);
  const now = readItem(document, kind, before, fieldsOf({ ...shown.values })).item;
  const asked = section.repeats ?? [];
  return {
    title: before ? 'Change a question' : 'Add a question',
    where: `${document.title}: ${section.title}`,
    address: before ? `${base}/items/${before.key}` : `${base}/sections/${section.key}/items?kind=${kind}`,
    back: `${base}#${before?.key ?? section.key}`,
    seen: markOf(before),
    kind,
    kinds: before ? null : kindLinks(`${base}/sections/${section.key}/items`, kind),
    kindName: kindNames[kind],
    theirs: theirsOf(about, shown),
    meaning: meaningPart(about, shown, now),
    question: shown.field('question'),
    section: {
      ...shown.field('section'),
      options: document.sections.map(({ key, title }) => ({ value: key, text: title })),
    },
    group:
      asked.length > 0
        ? {
            ...shown.field('group'),
            options: [
              { value: '', text: 'Asked once' },
              ...asked.map(({ key, each }) => ({ value: key, text: `In ${each}` })),
            ],
          }
        : null,
    part: kindPart(document, now, before, shown),
    themes: kind === 'echo' ? [] : themeFields(shown),
    note: notePart(document, now, shown),
    good: shown.field('good'),
    weak: shown.field('weak'),
    text: shown.field('text'),
    source: shown.field('source'),
    conditions: before ? conditionLines(document, before, `${base}/conditions`) : [],
    uses: before ? usesOf(document, before.key) : [],
    isSaved: before !== null,
  };
}

/** The values that the page's fields show: what was typed, else what is saved. */
export class Shown {
  constructor(
    readonly values: Typed,
    private readonly faults: readonly Fault[],
  ) {}

  one(name: string): string {
    const value = this.values[name];
    return typeof value === 'string' ? value : (value?.[0] ?? '');
  }

  many(name: string): string[] {
    const value = this.values[name];
    return value === undefined ? [] : typeof value === 'string' ? [value] : [...value];
  }

  fault(name: string): string | null {
    return this.faults.find(({ field }) => field === name)?.message ?? null;
  }

  field(name: string): Field {
    return { value: this.one(name), fault: this.fault(name) };
  }
}

const kindLinks = (address: string, current: Item['kind']): DraftItemPage['kinds'] =>
  Object.entries(kindNames).map(([kind, text]) => ({
    text,
    href: `${address}?kind=${kind}`,
    current: kind === current,
  }));

/** The question as somebody else left it meanwhile, to choose between the two. */
function theirsOf({ draft, before, typed }: AboutItem, shown: Shown): DraftItemPage['theirs'] {
  if (!typed || !before || shown.one('seen') === '' || shown.one('seen') === markOf(before)) return null;
  const { document } = draft;
  return {
    title: `As it is now, changed ${changedInWords(draft)}`,
    facts: [
      { name: 'Question', text: before.question },
      { name: 'Answered', text: itemInWords(document, before) },
      { name: 'Note', text: noteInWords(document, before) },
      { name: 'Limits the grade', text: capsInWords(document, before) },
      { name: 'Good', text: before.guidance?.good ?? 'nothing' },
      { name: 'Weak', text: before.guidance?.weak ?? 'nothing' },
    ],
  };
}

function meaningPart({ db, draft, before, typed }: AboutItem, shown: Shown, now: Item): MeaningPart | null {
  if (!before || !typed || shown.fault('meaning') === null) return null;
  const asked = meaningAsked(db, draft, before, now);
  if (!asked) return null;
  const same = {
    value: 'same',
    text: 'It means the same, said better',
    hint: 'Reports go on counting it together with what was answered before.',
  };
  return {
    ...asked,
    value: shown.one('meaning') || (asked.elsewhere === null ? '' : 'new'),
    fault: shown.fault('meaning'),
    options: [
      ...(asked.elsewhere === null ? [same] : []),
      {
        value: 'new',
        text: 'It is a new question',
        hint: 'It gets a name of its own; the old answers stay with the old question.',
      },
    ],
  };
}

function themeFields(shown: Shown): DraftItemPage['themes'] {
  const options = [{ value: '', text: 'None' }, ...themes.map(({ key, name }) => ({ value: key, text: name }))];
  const labels = ['Theme', 'Second theme', 'Third theme'];
  return labels.map((label, i) => ({ ...shown.field(`theme${i + 1}`), name: `theme${i + 1}`, label, options }));
}

function notePart(form: FormDocument, item: Item, shown: Shown): NotePart | null {
  const rules = noteRulesFor(item.kind);
  if (rules.length === 0) return null;
  return {
    ...shown.field('note'),
    options: [
      { value: '', text: 'Never' },
      ...rules.map((value) => ({ value, text: noteRules[value].replace(/^./, (c) => c.toUpperCase()) })),
    ],
    answers: shown.many('noteAnswers'),
    answersOptions: optionsOf(form, item).map(({ key, label }) => ({ value: key, text: label })),
    answersFault: shown.fault('noteAnswers'),
    ask: shown.field('ask'),
  };
}

function conditionLines(form: FormDocument, item: Item, address: string): DraftItemPage['conditions'] {
  const line = (name: string, place: string, when: Condition | undefined) => ({
    name,
    text: when ? `when ${conditionInWords(form, when)}` : 'always',
    href: `${address}/${place}`,
  });
  const caps = 'caps' in item ? (item.caps ?? []) : [];
  const limits = item.kind === 'timescale' ? item.limits : [];
  return [
    line('Asked', `item.${item.key}`, item.when),
    ...caps.map(({ when }, i) => line(`Limit ${i + 1} on the grade holds`, `cap.${item.key}.${i}`, when)),
    ...limits.map(({ when }, i) => line(`Time limit ${i + 1} holds`, `limit.${item.key}.${i}`, when)),
  ];
}
