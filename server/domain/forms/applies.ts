import { AnswerBook, groupKeyOf } from './answer-book.js';
import { because, type Because } from './because.js';
import { applies, type Values } from './condition.js';
import type { ByRule, Condition, Group, Item, Section } from './document.js';
import type { FilledForm, Question } from './filled.js';

/** What is asked, in the order of the form, and what is left out. */
export interface Applying {
  sections: readonly ApplyingSection[];
  leftOut: readonly LeftOut[];
  /** Every question of every section, in order. */
  questions: readonly Question[];
  /** What conditions see after the last question, in a row of a repeated group; outside groups the row is 0. */
  valuesOf: (occurrence: number) => Values;
}

export interface ApplyingSection {
  section: Section;
  /** What the page draws, in order: questions, and repeated groups where their first item stands. */
  parts: readonly Part[];
  questions: readonly Question[];
}

export type Part = { kind: 'question'; question: Question } | RepeatedPart;

/** A repeated group with its rows. Without rows and without 'none in the period' it is still to be answered. */
export interface RepeatedPart {
  kind: 'group';
  group: Group;
  none: boolean;
  rows: readonly { occurrence: number; questions: readonly Question[] }[];
}

/** A section, a repeated group (item null) or an item that is not asked, and why. */
export interface LeftOut extends Because {
  section: Section;
  group: Group | null;
  item: Item | null;
  occurrence: number;
}

/**
 * What applies to a case, in one pass through the form: conditions look at facts and at earlier answers that are
 * themselves asked, so a hidden answer is the same as one never given.
 *
 * While the service's levels are hidden from the auditor, pass facts through `hideServiceLevels` first: a section that
 * opens by them would tell them.
 */
export function whatApplies(filled: FilledForm): Applying {
  const book = new AnswerBook(filled);
  const leftOut: LeftOut[] = [];
  const sections: ApplyingSection[] = [];
  for (const section of filled.form.sections) {
    const closed = whyNot(section.when, book, 0);
    if (closed) leftOut.push({ section, group: null, item: null, occurrence: 0, ...closed });
    else sections.push(applyingSection(section, book, leftOut));
  }
  return {
    sections,
    leftOut,
    questions: sections.flatMap(({ questions }) => questions),
    valuesOf: (occurrence) => book.valuesOf(occurrence),
  };
}

function applyingSection(section: Section, book: AnswerBook, leftOut: LeftOut[]): ApplyingSection {
  const parts: Part[] = [];
  const groupsDone = new Set<string>();
  for (const item of section.items) {
    const group = section.repeats?.find(({ key }) => key === groupKeyOf(item)) ?? null;
    if (!group) {
      const question = asked(item, { section, group: null, occurrence: 0 }, book, leftOut);
      if (question) parts.push({ kind: 'question', question });
    } else if (!groupsDone.has(group.key)) {
      groupsDone.add(group.key);
      const part = repeatedPart(section, group, book, leftOut);
      if (part) parts.push(part);
    }
  }
  return { section, parts, questions: parts.flatMap(questionsOf) };
}

function repeatedPart(section: Section, group: Group, book: AnswerBook, leftOut: LeftOut[]): RepeatedPart | null {
  const closed = whyNot(group.when, book, 0);
  if (closed) {
    leftOut.push({ section, group, item: null, occurrence: 0, ...closed });
    return null;
  }
  const items = section.items.filter((item) => groupKeyOf(item) === group.key);
  const rows = book.rowsOf(group.key).map((occurrence) => ({
    occurrence,
    questions: items.flatMap((item) => asked(item, { section, group, occurrence }, book, leftOut) ?? []),
  }));
  return { kind: 'group', group, none: rows.length === 0 && book.saysNone(group.key), rows };
}

type Place = Pick<Question, 'section' | 'group' | 'occurrence'>;

function asked(item: Item, place: Place, book: AnswerBook, leftOut: LeftOut[]): Question | null {
  const closed = whyNot(item.when, book, place.occurrence);
  if (closed) leftOut.push({ ...place, item, ...closed });
  if (closed || (item.kind === 'echo' && !book.wording.asked(item.of))) return null;
  const byRule = ruleThatSettles(item, book.valuesOf(place.occurrence));
  const answer = byRule
    ? book.answerByRule(item, place.occurrence, byRule.answer)
    : book.answerTo(item, place.occurrence);
  book.ask(item, place.occurrence, answer);
  return { ...place, item, answer, byRule: byRule?.because ?? null };
}

function ruleThatSettles(item: Item, values: Values): ByRule | null {
  return item.kind === 'choice' && item.byRule && applies(item.byRule.when, values) ? item.byRule : null;
}

function whyNot(condition: Condition | undefined, book: AnswerBook, occurrence: number): Because | null {
  const values = book.valuesOf(occurrence);
  return condition === undefined || applies(condition, values) ? null : because(condition, values, book.wording);
}

function questionsOf(part: Part): readonly Question[] {
  return part.kind === 'question' ? [part.question] : part.rows.flatMap(({ questions }) => questions);
}
