import type { By } from '../../domain/by.js';
import type { FormDocument, Item } from '../../domain/forms/document.js';
import { itemIn, withItem } from '../../domain/forms/draft/edit.js';
import type { Fields } from '../../domain/forms/draft/fields.js';
import { keyFrom, keysIn, OWN } from '../../domain/forms/draft/keys.js';
import { meaningOf } from '../../domain/forms/draft/meaning.js';
import { readItem } from '../../domain/forms/draft/read-item.js';
import { rekeyed } from '../../domain/forms/draft/references.js';
import { conflict, invalid, invalidField, notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { keysTaken } from './begin-draft.js';
import type { Draft } from './drafts.store.js';
import { changedMeanwhile, keepDraft, markOf } from './edit-draft.js';
import { everyForm } from './forms.store.js';

/** Adds a question to a section of a draft; its key follows from its words. Returns the key. */
export function addItem(db: Db, by: By, draft: Draft, kind: Item['kind'], fields: Fields): string {
  const { document } = draft;
  const { item, faults } = readItem(document, kind, null, fields);
  refuse(faults);
  const section = sectionOf(document, fields);
  const made = { ...item, key: freshKey(db, document, item.question) };
  keepDraft(db, by, draft, withItem(document, section, made, null));
  return made.key;
}

/**
 * Changes a question of a draft. Where a published question changes its words or its answers, whoever writes says
 * whether it still means the same; another meaning gets a key of its own, so that no report lays the two together.
 * Returns the key that the question then has.
 */
export function changeItem(db: Db, by: By, draft: Draft, before: Item, fields: Fields): string {
  const { document } = draft;
  const { item, faults } = readItem(document, before.kind, before, fields);
  refuse(faults);
  if (fields.one('seen') !== markOf(before)) throw conflict(changedMeanwhile(draft));
  const asks = meaningAsked(db, draft, before, item);
  const chosen = fields.one('meaning');
  if (asks && chosen !== 'new' && (chosen !== 'same' || asks.elsewhere !== null)) {
    throw invalidField('meaning', 'Say whether the changed question still means the same.');
  }
  const changed = withItem(document, sectionOf(document, fields), item, before.key);
  if (!asks || chosen === 'same') {
    keepDraft(db, by, draft, changed);
    return before.key;
  }
  const key = freshKey(db, document, item.question);
  keepDraft(db, by, draft, rekeyed(changed, before.key, key));
  return key;
}

/** A published question that would change its meaning: how it was asked, and which other form asks it in those words. */
export interface MeaningAsked {
  published: string;
  elsewhere: string | null;
}

/** Null where nothing has to be asked: the question is in no published version, or means the same as before. */
export function meaningAsked(db: Db, draft: Draft, before: Item, item: Item): MeaningAsked | null {
  const { document } = draft;
  if (meaningOf(document, before) === meaningOf(document, item)) return null;
  const published = everyForm(db).flatMap((version) => {
    const found = itemIn(version.document, before.key);
    return found ? [{ version, item: found.item }] : [];
  });
  const differing = published.filter((one) => meaningOf(one.version.document, one.item) !== meaningOf(document, item));
  const [first] = differing;
  if (!first) return null;
  const other = differing.find(({ version }) => version.key !== draft.formKey);
  return { published: (other ?? first).item.question, elsewhere: other?.version.title ?? null };
}

function sectionOf(document: FormDocument, fields: Fields): string {
  const section = document.sections.find(({ key }) => key === fields.one('section'));
  if (!section) throw notFound('There is no such section in the draft any more.');
  return section.key;
}

const freshKey = (db: Db, document: FormDocument, words: string): string =>
  keyFrom(words, new Set([...keysTaken(db), ...keysIn(document)]), OWN);

function refuse(faults: readonly { field: string; message: string }[]): void {
  if (faults.length > 0) throw invalid(faults.map((fault) => ({ ...fault, at: null })));
}
