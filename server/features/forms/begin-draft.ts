import type { By } from '../../domain/by.js';
import { blankForm, type Begun } from '../../domain/forms/draft/blank.js';
import { keyFrom, keysIn, OWN } from '../../domain/forms/draft/keys.js';
import { sectionsFrom, type PastedLine } from '../../domain/forms/draft/pasted-form.js';
import type { FormDocument } from '../../domain/forms/document.js';
import { invalidField, notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { addDraft, allDrafts, draftOf } from './drafts.store.js';
import { everyForm, latestVersion, publishedItemKeys } from './forms.store.js';

export type NewForm = Omit<Begun, 'key'>;

/** A new form with nothing but its closing section, or with the sections of one's own form as it was pasted. */
export function beginBlank(db: Db, by: By, begun: NewForm, lines: readonly PastedLine[] = []): number {
  const sections = sectionsFrom(lines, keysTaken(db));
  if (lines.length > 0 && sections.length === 0) throw invalidField('line', 'Keep at least one question.');
  const key = newFormKey(db, begun.title);
  return begin(db, by, blankForm({ ...begun, key, title: freeTitle(db, begun.title) }, sections), null);
}

/** A form of the service's own that begins as a copy of another. Its questions keep their keys: they mean the same. */
export function beginCopy(db: Db, by: By, from: string, title: string): number {
  const version = latestVersion(db, from);
  if (!version) throw notFound('There is no such form.');
  return begin(db, by, copyAs(db, version.document, title), null);
}

/** The next version of a form of the service's own; the draft that is there already, if one is. */
export function beginNext(db: Db, by: By, key: string): number {
  const version = latestVersion(db, key);
  if (!version) throw notFound('There is no such form.');
  if (version.origin === 'library') {
    throw invalidField('from', 'A form of the library changes with the library. Begin a form of your own from it.');
  }
  const there = draftOf(db, key);
  return there ? there.id : begin(db, by, { ...version.document, version: version.version + 1 }, version.id);
}

/** A document that came as a file: the next version of a form of ours that has its key, else a form of our own. */
export function beginFromFile(db: Db, by: By, document: FormDocument): number {
  if (draftOf(db, document.key)) {
    throw invalidField('file', `There is a draft of ‘${document.title}’ already. Publish it or throw it away first.`);
  }
  const known = latestVersion(db, document.key);
  if (known?.origin === 'service') return begin(db, by, { ...document, version: known.version + 1 }, known.id);
  if (known || !document.key.startsWith(OWN)) return begin(db, by, copyAs(db, document, document.title), null);
  return begin(db, by, { ...document, version: 1 }, null);
}

/** Item keys that stand for a question somewhere: in a published version or in another draft. */
export function keysTaken(db: Db): Set<string> {
  return new Set([...publishedItemKeys(db), ...allDrafts(db).flatMap(({ document }) => [...keysIn(document)])]);
}

function copyAs(db: Db, document: FormDocument, title: string): FormDocument {
  return { ...document, key: newFormKey(db, title), version: 1, title: freeTitle(db, title) };
}

function newFormKey(db: Db, title: string): string {
  const taken = new Set([...everyForm(db), ...allDrafts(db).map(({ document }) => document)].map(({ key }) => key));
  return keyFrom(title, taken, OWN);
}

/** Two forms of one title can't be told apart in a list. */
function freeTitle(db: Db, title: string): string {
  const same = (other: string): boolean => other.toLowerCase() === title.toLowerCase();
  if (!everyForm(db).some((form) => same(form.title)) && !allDrafts(db).some(({ document }) => same(document.title)))
    return title;
  throw invalidField('title', 'There is a form of this title already. Give yours another.');
}

function begin(db: Db, by: By, document: FormDocument, fromVersion: number | null): number {
  const id = addDraft(db, { document, fromVersion, by: by.me?.id ?? null, at: by.now });
  by.entry.about('form_drafts', id, { form: document.key });
  return id;
}
