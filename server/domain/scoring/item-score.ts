import type { Applying } from '../forms/applies.js';
import type { Question } from '../forms/filled.js';
import { latenessReasonOf } from '../forms/lateness.js';
import { isChosen, isScored, optionsOf } from '../forms/scales.js';
import type { FormDocument } from '../forms/document.js';
import { contactsFor } from './contacts.js';
import type { ScoringSettings } from './settings.js';
import { timescaleResult } from './timescale.js';

/** What one answered question came to. Words of answers are never here. */
export interface ItemScore {
  item: string;
  section: string;
  /** The row of a repeated group; 0 outside groups, and for a repeated item's result for the whole case. */
  occurrence: number;
  /** The answer's key, or the outcome of a rule of compliance. */
  outcome: string;
  /** What the answer is worth, 0 to 1; null when it is not scored. */
  worth: number | null;
  weight: number;
  /** The time that a timescale took, counted in its limit's unit. */
  days: number | null;
  limitUsed: string | null;
  /** The code of the reason for lateness. */
  reason: string | null;
  /** Late, with a reason that counts as met in the adjusted share. */
  accepted: boolean;
}

/** The result of one question; null where there is none: not answered, or a kind that is only noted. */
export function itemScore(
  form: FormDocument,
  applying: Applying,
  question: Question,
  settings: ScoringSettings,
): ItemScore | null {
  const { item, answer, section, occurrence } = question;
  const value = answer?.value ?? null;
  if (value === null) return null;
  const code = latenessReasonOf(answer?.reason ?? null)?.code ?? null;
  const values = applying.valuesOf(occurrence);
  const score: ItemScore = {
    item: item.key,
    section: section.key,
    occurrence,
    outcome: value,
    worth: null,
    weight: 0,
    days: null,
    limitUsed: null,
    reason: null,
    accepted: false,
  };
  if (item.kind === 'timescale') {
    const result = timescaleResult(item, value, code, values, settings);
    if (!result) return value.startsWith('{') ? null : score;
    ({ outcome: score.outcome, days: score.days, limitUsed: score.limitUsed } = result);
  } else {
    const option = isChosen(item) ? optionsOf(form, item).find(({ key }) => key === value) : undefined;
    if (!option) return null;
    if (isChosen(item) && isScored(form, item)) {
      score.worth = option.worth ?? null;
      score.weight = item.weight ?? 0;
    }
    score.limitUsed = contactsFor(item.key, values, settings)?.words ?? null;
  }
  if (score.outcome === 'not-met-with-reason' || score.outcome === 'not-met') score.reason = code;
  score.accepted = score.outcome === 'not-met-with-reason' && isAccepted(form, code, settings);
  return score;
}

/** No reason excuses what must never be late. */
function isAccepted({ zeroTolerance }: FormDocument, code: string | null, settings: ScoringSettings): boolean {
  return code !== null && settings.acceptedReasons.has(code) && !zeroTolerance;
}
