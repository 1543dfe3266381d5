import type { FormDocument } from '../document.js';
import type { FormProblem } from '../fault.js';
import { placesOf } from './places.js';

/** Keys are names: each section, repeated group and item has one of its own; the closing section exists. */
export function checkKeys(form: FormDocument): FormProblem[] {
  const places = placesOf(form);
  const sections = form.sections.map(({ key }, s) => ({ key, path: `sections/${s}/key` }));
  const groups = form.sections.flatMap(({ repeats }, s) =>
    (repeats ?? []).map(({ key }, g) => ({ key, path: `sections/${s}/repeats/${g}/key` })),
  );
  const items = places.map(({ item, path }) => ({ key: item.key, path: `${path}/key` }));
  return [
    ...duplicates(sections, 'section'),
    ...duplicates(groups, 'repeated group'),
    ...duplicates(items, 'item'),
    ...(sections.some(({ key }) => key === form.close) ? [] : [noCloseSection(form)]),
    ...((form.source !== undefined) === (form.key === reauditKey) ? [] : [notWritten(form)]),
  ];
}

/** All re-audits are versions of one form. */
export const reauditKey = 'reaudit';

function notWritten({ source }: FormDocument): FormProblem {
  return source === undefined
    ? { path: 'key', message: `‘${reauditKey}’ is kept for re-audits`, remedy: 'Give the form another key.' }
    : { path: 'source', message: 'only a re-audit comes from an audit, and the tool makes it', remedy: 'Take it out.' };
}

function duplicates(named: readonly { key: string; path: string }[], kind: string): FormProblem[] {
  const seen = new Map<string, string>();
  return named.flatMap(({ key, path }) => {
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, path);
      return [];
    }
    return [
      { path, message: `the key ‘${key}’ is taken by another ${kind} (${first})`, remedy: 'Give it a key of its own.' },
    ];
  });
}

function noCloseSection({ close }: FormDocument): FormProblem {
  return { path: 'close', message: `there is no section ‘${close}’`, remedy: 'Name the section that closes the form.' };
}
