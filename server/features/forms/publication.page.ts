import { differences } from '../../domain/forms/draft/differences.js';
import { findings } from '../../domain/forms/draft/findings.js';
import type { Db } from '../../platform/sqlite/open.js';
import { draftProblems } from './draft-problems.js';
import type { Draft } from './drafts.store.js';
import { findingLines, type FindingLine } from './draft.page.js';
import { formVersion } from './forms.store.js';
import { questionCount } from './forms.page.js';

/** What publishing a draft would do: what is different, what stands in the way, and what stays. */
export interface PublicationPage {
  title: string;
  address: string;
  back: string;
  revision: string;
  trialHref: string;
  differences: string[];
  sinceWords: string;
  isNew: string | null;
  findings: FindingLine[];
  press: string;
}

export function publicationPage(db: Db, draft: Draft): PublicationPage {
  const { document, fromVersion } = draft;
  const before = fromVersion === null ? null : formVersion(db, fromVersion);
  const address = `/forms/drafts/${draft.id}`;
  return {
    title: document.title,
    address: `${address}/publication`,
    back: address,
    revision: String(draft.revision),
    trialHref: `${address}/trial`,
    differences: before ? differences(before.document, document) : [],
    sinceWords: before ? `since version ${before.version}` : '',
    isNew: before
      ? null
      : `A new form with ${questionCount(document)} questions in ${document.sections.length} sections.`,
    findings: findingLines(address, findings(document, draftProblems(db, document))),
    press: `Publish version ${document.version}`,
  };
}
