import { formatMoment } from '../../domain/calendar/format-date.js';
import type { Db } from '../../platform/sqlite/open.js';
import { allDrafts, type Draft } from './drafts.store.js';
import { everyForm, retiredAt } from './forms.store.js';

/** Where forms are written: what is under way, the ways to begin, and what was retired. */
export interface DraftsPage {
  drafts: { text: string; href: string; line: string }[];
  ways: { text: string; href: string; line: string }[];
  retired: { text: string; href: string; line: string }[];
}

export function draftsPage(db: Db): DraftsPage {
  return {
    drafts: allDrafts(db).map((draft) => ({
      text: draft.document.title,
      href: `/forms/drafts/${draft.id}`,
      line: `${versionInWords(draft)}, changed ${changedInWords(draft)}`,
    })),
    ways: [
      {
        text: 'Paste your own form',
        href: '/forms/drafts/paste',
        line: 'The questions of a Word or Excel form, one a line. You see how each line was understood.',
      },
      {
        text: 'Begin from a form that is here',
        href: '/forms/drafts/copy',
        line: 'The next version of a form of your own, or a form of your own that begins as one of the library.',
      },
      { text: 'Begin from blank', href: '/forms/drafts/new', line: 'With nothing but the closing section.' },
      { text: 'Bring in a file', href: '/forms/drafts/file', line: 'A form that was exported here or elsewhere.' },
    ],
    retired: everyForm(db).flatMap(({ key, title }) => {
      const at = retiredAt(db, key);
      return at === null ? [] : [{ text: title, href: `/forms/${key}`, line: `retired ${formatMoment(at)}` }];
    }),
  };
}

/** @example versionInWords(draft) // 'Draft of version 3' */
export const versionInWords = ({ document }: Pick<Draft, 'document'>): string => `Draft of version ${document.version}`;

export const changedInWords = ({ editedByName, editedAt }: Pick<Draft, 'editedByName' | 'editedAt'>): string =>
  `${formatMoment(editedAt)}${editedByName === null ? '' : ` by ${editedByName}`}`;
