import type { FormDocument, Item } from '../document.js';
import type { FormProblem } from '../fault.js';
import { scaleOf } from '../scales.js';
import { placesOf } from './places.js';

/**
 * Keys that mean something else in another form: the same key asks the same question with the same answers in every
 * form, so that reports can join on it. Versions of the form itself are left out. What a form may add, such as 'Not
 * judged', and what may differ, such as weight and condition, is not looked at.
 */
export function checkAmong(form: FormDocument, others: readonly FormDocument[]): FormProblem[] {
  const elsewhere = meaningsIn(others.filter(({ key }) => key !== form.key));
  return placesOf(form).flatMap(({ item, path }) => {
    const mine = meaningOf(form, item);
    const differing = (elsewhere.get(item.key) ?? []).find(
      ({ meaning }) => meaning.question !== mine.question || meaning.answers !== mine.answers,
    );
    return differing ? [anotherMeaning(path, item, mine, differing)] : [];
  });
}

interface Meaning {
  question: string;
  answers: string;
}

interface Elsewhere {
  form: string;
  meaning: Meaning;
}

function meaningsIn(forms: readonly FormDocument[]): Map<string, Elsewhere[]> {
  const found = new Map<string, Elsewhere[]>();
  for (const form of forms) {
    for (const { item } of placesOf(form)) {
      const here = { form: form.key, meaning: meaningOf(form, item) };
      found.set(item.key, [...(found.get(item.key) ?? []), here]);
    }
  }
  return found;
}

function meaningOf(form: FormDocument, item: Item): Meaning {
  const answers = (scaleOf(form, item) ?? []).map(({ key, label }) => `${key} (${label})`);
  const kind = item.kind === 'echo' ? `the answer to ‘${item.of}’` : `a ${item.kind}`;
  return { question: item.question, answers: [kind, ...answers].join(', ') };
}

function anotherMeaning(path: string, item: Item, mine: Meaning, { form, meaning }: Elsewhere): FormProblem {
  const same = 'or give this one a key of its own, since another meaning is another item';
  return meaning.question === mine.question
    ? {
        path,
        message: `‘${item.key}’ has other answers in the form ‘${form}’: ${meaning.answers}`,
        remedy: `Offer the same answers as there, ${same}.`,
      }
    : {
        path: `${path}/question`,
        message: `‘${item.key}’ asks another question in the form ‘${form}’: ‘${meaning.question}’`,
        remedy: `Ask it in the same words as there, ${same}.`,
      };
}
