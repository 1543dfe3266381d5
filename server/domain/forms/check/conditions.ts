import { groupKeyOf } from '../answer-book.js';
import { comparisonsIn } from '../condition.js';
import type { Comparison, Condition, FormDocument, Item } from '../document.js';
import { caseFactOf, caseFacts } from '../facts.js';
import type { FormProblem } from '../fault.js';
import { isChosen, optionsOf } from '../scales.js';
import { placesOf, type Place } from './places.js';

/** Conditions may nest this deep. */
const DEEPEST = 8;

interface Asked {
  condition: Condition;
  path: string;
  /** Items at this place and later can't be looked at. */
  before: number;
  /** The repeated group in whose rows it is asked. */
  group: string | null;
}

/** Conditions: each names one known fact or one earlier item, with values that can occur, and one test. */
export function checkConditions(form: FormDocument): FormProblem[] {
  const places = placesOf(form);
  return conditionsOf(form, places).flatMap((asked) => {
    const depth = depthOf(asked.condition);
    if (depth > DEEPEST) {
      return [
        {
          path: asked.path,
          message: `this condition is nested ${depth} deep, and ${DEEPEST} is the most`,
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
    found.push({ condition: section.when, path: `sections/${s}/when`, before: first, group: null });
    section.repeats?.forEach(({ key, when }, g) => {
      const start =
        places.find((place) => place.section === section && groupKeyOf(place.item) === key)?.position ?? first;
      found.push({ condition: when, path: `sections/${s}/repeats/${g}/when`, before: start, group: null });
    });
  });
  for (const { item, path, position } of places) {
    const group = groupKeyOf(item);
    for (const { when, at, own } of conditionsOfItem(item)) {
      found.push({ condition: when, path: `${path}/${at}`, before: own ? position + 1 : position, group });
    }
  }
  return found.flatMap(({ condition, ...rest }) => (condition ? [{ condition, ...rest }] : []));
}

// Caps and limits are looked at when all is answered, so they may name the item itself.
function conditionsOfItem(item: Item): { when: Condition | undefined; at: string; own: boolean }[] {
  return [
    { when: item.when, at: 'when', own: false },
    ...('byRule' in item ? [{ when: item.byRule?.when, at: 'byRule/when', own: false }] : []),
    ...('caps' in item ? (item.caps ?? []).map(({ when }, c) => ({ when, at: `caps/${c}/when`, own: true })) : []),
    ...('limits' in item ? item.limits.map(({ when }, l) => ({ when, at: `limits/${l}/when`, own: true })) : []),
  ];
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
  if (place.position >= asked.before) {
    return [{ path, message: `‘${answer}’ is asked later`, remedy: 'Move it before, or name an earlier item.' }];
  }
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
