import { whatApplies } from '../forms/applies.js';
import type { FilledForm, Question } from '../forms/filled.js';
import { kindOfLevel, levelItems, readLevel } from '../forms/levels.js';
import { DOES_NOT_APPLY, type Level } from '../forms/scales.js';
import type { Reading, Value } from './reading.js';

/**
 * What a reading says on each key question of its form. Whether one applies is worked out from the reading's own answers
 * by the form's conditions; only the inspector's own level takes one out as Low. Without a level a question stays in, so
 * that what was judged counts and what was not is missing.
 * @param name of the case, as people name it
 * @param settled judgements that were settled afterwards, by item: they take the place of what the reader wrote
 * @example readingOf('YJ100103', filled, new Map()).values['2.2.3'] // 'low'
 */
export function readingOf(name: string, filled: FilledForm, settled: ReadonlyMap<string, string>): Reading {
  const questions = keyQuestionsOf(filled.form);
  const asked = judged(withLevels(filled, (level) => level ?? 'medium'));
  const isAllAsked = questions.every(({ item }) => asked.has(item));
  const whateverTheLevel = isAllAsked ? asked : judged(withLevels(filled, () => 'medium'));
  const value = (item: string): Value => {
    const question = asked.get(item);
    if (!question) return whateverTheLevel.has(item) ? 'low' : 'does-not-apply';
    return valueIn(settled.get(item) ?? question.answer?.value ?? null);
  };
  return {
    case: name,
    values: Object.fromEntries(questions.map(({ key, item }) => [key, value(item)])),
  };
}

/** A reading that is not in yet: whatever may apply to it is still to be judged. */
export function readingToCome(name: string, form: FilledForm['form']): Reading {
  return { case: name, values: Object.fromEntries(keyQuestionsOf(form).map(({ key }) => [key, 'missing'])) };
}

/** The key questions of a form with the item that answers each. */
export function keyQuestionsOf(form: FilledForm['form']): { key: string; item: string }[] {
  return form.sections.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.kind === 'judgement' && item.keyQuestion !== undefined ? [{ key: item.keyQuestion, item: item.key }] : [],
    ),
  );
}

const judged = (filled: FilledForm): Map<string, Question> =>
  new Map(whatApplies(filled).questions.map((question) => [question.item.key, question]));

function valueIn(answer: string | null): Value {
  if (answer === 'sufficient' || answer === 'not-sufficient') return answer;
  return answer === DOES_NOT_APPLY.key ? 'does-not-apply' : 'missing';
}

/** The same form with the inspector's levels as they are taken to be. */
function withLevels(filled: FilledForm, taken: (level: Level | null) => Level): FilledForm {
  const isLevel = new Set<string>(Object.values(levelItems).map(({ item }) => item));
  const levels = filled.form.sections
    .flatMap(({ items }) => items)
    .filter((item) => kindOfLevel(item) !== null)
    .map(({ key }) => {
      const given = filled.answers.find(({ item }) => item === key);
      const value = taken(readLevel(given?.value ?? null));
      return { note: null, evidence: null, reason: null, ...given, item: key, occurrence: 0, value };
    });
  return { ...filled, answers: [...filled.answers.filter(({ item }) => !isLevel.has(item)), ...levels] };
}
