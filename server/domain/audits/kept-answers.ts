import type { FormDocument, Item } from '../forms/document.js';
import type { Facts, Question } from '../forms/filled.js';
import { momentsOf } from '../forms/items/timescale.js';
import { optionsOf } from '../forms/scales.js';
import type { Fills } from '../register/kept-fact.js';
import { keptFact, keptFactKeys, type KeptFactKey } from '../register/kept-facts.js';
import { datesOf } from '../register/read-kept-fact.js';

/** An answer that a fact of the case proposes; it counts once the auditor has taken it. */
export interface Proposed {
  fact: KeptFactKey;
  value: string;
}

/** The facts of a list that fill in a question of a form, in their order. */
export function factsFilling(form: FormDocument, kept: readonly KeptFactKey[]): KeptFactKey[] {
  const items = new Set(form.sections.flatMap(({ items: asked }) => asked.map(({ key }) => key)));
  return kept.filter((fact) => keptFact(fact).fills.some(({ item }) => items.has(item)));
}

/** The answer that a fact proposes to a choice or a number; null where none does or the form does not offer it. */
export function proposedAnswer(form: FormDocument, item: Item, facts: Facts): Proposed | null {
  if (item.kind !== 'choice' && item.kind !== 'number') return null;
  for (const { fact, fills, value } of known(item.key, facts)) {
    const proposed = fills.as === 'answer' ? value : fills.as === 'some' ? someOf(fact, value) : null;
    if (proposed === null) continue;
    if (item.kind === 'number' || optionsOf(form, item).some(({ key }) => key === proposed)) {
      return { fact, value: proposed };
    }
  }
  return null;
}

/** The date that a fact proposes for one moment of a timescale; of a list the first. */
export function proposedMoment(item: string, which: 'from' | 'to', facts: Facts): string | null {
  const found = known(item, facts).find(({ fills }) => fills.as === which);
  if (!found) return null;
  return keptFact(found.fact).holds === 'dates' ? (datesOf(found.value)[0] ?? null) : found.value;
}

/**
 * What the answers of an audit say of the facts that the service keeps: a value, or null where there is nothing; facts
 * of which they say nothing are not here.
 * @param facts as they were when the audit was begun
 */
export function foundInAnswers(
  questions: readonly Question[],
  kept: readonly KeptFactKey[],
  facts: Facts,
): Map<KeptFactKey, string | null> {
  const answers = new Map(
    questions.filter(({ occurrence }) => occurrence === 0).map(({ item, answer }) => [item.key, answer?.value ?? null]),
  );
  const found = new Map<KeptFactKey, string | null>();
  for (const fact of kept) {
    for (const fills of keptFact(fact).fills) {
      const said = saidOf(fact, fills, answers.get(fills.item) ?? null, facts[fact] != null);
      if (said !== undefined && !found.has(fact)) found.set(fact, said);
    }
  }
  return found;
}

/** Undefined where an answer says nothing of the fact: 'cannot tell', no date, or a yes where a date is kept. */
function saidOf(fact: KeptFactKey, { as }: Fills, answer: string | null, isKnown: boolean): string | null | undefined {
  if (answer === null) return undefined;
  const { holds, values } = keptFact(fact);
  if (as === 'some') return answer === 'no' && isKnown ? null : undefined;
  if (as !== 'answer') {
    const moment = momentsOf(answer)?.[as] ?? null;
    return holds === 'date' && moment !== null && /^\d{4}-/.test(moment) ? moment.slice(0, 10) : undefined;
  }
  const isValue =
    holds === 'number' || (holds === 'yes-no' ? ['yes', 'no'].includes(answer) : answer in (values ?? {}));
  return isValue ? answer : undefined;
}

function known(item: string, facts: Facts): { fact: KeptFactKey; fills: Fills; value: string }[] {
  return (fillsOf.get(item) ?? []).flatMap(({ fact, fills }) => {
    const value = facts[fact] ?? null;
    return value === null ? [] : [{ fact, fills, value: String(value) }];
  });
}

function someOf(fact: KeptFactKey, value: string): string {
  const { holds } = keptFact(fact);
  const isNone = (holds === 'number' && Number(value) === 0) || (holds === 'dates' && datesOf(value).length === 0);
  return isNone ? 'no' : 'yes';
}

const fillsOf = new Map<string, { fact: KeptFactKey; fills: Fills }[]>();
for (const fact of keptFactKeys) {
  for (const fills of keptFact(fact).fills)
    fillsOf.set(fills.item, [...(fillsOf.get(fills.item) ?? []), { fact, fills }]);
}
