import type { Facts } from '../filled.js';
import type { FormDocument } from '../document.js';

/** One result of an audit: that of a repeated question by row, and as row 0 for the whole case. */
export interface EarlierResult {
  item: string;
  occurrence: number;
  outcome: string;
  worth: number | null;
  weight: number;
}

/** An agreed audit, as a re-audit is made from it. */
export interface EarlierAudit {
  id: number;
  /** The very version that it was read with, never a later one. */
  form: FormDocument;
  results: readonly EarlierResult[];
  /** Questions that an action names. */
  actionItems: readonly string[];
}

/** What a re-audit is made with beside the earlier audit. */
export interface Making {
  /** The case as it is known today. */
  facts: Facts;
  /** The day from which things are asked again, 'YYYY-MM-DD': as a rule the day on which the audit was agreed. */
  from: string;
  seed: string;
  /** The version that the document gets. */
  version: number;
  /** Whether the same case is read again, or other cases with the same questions. */
  use: 'same-case' | 'other-cases';
}
