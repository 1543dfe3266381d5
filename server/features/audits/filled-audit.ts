import { factsFrom } from '../../domain/audits/fact-values.js';
import type { Facts, FilledForm } from '../../domain/forms/filled.js';
import { asAsked } from '../../domain/forms/asked.js';
import { hideServiceLevels } from '../../domain/forms/levels.js';
import type { ScoringSettings } from '../../domain/scoring/settings.js';
import type { Db } from '../../platform/sqlite/open.js';
import { formVersion, type FormVersion } from '../forms/forms.store.js';
import { answersOf, type StoredAnswer } from './answers.store.js';
import type { Audit } from './audits.store.js';
import { factsOf, type AuditFact } from './facts.store.js';
import { occurrencesOf } from './occurrences.store.js';
import { scoringSettings, type SettingsOf } from './scoring-settings.js';

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
  const known = asKnown(facts);
  const settings = scoringSettings(db, settingsOf(audit, known));
  const filled = {
    form: asAsked(form.document, settings.notAsked),
    facts: known,
    answers,
    occurrences: occurrencesOf(db, audit.id),
  };
  return {
    audit,
    form,
    answers,
    facts,
    filled,
    shown: audit.levelsShownAt === null ? { ...filled, facts: hideServiceLevels(known) } : filled,
    settings,
  };
}

/** The facts of an audit as conditions see them. */
export const knownFacts = (db: Db, audit: Audit): Facts => asKnown(factsOf(db, audit.id));

const asKnown = (facts: readonly AuditFact[]): Facts =>
  factsFrom(new Map(facts.map(({ fact, value }) => [fact, value])));

/**
 * Limits stand still once an audit is submitted, accepted reasons once it is agreed: worked out again on any later day,
 * it comes to the same.
 */
function settingsOf({ state, readOn, submittedAt, agreedAt }: Audit, facts: Facts): SettingsOf {
  const started = facts['started-on'];
  return {
    readOn: readOn ?? '',
    startedOn: typeof started === 'string' ? started : null,
    limitsAt: state === 'submitted' || state === 'agreed' ? submittedAt : null,
    reasonsAt: state === 'agreed' ? agreedAt : null,
  };
}

/** The form as it is filled in, with every fact. */
export const filledForm = (db: Db, audit: Audit): FilledForm => filledAudit(db, audit).filled;
