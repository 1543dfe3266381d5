import type { FormDocument, Group, Item, Section } from './document.js';

/** A case's facts as conditions see them, copied when the audit is begun: 'rosh', 'days-supervised', 'looked-after' ... */
export type Facts = Readonly<Record<string, string | number | null>>;

/** One answer. Outside repeated groups the occurrence is 0, inside it is the number of the row. */
export interface Answer {
  item: string;
  occurrence: number;
  value: string | null;
  note: string | null;
  evidence: string | null;
  /** Why it does not apply, or the code of a reason for lateness. */
  reason: string | null;
}

/** A row of a repeated group, in the order in which rows are shown; occurrence 0 says 'none in the period'. */
export interface Occurrence {
  group: string;
  occurrence: number;
}

/** A form with all that has been filled in, hidden answers included. */
export interface FilledForm {
  form: FormDocument;
  facts: Facts;
  answers: readonly Answer[];
  occurrences: readonly Occurrence[];
}

/** One question that is asked: an item, in a row when it belongs to a repeated group. */
export interface Question {
  section: Section;
  group: Group | null;
  item: Item;
  occurrence: number;
  /** What was answered; for an echo what the earlier item holds; for an answer by rule that answer. */
  answer: Answer | null;
  /** Why the answer follows by rule; null when it is the auditor's to give. */
  byRule: string | null;
}
