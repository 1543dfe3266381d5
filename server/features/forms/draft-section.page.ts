import type { FormDocument, Group, Section } from '../../domain/forms/document.js';
import { tidy, words, type FieldFault, type Fields } from '../../domain/forms/draft/fields.js';
import { keyFrom, keysIn } from '../../domain/forms/draft/keys.js';
import { conditionInWords } from '../../domain/forms/condition-in-words.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed, typedList } from '../../platform/http/typed.js';
import type { Draft } from './drafts.store.js';
import { markOf } from './edit-draft.js';
import { aboutWords } from './draft.page.js';

/** A section of a draft: its heading, whose work it is about, and its repeated groups. */
export interface DraftSectionPage {
  heading: string;
  where: string;
  address: string;
  back: string;
  seen: string;
  theirs: { name: string; text: string }[] | null;
  title: string;
  titleFault: string | null;
  text: string;
  textFault: string | null;
  about: string;
  aboutOptions: { value: string; text: string }[];
  core: string;
  standard: string;
  standardFault: string | null;
  groups: { key: string; each: string; none: string; n: number; href: string | null; when: string }[];
  groupFault: string | null;
  when: { text: string; href: string } | null;
  removal: string | null;
}

export function draftSectionPage(c: Showing, { id, document }: Draft, section: Section | null): DraftSectionPage {
  const base = `/forms/drafts/${id}`;
  const seen = markOf(section && headOf(section));
  const moved = section !== null && c.typed !== null && typed(c, 'seen') !== seen;
  return {
    heading: section ? 'Change a section' : 'Add a section',
    where: document.title,
    address: `${base}/sections/${section?.key ?? 'new'}`,
    back: `${base}${section ? `#${section.key}` : ''}`,
    seen,
    theirs: moved
      ? [
          { name: 'Heading', text: section.title },
          { name: 'Line under it', text: section.text ?? 'none' },
        ]
      : null,
    title: typed(c, 'title', section?.title),
    titleFault: faultAt(c, 'title'),
    text: typed(c, 'text', section?.text),
    textFault: faultAt(c, 'text'),
    about: typed(c, 'about', section?.about ?? 'practice'),
    aboutOptions: Object.entries(aboutWords).map(([value, text]) => ({ value, text: text.replace(/^a/, 'A') })),
    core: typed(c, 'core', section?.core ? 'yes' : ''),
    standard: typed(c, 'standard', section?.standard),
    standardFault: faultAt(c, 'standard'),
    groups: groupRows(c, document, base, section),
    groupFault: faultAt(c, 'groupEach'),
    when: section && {
      text: section.when ? `when ${conditionInWords(document, section.when)}` : 'always',
      href: `${base}/conditions/section.${section.key}`,
    },
    removal: section && section.key !== document.close ? removalWords(section) : null,
  };
}

const removalWords = ({ items }: Section): string =>
  items.length === 0 ? 'Take this section out' : `Take this section out with its ${items.length} questions`;

/** The part of a section that its own page changes. */
export const headOf = (section: Section): object => ({ ...section, items: undefined, when: undefined });

function groupRows(c: Showing, form: FormDocument, base: string, section: Section | null): DraftSectionPage['groups'] {
  const saved = section?.repeats ?? [];
  const keys = typedList(
    c,
    'groupKey',
    saved.map(({ key }) => key),
  );
  const each = typedList(
    c,
    'groupEach',
    saved.map((group) => group.each),
  );
  const none = typedList(
    c,
    'groupNone',
    saved.map((group) => group.none),
  );
  const rows = Math.min(10, Math.max(each.length, saved.length + 1));
  return Array.from({ length: rows }, (_, i) => {
    const group = saved.find(({ key }) => key === keys[i]);
    return {
      key: keys[i] ?? '',
      each: each[i] ?? '',
      none: none[i] ?? '',
      n: i + 1,
      href: group ? `${base}/conditions/group.${group.key}` : null,
      when: group?.when ? `when ${conditionInWords(form, group.when)}` : 'always',
    };
  });
}

/** The section with what was typed into its page; a new one has no questions yet. */
export function readSectionHead(
  form: FormDocument,
  before: Section | null,
  fields: Fields,
): { section: Section; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const title = words(faults, 'title', fields.one('title'), 160, 'Give the section a heading.') ?? '';
  const standard = words(faults, 'standard', fields.one('standard'), 60, null);
  if (standard && !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(standard)) {
    faults.push({ field: 'standard', message: 'Give the number of the standard, such as 2.1.' });
  }
  const about = Object.keys(aboutWords).find((key) => key === fields.one('about')) as Section['about'] | undefined;
  const head = tidy({
    key: before?.key ?? keyFrom(title || 'section', keysIn(form)),
    title,
    about: about ?? before?.about ?? 'practice',
    standard,
    core: fields.one('core') === 'yes' ? (true as const) : undefined,
    text: words(faults, 'text', fields.one('text'), 400, null),
    when: before?.when,
    repeats: readGroups(faults, form, before, fields),
  });
  return { section: { ...head, items: before?.items ?? [] }, faults };
}

/** Rows 'each ..., none'; an empty row is left out. */
function readGroups(faults: FieldFault[], form: FormDocument, before: Section | null, fields: Fields): Group[] {
  const taken = keysIn(form);
  const [keys, each, none] = [fields.many('groupKey'), fields.many('groupEach'), fields.many('groupNone')];
  return each.slice(0, 10).flatMap((words, i): Group[] => {
    const was = before?.repeats?.find(({ key }) => key === keys[i]);
    const nothing = none[i] ?? '';
    if (words === '' && nothing === '') return [];
    if (words === '' || nothing === '' || words.length > 120 || nothing.length > 160) {
      faults.push({
        field: 'groupEach',
        message: 'Say of each repeated part what a row is and what is ticked when there was none.',
      });
    }
    const key = was?.key ?? keyFrom(words.replace(/^each /i, '') || 'rows', taken);
    taken.add(key);
    return [tidy({ key, each: words, none: nothing, when: was?.when })];
  });
}
