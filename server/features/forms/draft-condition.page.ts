import { conditionInWords } from '../../domain/forms/condition-in-words.js';
import { numberTests, subjectsAt, type Subject } from '../../domain/forms/draft/comparison.js';
import { conditionAt, joined, type Place } from '../../domain/forms/draft/conditions.js';
import { itemIn, sectionIn } from '../../domain/forms/draft/edit.js';
import type { FormDocument } from '../../domain/forms/document.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed, typedList } from '../../platform/http/typed.js';
import type { Draft } from './drafts.store.js';
import { markOf } from './edit-draft.js';

/** When something is asked or holds: its comparisons one by one, and lists to add another. */
export interface DraftConditionPage {
  title: string;
  about: string;
  where: string;
  address: string;
  back: string;
  seen: string;
  none: string;
  parts: { text: string; press: string; n: number }[];
  how: string;
  howOptions: { value: string; text: string }[] | null;
  subjects: { value: string; text: string }[];
  look: string;
  chosen: ChosenSubject | null;
}

interface ChosenSubject {
  name: string;
  text: string;
  tests: { value: string; text: string }[];
  test: string;
  testFault: string | null;
  options: { value: string; text: string }[];
  values: string[];
  valuesFault: string | null;
  number: string | null;
  numberFault: string | null;
}

export function draftConditionPage(
  c: Showing<{ look: string }>,
  draft: Draft,
  place: Place,
  word: string,
): DraftConditionPage {
  const { document } = draft;
  const condition = conditionAt(document, place);
  const { how, parts } = joined(condition);
  const { answers, facts } = subjectsAt(document, place);
  const look = typed(c, 'look', c.query.look);
  const subject = [...answers, ...facts].find(({ name }) => name === look);
  return {
    ...wordsOf(document, place),
    where: document.title,
    address: `/forms/drafts/${draft.id}/conditions/${word}`,
    back: backTo(document, place, `/forms/drafts/${draft.id}`),
    seen: markOf(condition),
    parts: parts.map((part, i) => ({ text: conditionInWords(document, part), press: `out.${i}`, n: i + 1 })),
    how,
    howOptions:
      parts.length > 1
        ? [
            { value: 'all', text: 'All of these must be so' },
            { value: 'any', text: 'One of these is enough' },
          ]
        : null,
    subjects: [
      { value: '', text: 'Choose what it depends on' },
      ...answers.map(({ name, text }) => ({ value: name, text })),
      ...facts.map(({ name, text }) => ({ value: name, text: `The case: ${text}` })),
    ],
    look: subject?.name ?? '',
    chosen: subject ? chosenSubject(c, subject) : null,
  };
}

function chosenSubject(c: Showing, { name, text, holds, options }: Subject): ChosenSubject {
  const recorded = [
    { value: 'recorded', text: 'is answered or recorded' },
    { value: 'not-recorded', text: 'is not answered or recorded' },
  ];
  const isOne = [
    { value: 'is', text: 'is one of these' },
    { value: 'is-not', text: 'is none of these' },
  ];
  const numbers = Object.entries(numberTests).map(([value, said]) => ({
    value,
    text: said.includes('or') ? `is this number ${said}` : `is ${said} this number`,
  }));
  const tests =
    holds === 'choice' ? [...isOne, ...recorded] : holds === 'number' ? [...numbers, ...recorded] : recorded;
  return {
    name,
    text,
    tests,
    test: typed(c, 'test', tests[0]?.value),
    testFault: faultAt(c, 'test'),
    options: [...options],
    values: [...typedList(c, 'values')],
    valuesFault: faultAt(c, 'values'),
    number: holds === 'number' ? typed(c, 'number') : null,
    numberFault: faultAt(c, 'number'),
  };
}

function wordsOf(form: FormDocument, place: Place): { title: string; about: string; none: string } {
  const item = 'key' in place ? itemIn(form, place.key)?.item : undefined;
  const asked = { title: 'When is it asked?', none: 'Asked always.' };
  switch (place.of) {
    case 'grade':
      return { title: 'When is there a computed grade?', about: form.title, none: 'Always, where enough is answered.' };
    case 'section':
      return { ...asked, about: sectionIn(form, place.key)?.title ?? '' };
    case 'group':
      return {
        ...asked,
        about: form.sections.flatMap(({ repeats = [] }) => repeats).find(({ key }) => key === place.key)?.each ?? '',
      };
    case 'item':
      return { ...asked, about: item?.question ?? '' };
    case 'cap':
      return {
        title: `When does limit ${place.index + 1} on the grade hold?`,
        about: item?.question ?? '',
        none: 'It holds always.',
      };
    case 'limit':
      return {
        title: `When does time limit ${place.index + 1} hold?`,
        about: item?.question ?? '',
        none: 'It holds always.',
      };
  }
}

function backTo(form: FormDocument, place: Place, base: string): string {
  if (place.of === 'grade') return `${base}/about`;
  if (place.of === 'section') return `${base}/sections/${place.key}`;
  if (place.of !== 'group') return `${base}/items/${place.key}`;
  const section = form.sections.find(({ repeats = [] }) => repeats.some(({ key }) => key === place.key));
  return `${base}/sections/${section?.key ?? ''}`;
}
