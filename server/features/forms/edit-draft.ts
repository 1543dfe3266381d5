import type { By } from '../../domain/by.js';
import type { FormDocument } from '../../domain/forms/document.js';
import { notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { changeDraft, draftById, type Draft } from './drafts.store.js';
import { digestOf } from './publish-version.js';

/** The draft of an address; anything else does not exist. */
export function draftAt(db: Db, id: number): Draft {
  const draft = draftById(db, id);
  if (!draft) throw notFound('There is no such draft. It may have been published or thrown away.');
  return draft;
}

/** Keeps a draft as it now is. */
export function keepDraft(db: Db, by: Pick<By, 'me' | 'now'>, draft: Draft, document: FormDocument): void {
  changeDraft(db, draft.id, { document, by: by.me?.id ?? null, at: by.now });
}

/** A mark of how a part of a draft stood when a page showed it: another mark means that somebody changed it since. */
export const markOf = (part: unknown): string => digestOf(JSON.stringify(part ?? null)).slice(0, 16);

/** What is said when somebody else changed the same thing. */
export const changedMeanwhile = (draft: Draft): string =>
  `${draft.editedByName ?? 'Somebody'} changed this after you opened it. Both are below: save again to keep yours, or leave the page to keep theirs.`;
