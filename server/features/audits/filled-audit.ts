import { factsFrom } from '../../domain/audits/fact-values.js';
import type { FilledForm } from '../../domain/forms/filled.js';
import { hideServiceLevels } from '../../domain/forms/levels.js';
import type { ScoringSettings } from '../../domain/scoring/settings.js';
import type { Db } from '../../platform/sqlite/open.js';
import { formVersion, type FormVersion } from '../forms/forms.store.js';
import { answersOf, type StoredAnswer } from './answers.store.js';
import type { Audit } from './audits.store.js';
import { factsOf, type AuditFact } from './facts.store.js';
import { occurrencesOf } from './occurrences.store.js';
import { scoringSettings } from './scoring-settings.js';

/** An audit with its form and all that has been filled in. */
export interface FilledAudit {
  audit: Audit;
  form: FormVersion;
  answers: StoredAnswer[];
  facts: AuditFact[];
  /** With every fact: for scoring and results. */
  filled: FilledForm;
  /** What the auditor may know: without the service's levels until their own are put. */
  shown: FilledForm;
  settings: ScoringSettings;
}

export function filledAudit(db: Db, audit: Audit): FilledAudit {
  const form = formVersion(db, audit.formVersionId);
  const answers = answersOf(db, audit.id);
  const facts = factsOf(db, audit.id);
  const known = factsFrom(new Map(facts.map(({ fact, value }) => [fact, value])));
  const filled = { form: form.document, facts: known, answers, occurrences: occurrencesOf(db, audit.id) };
  return {
    audit,
    form,
    answers,
    facts,
    filled,
    shown: audit.levelsShownAt === null ? { ...filled, facts: hideServiceLevels(known) } : filled,
    settings: scoringSettings(db, audit.readOn ?? ''),
  };
}

/** The form as it is filled in, with every fact. */
export const filledForm = (db: Db, audit: Audit): FilledForm => filledAudit(db, audit).filled;
