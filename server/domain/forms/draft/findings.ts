import type { FormDocument, Item, Section } from '../document.js';
import type { FormProblem } from '../fault.js';

/** What stands in the way of publishing a draft, in words, and the thing to open to put it right. */
export interface Finding {
  words: string;
  remedy: string;
  /** The question or section that it is about; null for the form as a whole. */
  about: string | null;
  at: { kind: 'item' | 'section'; key: string } | { kind: 'form' };
}

/** What the checker says, led back from paths in the document to the questions and sections that a person knows. */
export function findings(form: FormDocument, problems: readonly FormProblem[]): Finding[] {
  return problems.map(({ path, message, remedy }) => {
    const { section, item } = thingAt(form, path);
    const told = { words: withQuestions(form, message), remedy: withQuestions(form, remedy) };
    if (item) return { ...told, about: item.question, at: { kind: 'item', key: item.key } };
    if (section) return { ...told, about: section.title, at: { kind: 'section', key: section.key } };
    return { ...told, about: null, at: { kind: 'form' } };
  });
}

/**
 * What a draft lacks before anything else can be looked at: sections without questions. They are said here in words,
 * where the schema would only count.
 */
export function unfinished(form: FormDocument): FormProblem[] {
  const empty = form.sections.flatMap(({ items }, s) =>
    items.length > 0
      ? []
      : [
          {
            path: `sections/${s}`,
            message: 'this section has no questions',
            remedy: 'Add one, or take the section out.',
          },
        ],
  );
  const scales = Object.keys(form.sections).length > 0 ? [] : [noSection];
  return [...scales, ...empty];
}

const noSection: FormProblem = { path: 'sections', message: 'the form has no sections', remedy: 'Add one.' };

function thingAt(form: FormDocument, path: string): { section: Section | undefined; item: Item | undefined } {
  const [, s, i] = /^sections\/(\d+)(?:\/items\/(\d+))?/.exec(path) ?? [];
  const section = s === undefined ? undefined : form.sections[Number(s)];
  return { section, item: i === undefined ? undefined : section?.items[Number(i)] };
}

/** Keys mean nothing to whoever writes the form: the question stands in their place. */
function withQuestions(form: FormDocument, text: string): string {
  const questions = new Map(form.sections.flatMap(({ items }) => items.map(({ key, question }) => [key, question])));
  return text.replace(/‘([a-z0-9-]+)’/g, (all, key: string) => (questions.has(key) ? `‘${questions.get(key)}’` : all));
}
