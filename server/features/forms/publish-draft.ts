import type { By } from '../../domain/by.js';
import { differences } from '../../domain/forms/draft/differences.js';
import { findings } from '../../domain/forms/draft/findings.js';
import { invalid, notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { draftProblems } from './draft-problems.js';
import { draftById, removeDraft } from './drafts.store.js';
import { latestVersion } from './forms.store.js';
import { publishVersion } from './publish-version.js';

/**
 * Publishes a draft as the next version of its form, for good; the draft is gone. Refused while the checker finds
 * anything, and when it differs in nothing from the version before. Audits under way stay on theirs.
 */
export function publishDraft(db: Db, by: By, id: number): { key: string; version: number } {
  const draft = draftById(db, id);
  if (!draft) throw notFound();
  const { document } = draft;
  const found = findings(document, draftProblems(db, document));
  if (found.length > 0) {
    throw invalid(
      found.map(({ about, words }) => ({
        field: null,
        at: '#findings',
        message: `${about === null ? 'The form' : `‘${about}’`}: ${words}.`,
      })),
    );
  }
  const last = latestVersion(db, draft.formKey);
  if (last && differences(last.document, document).length === 0) {
    throw invalid([{ field: null, at: null, message: `Nothing is different from version ${last.version}.` }]);
  }
  const version = (last?.version ?? 0) + 1;
  const versionId = publishVersion(
    db,
    { ...document, version },
    { origin: 'service', by: by.me?.id ?? null, at: by.now },
  );
  removeDraft(db, id);
  by.entry.about('form_versions', versionId, { form: draft.formKey, version });
  return { key: draft.formKey, version };
}
