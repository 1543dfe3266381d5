import type { Wording } from './because.js';
import type { Value, Values } from './condition.js';
import type { Item } from './document.js';
import { serviceLevelFacts } from './facts.js';
import type { Answer, FilledForm } from './filled.js';
import { answerInWords } from './items/kinds.js';

/**
 * Answers as one reads through a form from the top: only what has been asked so far can be seen, so conditions see
 * neither hidden answers nor later ones.
 */
export class AnswerBook {
  readonly wording: Wording;
  private readonly given = new Map<string, Answer>();
  private readonly askedSoFar = new Map<string, Answer | null>();
  private readonly groupOf = new Map<string, string>();

  constructor(private readonly filled: FilledForm) {
    const items = new Map(filled.form.sections.flatMap((section) => section.items.map((item) => [item.key, item])));
    for (const item of items.values()) {
      const group = groupKeyOf(item);
      if (group !== null) this.groupOf.set(item.key, group);
    }
    for (const answer of filled.answers) this.given.set(at(answer.item, answer.occurrence), answer);
    this.wording = {
      item: (key) => items.get(key) ?? null,
      words: (item, value) => answerInWords(filled.form, item, value),
      asked: (key) => this.askedSoFar.has(at(key, 0)),
      hidden: (fact) => serviceLevelFacts.includes(fact) && !Object.hasOwn(filled.facts, fact),
    };
  }

  /** The values that conditions of a row see; outside repeated groups the row is 0. */
  valuesOf(occurrence: number): Values {
    return {
      fact: (key) => this.factOf(key),
      answer: (item) => this.askedSoFar.get(at(item, this.groupOf.has(item) ? occurrence : 0))?.value ?? null,
    };
  }

  /** What was answered to an item that is asked; for an echo what the earlier item holds. */
  answerTo(item: Item, occurrence: number): Answer | null {
    if (item.kind === 'echo') return this.askedSoFar.get(at(item.of, 0)) ?? null;
    return this.given.get(at(item.key, occurrence)) ?? null;
  }

  /** An answer that follows by rule; what the auditor noted beside it stays. */
  answerByRule(item: Item, occurrence: number, value: string): Answer {
    const given = this.given.get(at(item.key, occurrence));
    return {
      item: item.key,
      occurrence,
      value,
      note: given?.note ?? null,
      evidence: given?.evidence ?? null,
      reason: null,
    };
  }

  /** Notes that an item is asked, so that later conditions see its answer. */
  ask(item: Item, occurrence: number, answer: Answer | null): void {
    if (item.kind !== 'echo') this.askedSoFar.set(at(item.key, occurrence), answer);
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

  private factOf(key: string): Value {
    return Object.hasOwn(this.filled.facts, key) ? (this.filled.facts[key] ?? null) : null;
  }
}

/** The repeated group that an item belongs to, or null. */
export function groupKeyOf(item: Item): string | null {
  return 'group' in item ? (item.group ?? null) : null;
}

function at(item: string, occurrence: number): string {
  return `${item} ${occurrence}`;
}
