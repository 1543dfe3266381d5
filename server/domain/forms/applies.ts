import { AnswerBook } from './answer-book.js';
import { because, type Because } from './because.js';
import { applies, type Values } from './condition.js';
import type { ByRule, Condition, Group, Item, Section } from './document.js';
import type { Answer, FilledForm, Question } from './filled.js';
import { isEcho, type PartLayout, type SectionLayout } from './layout.js';

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
  for (const layout of book.layout.sections) {
    const { section, from } = layout;
    if (isOpen(section.when, book, 0)) sections.push(applyingSection(layout, book, leftOut));
    else leftOut.push(new Closed({ section, group: null, item: null, occurrence: 0 }, section.when, from, book));
  }
  const questions = sections.flatMap((section) => section.questions);
  return { sections, leftOut, questions, valuesOf: (occurrence) => book.valuesOf(occurrence) };
}

function applyingSection({ section, parts }: SectionLayout, book: AnswerBook, leftOut: LeftOut[]): ApplyingSection {
  const applying: { section: Section; parts: Part[]; questions: Question[] } = { section, parts: [], questions: [] };
  for (const layout of parts) {
    const part = layout.group
      ? repeatedPart(section, layout.group, layout, book, leftOut)
      : plainPart(section, layout, book, leftOut);
    if (part) applying.parts.push(part);
    if (part?.kind === 'question') applying.questions.push(part.question);
    else if (part) for (const { questions } of part.rows) applying.questions.push(...questions);
  }
  return applying;
}

function plainPart(section: Section, layout: PartLayout, book: AnswerBook, leftOut: LeftOut[]): Part | null {
  const [question] = asked(layout, { section, group: null, occurrence: 0 }, book, leftOut);
  return question ? { kind: 'question', question } : null;
}

function repeatedPart(
  section: Section,
  group: Group,
  layout: PartLayout,
  book: AnswerBook,
  leftOut: LeftOut[],
): RepeatedPart | null {
  if (!isOpen(group.when, book, 0)) {
    leftOut.push(new Closed({ section, group, item: null, occurrence: 0 }, group.when, layout.from, book));
    return null;
  }
  const rows = book.rowsOf(group.key).map((occurrence) => ({
    occurrence,
    questions: asked(layout, { section, group, occurrence }, book, leftOut),
  }));
  return { kind: 'group', group, none: rows.length === 0 && book.saysNone(group.key), rows };
}

type Place = Pick<Question, 'section' | 'group' | 'occurrence'>;

/** The questions of one part that are asked, in one row. */
function asked({ items, from }: PartLayout, place: Place, book: AnswerBook, leftOut: LeftOut[]): Question[] {
  const { section, group, occurrence } = place;
  const questions: Question[] = [];
  items.forEach((item, i) => {
    const number = from + i;
    if (!isOpen(item.when, book, occurrence)) {
      leftOut.push(new Closed({ section, group, item, occurrence }, item.when, number, book));
      return;
    }
    if (isEcho(item) && !book.isAsked(item.of)) return;
    const rule = ruleThatSettles(item, book.valuesOf(occurrence));
    const given = book.answerTo(item, number, occurrence);
    const answer = rule ? answerByRule(item, occurrence, rule.answer, given) : given;
    if (!isEcho(item)) book.ask(number, occurrence, answer);
    questions.push({ section, group, occurrence, item, answer, byRule: rule?.because ?? null });
  });
  return questions;
}

function isOpen(condition: Condition | undefined, book: AnswerBook, occurrence: number): boolean {
  return condition === undefined || applies(condition, book.valuesOf(occurrence));
}

function ruleThatSettles(item: Item, values: Values): ByRule | null {
  return item.kind === 'choice' && item.byRule && applies(item.byRule.when, values) ? item.byRule : null;
}

/** What the auditor noted beside an answer that follows by rule stays. */
function answerByRule({ key }: Item, occurrence: number, value: string, given: Answer | null): Answer {
  return { item: key, occurrence, value, note: given?.note ?? null, evidence: given?.evidence ?? null, reason: null };
}

/** Something that is not asked. Its reason is worded when somebody looks at it: scoring and saving never do. */
class Closed implements LeftOut {
  readonly section: Section;
  readonly group: Group | null;
  readonly item: Item | null;
  readonly occurrence: number;
  private told: Because | undefined;

  constructor(
    place: Pick<LeftOut, 'section' | 'group' | 'item' | 'occurrence'>,
    private readonly when: Condition | undefined,
    private readonly number: number,
    private readonly book: AnswerBook,
  ) {
    ({ section: this.section, group: this.group, item: this.item, occurrence: this.occurrence } = place);
  }

  get because(): string {
    return this.why.because;
  }

  get closedBy(): Because['closedBy'] {
    return this.why.closedBy;
  }

  get waiting(): boolean {
    return this.why.waiting;
  }

  private get why(): Because {
    const { values, wording } = this.book.before(this.number, this.occurrence);
    return (this.told ??= because(this.when ?? { all: [] }, values, wording));
  }
}
