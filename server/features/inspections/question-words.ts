import type { Db } from '../../platform/sqlite/open.js';
import { formVersion } from '../forms/forms.store.js';
import { settledValues } from './settle.js';

/** The judgements of a form: under the title of a section that is one key question, else as they are asked. */
export function questionsOfForm(db: Db, version: number): Map<string, string> {
  const { sections } = formVersion(db, version).document;
  return new Map(
    sections.flatMap((section) =>
      section.items.flatMap((item) =>
        item.kind === 'judgement'
          ? [[item.key, section.title.startsWith(item.keyQuestion ?? '–') ? section.title : item.question] as const]
          : [],
      ),
    ),
  );
}

/** @example valueInWords('not-sufficient') // 'Not sufficient' */
export const valueInWords = (value: string | null): string =>
  value === null ? 'not judged' : (valueWords[value] ?? value.replaceAll('-', ' '));

const valueWords: Readonly<Record<string, string>> = settledValues;
