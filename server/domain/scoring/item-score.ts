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
  const reason = latenessReasonOf(answer?.reason ?? null)?.code ?? null;
  const plain = {
    item: item.key,
    section: section.key,
    occurrence,
    worth: null,
    weight: 0,
    days: null,
    limitUsed: null,
  };
  if (item.kind === 'timescale') {
    const result = timescaleResult(item, value, reason, applying.valuesOf(occurrence), settings);
    if (!result) return value.startsWith('{') ? null : { ...plain, outcome: value, reason: null, accepted: false };
    const { outcome, days, limitUsed } = result;
    return { ...plain, outcome, days, limitUsed, ...withReason(form, outcome, reason, settings) };
  }
  if (!isChosen(item)) return null;
  const option = optionsOf(form, item).find(({ key }) => key === value);
  if (!option) return null;
  const scored = isScored(form, item);
  return {
    ...plain,
    outcome: option.key,
    worth: scored ? (option.worth ?? null) : null,
    weight: scored ? (item.weight ?? 0) : 0,
    limitUsed: contactsFor(item.key, applying.valuesOf(occurrence), settings)?.words ?? null,
    ...withReason(form, option.key, reason, settings),
  };
}

function withReason(form: FormDocument, outcome: string, code: string | null, settings: ScoringSettings) {
  const late = outcome === 'not-met-with-reason' || outcome === 'not-met';
  const reason = late ? code : null;
  const accepted = outcome === 'not-met-with-reason' && reason !== null && settings.acceptedReasons.has(reason);
  return { reason, accepted: accepted && !form.zeroTolerance };
}
