import type { FormDocument } from '../../domain/forms/document.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { measuresOptions } from './begin.page.js';
import type { Draft } from './drafts.store.js';
import { markOf } from './edit-draft.js';
import { savedAbout } from './draft-about.js';

/** What a form says of itself, and how its grade is worked out. */
export interface DraftAboutPage {
  where: string;
  address: string;
  back: string;
  seen: string;
  theirs: { name: string; text: string }[] | null;
  fields: Record<string, { value: string; fault: string | null }>;
  measuresOptions: { value: string; text: string }[];
  agreementOptions: { value: string; text: string; hint: string }[];
  gradeWhenHref: string;
}

export function draftAboutPage(c: Showing, draft: Draft): DraftAboutPage {
  const saved = savedAbout(draft.document);
  const seen = markOf(partOf(draft.document));
  const moved = c.typed !== null && typed(c, 'seen') !== seen;
  return {
    where: draft.document.title,
    address: `/forms/drafts/${draft.id}/about`,
    back: `/forms/drafts/${draft.id}`,
    seen,
    theirs: moved
      ? Object.entries(saved).flatMap(([name, text]) =>
          text !== typed(c, name) ? [{ name: labels[name] ?? name, text: text || 'nothing' }] : [],
        )
      : null,
    fields: Object.fromEntries(
      Object.entries(saved).map(([name, value]) => [name, { value: typed(c, name, value), fault: faultAt(c, name) }]),
    ),
    measuresOptions,
    agreementOptions: [
      {
        value: 'full',
        text: 'After five working days',
        hint: 'The practitioner puts facts right before it is agreed.',
      },
      { value: 'light', text: 'Many at once', hint: 'For short forms: agreed first, and the days run after.' },
    ],
    gradeWhenHref: `/forms/drafts/${draft.id}/conditions/grade`,
  };
}

/** What this page changes of a document. */
export const partOf = (form: FormDocument): object => ({ ...form, sections: undefined, version: undefined });

const labels: Readonly<Record<string, string>> = {
  title: 'Title',
  purpose: 'What it finds out',
  when: 'When to use it',
  minutesFrom: 'Shortest, in minutes',
  minutesTo: 'Longest, in minutes',
  time: 'Time, in words',
  scoring: 'How it scores',
  remarks: 'What a reader must know',
  sources: 'Sources',
  measures: 'What it measures',
  agreement: 'How it is agreed',
  toAdapt: 'Marked to be adapted',
  graded: 'Gives a grade by its score',
  outstanding: 'Outstanding from',
  good: 'Good from',
  improve: 'Requires improvement from',
  allSufficient: 'Outstanding needs every section Sufficient',
  least: 'Answers needed for a grade',
  capImprove: 'Core sections for at most Requires improvement',
  capInadequate: 'Core sections for at most Inadequate',
};
