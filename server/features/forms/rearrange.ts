import type { FormDocument } from '../../domain/forms/document.js';
import { itemIn, itemMoved, sectionIn, sectionMoved, withItem } from '../../domain/forms/draft/edit.js';
import { invalid } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import type { Draft } from './drafts.store.js';
import { formVersion } from './forms.store.js';

/** What a pressed button of the list does, such as 'up.item.KEY', and where on the page it stands. */
export function rearranged(db: Db, draft: Draft, press: string): { document: FormDocument; at: string } {
  const [verb = '', what = '', key = ''] = press.split('.');
  const { document } = draft;
  if (verb === 'up' || verb === 'down') {
    if (what === 'item' && itemIn(document, key)) return { document: itemMoved(document, key, verb), at: key };
    if (what === 'section' && sectionIn(document, key)) return { document: sectionMoved(document, key, verb), at: key };
  }
  if (verb === 'back' && what === 'item') {
    const put = putBack(db, draft, key);
    if (put) return { document: put, at: key };
  }
  throw invalid([{ field: null, at: null, message: 'This is not in the draft any more. Nothing was changed.' }]);
}

/** A question of the published version, put back at the end of its section, or of the first where that is gone too. */
function putBack(db: Db, { document, fromVersion }: Draft, key: string): FormDocument | null {
  const was = fromVersion === null ? null : itemIn(formVersion(db, fromVersion).document, key);
  if (!was || itemIn(document, key)) return null;
  const section = sectionIn(document, was.section.key) ?? document.sections[0];
  return section ? withItem(document, section.key, was.item, null) : null;
}
