import type { Wording } from './because.js';
import type { Value, Values } from './condition.js';
import type { Item } from './document.js';
import { serviceLevelFacts } from './facts.js';
import type { Answer, FilledForm } from './filled.js';
import { answerInWords } from './items/kinds.js';
import { isEcho, layoutOf, type Layout } from './layout.js';

/** The answers of one row, by the number of the item: given at all, and asked as one reads. Outside groups it is row 0. */
interface Row {
  given: (Answer | undefined)[];
  asked: (Answer | null | undefined)[];
  values: Values;
}

/**
 * Answers as one reads through a form from the top: only what has been asked so far can be seen, so conditions see
 * neither hidden answers nor later ones.
 */
export class AnswerBook {
  readonly layout: Layout;
  private readonly plain: Row;
  private readonly rows = new Map<number, Row>();

  constructor(private readonly filled: FilledForm) {
    this.layout = layoutOf(filled.form);
    this.plain = this.row(0);
    for (const answer of filled.answers) {
      const number = this.layout.numberOf.get(answer.item);
      if (number !== undefined) this.row(answer.occurrence).given[number] = answer;
    }
  }

  /** The values that conditions of a row see; outside repeated groups the row is 0. */
  valuesOf(occurrence: number): Values {
    return this.row(occurrence).values;
  }

  /** How reasons word what has been asked so far. */
  get wording(): Wording {
    return this.before(Infinity, 0).wording;
  }

  /** The values that the condition of the item of a number saw, with how to word them, at any time after it was asked. */
  before(number: number, occurrence: number): { values: Values; wording: Wording } {
    const { layout, filled, plain } = this;
    const { fact, answer } = this.valuesOf(occurrence);
    const isBefore = (key: string) => (layout.numberOf.get(key) ?? Infinity) < number;
    return {
      values: { fact, answer: (key) => (isBefore(key) ? answer(key) : null) },
      wording: {
        item: (key) => layout.items[layout.numberOf.get(key) ?? -1] ?? null,
        words: (item, value) => answerInWords(filled.form, item, value),
        asked: (key) => isBefore(key) && plain.asked[layout.numberOf.get(key) ?? -1] !== undefined,
        hidden: (key) => serviceLevelFacts.includes(key) && !Object.hasOwn(filled.facts, key),
      },
    };
  }

  /** What was answered to the item of a number; for an echo what the earlier item holds. */
  answerTo(item: Item, number: number, occurrence: number): Answer | null {
    if (isEcho(item)) return this.plain.asked[this.layout.numberOf.get(item.of) ?? -1] ?? null;
    return this.row(occurrence).given[number] ?? null;
  }

  /** Whether an item outside groups has been asked so far. */
  isAsked(key: string): boolean {
    return this.plain.asked[this.layout.numberOf.get(key) ?? -1] !== undefined;
  }

  /** Notes that an item is asked, so that later conditions see its answer. */
  ask(number: number, occurrence: number, answer: Answer | null): void {
    this.row(occurrence).asked[number] = answer;
  }

  /** The rows of a repeated group, in order. */
  rowsOf(group: string): number[] {
    return this.filled.occurrences
      .filter((row) => row.group === group && row.occurrence > 0)
      .map((row) => row.occurrence);
  }

  /** Whether 'none in the period' is ticked for a group. */
  saysNone(group: string): boolean {
    return this.filled.occurrences.some((row) => row.group === group && row.occurrence === 0);
  }

  private row(occurrence: number): Row {
    let row = this.rows.get(occurrence);
    if (!row) this.rows.set(occurrence, (row = this.emptyRow(occurrence)));
    return row;
  }

  private emptyRow(occurrence: number): Row {
    const { numberOf, groupOf } = this.layout;
    const blank = () => new Array<undefined>(numberOf.size).fill(undefined);
    const row: Row = {
      given: blank(),
      asked: blank(),
      values: {
        fact: (key) => this.factOf(key),
        answer: (key) => {
          const number = numberOf.get(key);
          if (number === undefined) return null;
          // Row 0 holds all that stands outside groups, whoever asks.
          const { asked } = occurrence === 0 || groupOf.has(key) ? row : this.plain;
          return asked[number]?.value ?? null;
        },
      },
    };
    return row;
  }

  private factOf(key: string): Value {
    return Object.hasOwn(this.filled.facts, key) ? (this.filled.facts[key] ?? null) : null;
  }
}
