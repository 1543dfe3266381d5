import { whatApplies, type Applying } from '../../domain/forms/applies.js';
import { gaps, type Gap } from '../../domain/forms/gaps.js';
import type { FilledForm } from '../../domain/forms/filled.js';
import type { ScoringSettings } from '../../domain/scoring/settings.js';
import type { StoredAnswer } from './answers.store.js';
import type { FilledAudit } from './filled-audit.js';
import type { IsKept } from './kept-details.store.js';
import { numbersOf } from './question-numbers.js';

/** A form that is being filled in, as its pages are drawn from it: an audit's, or one that is only tried. */
export interface Reading {
  /** Where its pages are: '/audits/12/sections'. */
  base: string;
  /** Without the service's levels until the auditor's own are put. */
  shown: FilledForm;
  levelsShown: boolean;
  settings: ScoringSettings;
  applying: Applying;
  missing: readonly Gap[];
  numbers: ReadonlyMap<string, string>;
  /** Stored answers by item and row. */
  stored: ReadonlyMap<string, StoredAnswer>;
  /** Item key to note: what the auditor wants to come back to. */
  comeBacks: ReadonlyMap<string, string>;
  /** Who reads: their own answers are told as such. */
  me: number;
  names: readonly string[];
  /** Personal details that the auditor decided to keep. */
  isKept: IsKept;
  today: string;
  /** Nothing is stored, so there is nothing to come back to and no evidence to name. */
  isTrial: boolean;
}

export const storedKey = (item: string, occurrence: number): string => `${item} ${occurrence}`;

export function readingOf(
  { audit, shown, settings, answers }: FilledAudit,
  around: Pick<Reading, 'comeBacks' | 'isKept' | 'me' | 'names' | 'today'>,
): Reading {
  const stored = new Map(answers.map((answer) => [storedKey(answer.item, answer.occurrence), answer]));
  const levelsShown = audit.levelsShownAt !== null;
  return {
    ...drawn(shown, settings),
    base: `/audits/${audit.id}/sections`,
    shown,
    levelsShown,
    settings,
    stored,
    isTrial: false,
    ...around,
  };
}

/** What follows from the answers: what applies, what is missing, how it is numbered. */
export function drawn(shown: FilledForm, settings: ScoringSettings): Pick<Reading, 'applying' | 'missing' | 'numbers'> {
  const applying = whatApplies(shown);
  return { applying, missing: gaps(shown, settings, applying), numbers: numbersOf(shown.form, applying) };
}
