import { conditionInWords } from '../../domain/forms/condition-in-words.js';
import type { FormDocument, Item, Section } from '../../domain/forms/document.js';
import { itemIn } from '../../domain/forms/draft/edit.js';
import { findings, type Finding } from '../../domain/forms/draft/findings.js';
import { kindNames } from '../../domain/forms/draft/read-item.js';
import { optionsOf } from '../../domain/forms/scales.js';
import { themeName } from '../../domain/forms/themes.js';
import type { Db } from '../../platform/sqlite/open.js';
import { draftProblems } from './draft-problems.js';
import type { Draft } from './drafts.store.js';
import { changedInWords, versionInWords } from './drafts.page.js';
import { formVersion } from './forms.store.js';
import { questionCount } from './forms.page.js';
import { limitsInWords } from '../../domain/forms/draft/in-words.js';

/** A draft from top to bottom: its sections and questions in order, and what stands in the way of publishing it. */
export interface DraftPage {
  title: string;
  where: string;
  sentence: string;
  address: string;
  revision: string;
  told: string | null;
  sections: DraftSection[];
  gone: { question: string; press: string }[];
  findings: FindingLine[];
  more: string | null;
  /** How many things are in the way, at the top where the list of them stands at the side or below. */
  inTheWay: string | null;
}

interface DraftSection {
  key: string;
  title: string;
  line: string;
  href: string;
  addHref: string;
  up: string | null;
  down: string | null;
  items: DraftItem[];
}

interface DraftItem {
  key: string;
  number: string;
  question: string;
  href: string;
  line: string;
  when: string | null;
  up: string | null;
  down: string | null;
}

export interface FindingLine {
  about: string;
  words: string;
  href: string;
}

const mostFindings = 8;

export function draftPage(db: Db, draft: Draft, told: string | null = null): DraftPage {
  const { document } = draft;
  const address = `/forms/drafts/${draft.id}`;
  const found = findingLines(address, findings(document, draftProblems(db, document)));
  return {
    title: document.title,
    where: versionInWords(draft),
    sentence: `${questionCount(document)} questions. Changed ${changedInWords(draft)}.`,
    address,
    revision: String(draft.revision),
    told,
    sections: document.sections.map((section, s) => draftSection(document, section, s, address)),
    gone: goneFrom(db, draft),
    findings: found.slice(0, mostFindings),
    more: found.length > mostFindings ? `and ${found.length - mostFindings} more` : null,
    inTheWay:
      found.length === 0
        ? null
        : found.length === 1
          ? '1 thing is in the way of publishing'
          : `${found.length} things are in the way of publishing`,
  };
}

export function findingLines(address: string, found: readonly Finding[]): FindingLine[] {
  const place: Record<Finding['at']['kind'], string> = { item: 'items', section: 'sections', form: 'about' };
  return found.map(({ at, about, words, remedy }) => ({
    about: about ?? 'The form',
    words: `${words.replace(/^./, (c) => c.toUpperCase())}. ${remedy}`,
    href: at.kind === 'form' ? `${address}/about` : `${address}/${place[at.kind]}/${at.key}`,
  }));
}

function draftSection(form: FormDocument, section: Section, s: number, address: string): DraftSection {
  const closes = section.key === form.close ? 'closes the form' : null;
  const when = section.when ? `asked when ${conditionInWords(form, section.when)}` : null;
  return {
    key: section.key,
    title: section.title,
    line: [aboutWords[section.about], section.core ? 'core' : null, closes, when].filter(Boolean).join(' · '),
    href: `${address}/sections/${section.key}`,
    addHref: `${address}/sections/${section.key}/items`,
    ...moves('section', section.key, s, form.sections.length),
    items: section.items.map((item, i) => ({
      key: item.key,
      number: `${s + 1}.${i + 1}`,
      question: item.question,
      href: `${address}/items/${item.key}`,
      line: itemInWords(form, item),
      when: item.when ? `Asked when ${conditionInWords(form, item.when)}` : null,
      ...moves('item', item.key, i, section.items.length),
    })),
  };
}

const moves = (
  what: 'item' | 'section',
  key: string,
  at: number,
  of: number,
): { up: string | null; down: string | null } => ({
  up: at > 0 ? `up.${what}.${key}` : null,
  down: at < of - 1 ? `down.${what}.${key}` : null,
});

export const aboutWords: Record<Section['about'], string> = {
  practice: 'about practice',
  oversight: 'about the manager’s part',
  partners: 'about working together',
  service: 'about the service',
};

/** How a question is answered and what it counts for, on one line. */
export function itemInWords(form: FormDocument, item: Item): string {
  const weight = 'weight' in item && item.weight ? `weight ${item.weight}` : null;
  const themes = 'themes' in item && item.themes ? item.themes.map(themeName).join(', ') : null;
  const caps = 'caps' in item && item.caps?.length ? 'limits the grade' : null;
  const row = 'group' in item && item.group ? 'in each row' : null;
  return [answersInWords(form, item), weight, themes, caps, row].filter(Boolean).join(' · ');
}

function answersInWords(form: FormDocument, item: Item): string {
  if (item.kind === 'echo') return `Shows ‘${itemIn(form, item.of)?.item.question ?? item.of}’ again`;
  if (item.kind === 'timescale') return `${item.from.label} to ${item.to.label}, ${limitsInWords(form, item)}`;
  if (item.kind !== 'choice' && item.kind !== 'judgement') return kindNames[item.kind];
  const labels = optionsOf(form, item).map(({ label }) => label);
  return labels.length > 5 ? `${labels.slice(0, 4).join(' / ')} and ${labels.length - 4} more` : labels.join(' / ');
}

/** Questions of the published version that the draft does not ask any more: each can be put back. */
function goneFrom(db: Db, { document, fromVersion }: Draft): DraftPage['gone'] {
  if (fromVersion === null) return [];
  const items = formVersion(db, fromVersion).document.sections.flatMap((section) => section.items);
  return items
    .filter(({ key }) => itemIn(document, key) === null)
    .map(({ key, question }) => ({ question, press: `back.item.${key}` }));
}
