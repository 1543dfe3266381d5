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
  const elsewhere = others
    .filter(({ key }) => key !== form.key)
    .map((other) => ({ form: other.key, meanings: meaningsIn(other) }));
  return placesOf(form).flatMap(({ item, path }) => {
    const mine = meaningOf(form, item);
    for (const { form: name, meanings } of elsewhere) {
      const meaning = meanings.get(item.key);
      if (meaning && (meaning.question !== mine.question || meaning.answers !== mine.answers))
        return [anotherMeaning(path, item, mine, name, meaning)];
    }
    return [];
  });
}

interface Meaning {
  question: string;
  answers: string;
}

/** Documents do not change once read, so each is gone through once however many it is compared with. */
const known = new WeakMap<FormDocument, ReadonlyMap<string, Meaning>>();

function meaningsIn(form: FormDocument): ReadonlyMap<string, Meaning> {
  const found = known.get(form) ?? new Map(placesOf(form).map(({ item }) => [item.key, meaningOf(form, item)]));
  known.set(form, found);
  return found;
}

function meaningOf(form: FormDocument, item: Item): Meaning {
  const answers = (scaleOf(form, item) ?? []).map(({ key, label }) => `${key} (${label})`);
  const kind = item.kind === 'echo' ? `the answer to ‘${item.of}’` : `a ${item.kind}`;
  return { question: item.question, answers: [kind, ...answers].join(', ') };
}

function anotherMeaning(path: string, item: Item, mine: Meaning, form: string, meaning: Meaning): FormProblem {
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
