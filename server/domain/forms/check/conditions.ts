import { groupKeyOf } from '../layout.js';
import { comparisonsIn } from '../condition.js';
import type { Comparison, Condition, FormDocument, Item } from '../document.js';
import { caseFactOf, caseFacts } from '../facts.js';
import type { FormProblem } from '../fault.js';
import { isChosen, optionsOf } from '../scales.js';
import { waitsFor } from './circle.js';
import { conditionsBeside } from './own-conditions.js';
import { placesOf, type Place } from './places.js';
import { limits } from './size.js';

interface Asked {
  condition: Condition;
  path: string;
  /** Items at this place and later can't be looked at. */
  before: number;
  /** The repeated group in whose rows it is asked. */
  group: string | null;
  /** The items that wait for it. */
  waiting: readonly string[];
}

/** Conditions: each names one known fact or one earlier item, with values that can occur, and one test. */
export function checkConditions(form: FormDocument): FormProblem[] {
  const places = placesOf(form);
  return conditionsOf(form, places).flatMap((asked) => {
    const depth = depthOf(asked.condition);
    if (depth > limits.conditions) {
      return [
        {
          path: asked.path,
          message: `this condition is nested ${depth} deep, and ${limits.conditions} is the most`,
          remedy: 'Say it in fewer steps.',
        },
      ];
    }
    return comparisonsIn(asked.condition).flatMap((comparison) => checkComparison(form, comparison, asked, places));
  });
}

function conditionsOf(form: FormDocument, places: readonly Place[]): Asked[] {
  const found: (Omit<Asked, 'condition'> & { condition: Condition | undefined })[] = [];
  form.sections.forEach((section, s) => {
    const first = places.find((place) => place.section === section)?.position ?? 0;
    const waiting = section.items.map(({ key }) => key);
    found.push({ condition: section.when, path: `sections/${s}/when`, before: first, group: null, waiting });
    section.repeats?.forEach(({ key, when }, g) => {
      const start =
        places.find((place) => place.section === section && groupKeyOf(place.item) === key)?.position ?? first;
      const rows = section.items.filter((item) => groupKeyOf(item) === key).map((item) => item.key);
      const path = `sections/${s}/repeats/${g}/when`;
      found.push({ condition: when, path, before: start, group: null, waiting: rows });
    });
  });
  for (const { item, path, position } of places) {
    const group = groupKeyOf(item);
    found.push({ condition: item.when, path: `${path}/when`, before: position, group, waiting: [item.key] });
    for (const { when, at, own } of conditionsBeside(item)) {
      const before = own ? position + 1 : position;
      found.push({ condition: when, path: `${path}/${at}`, before, group, waiting: [item.key] });
    }
  }
  found.push({ condition: form.gradeWhen, path: 'gradeWhen', before: places.length, group: null, waiting: [] });
  return found.flatMap(({ condition, ...rest }) => (condition ? [{ condition, ...rest }] : []));
}

function checkComparison(
  form: FormDocument,
  comparison: Comparison,
  asked: Asked,
  places: readonly Place[],
): FormProblem[] {
  const { path } = asked;
  const { fact, answer } = comparison;
  if ((fact === undefined) === (answer === undefined)) {
    return [
      { path, message: 'a comparison looks at one fact or one answer', remedy: 'Name one of the two and one test.' },
    ];
  }
  if (fact !== undefined) return checkFact(fact, comparison, path);
  const place = places.find(({ item }) => item.key === answer);
  if (!place) return [{ path, message: `there is no item ‘${answer}’`, remedy: 'Name an item that stands before.' }];
  if (place.position >= asked.before) return [forward(place.item.key, asked, places)];
  const group = groupKeyOf(place.item);
  if (group !== null && group !== asked.group) {
    return [
      {
        path,
        message: `‘${answer}’ is asked once a row of ‘${group}’`,
        remedy: 'Only items of the same group can look at it.',
      },
    ];
  }
  return checkValues(form, place.item, comparison, path);
}

function forward(answer: string, { path, waiting }: Asked, places: readonly Place[]): FormProblem {
  return waitsFor(answer, new Set(waiting), places)
    ? {
        path,
        message: `‘${answer}’ waits for this in turn, so neither is ever asked`,
        remedy: 'Break the circle: let one of the conditions look at something else.',
      }
    : { path, message: `‘${answer}’ is asked later`, remedy: 'Move it before, or name an earlier item.' };
}

function checkFact(key: string, { in: values }: Comparison, path: string): FormProblem[] {
  const fact = caseFactOf(key);
  if (!fact) {
    return [
      {
        path,
        message: `there is no case fact ‘${key}’`,
        remedy: `Choose one of these: ${Object.keys(caseFacts).join(', ')}.`,
      },
    ];
  }
  const wrong = (values ?? []).filter((value) => fact.values !== null && !fact.values.includes(value));
  return wrong.map((value) => ({
    path,
    message: `the case fact ‘${key}’ is never ‘${value}’`,
    remedy: `Choose among these: ${fact.values?.join(', ')}.`,
  }));
}

function checkValues(form: FormDocument, item: Item, comparison: Comparison, path: string): FormProblem[] {
  if (item.kind === 'echo')
    return [{ path, message: `‘${item.key}’ only shows another item`, remedy: `Look at ‘${item.of}’.` }];
  if (!comparison.in) return [];
  if (!isChosen(item)) {
    return [
      {
        path,
        message: `‘${item.key}’ has no list of answers`,
        remedy: 'Ask whether it is set, or compare its number.',
      },
    ];
  }
  const offered = optionsOf(form, item).map(({ key }) => key);
  return comparison.in
    .filter((value) => !offered.includes(value))
    .map((value) => ({
      path,
      message: `‘${item.key}’ is never answered ‘${value}’`,
      remedy: `Choose among these: ${offered.join(', ')}.`,
    }));
}

function depthOf(condition: Condition): number {
  if ('not' in condition) return 1 + depthOf(condition.not);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  return 1 + Math.max(0, ...parts.map(depthOf));
}
