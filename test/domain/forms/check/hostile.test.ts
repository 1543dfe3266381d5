import { FormFault } from '../../../../server/domain/forms/fault.js';
import { parseDocument } from '../../../../server/domain/forms/read.js';
import { readForm, readShipped } from '../shipped.js';
import { prompt } from '../small-form.js';

const dip = () => structuredClone(readShipped('ten-minute-dip'));
const text = (form: object) => JSON.stringify(form);

/** What a document is refused for, and that it took under a second. */
function refused(document: string): string[] {
  const began = performance.now();
  try {
    readForm(parseDocument(document));
  } catch (fault) {
    if (!(fault instanceof FormFault)) throw fault;
    expect(performance.now() - began).toBeLessThan(1000);
    for (const { remedy } of fault.problems) expect(remedy).not.toBe('');
    return fault.problems.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

function withQuestions(change: (section: ReturnType<typeof dip>['sections'][number]) => void): string {
  const form = dip();
  const [, questions] = form.sections;
  if (!questions) throw new Error('the dip has its questions second');
  change(questions);
  return text(form);
}

test('a document of ten megabytes is refused before it is parsed', () => {
  expect(refused(`{"key": "${'x'.repeat(10_000_000)}`)).toEqual([
    ': the document has 10000009 bytes, and 1000000 is the most',
  ]);
});

test('ten thousand items are refused with their number, in one section or in many', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => prompt(`p${i}`, { question: 'x' }));
  expect(
    refused(withQuestions((questions) => (questions.items = many.map(({ key }) => prompt(key)).slice(0, 5000)))),
  ).toEqual(['sections: there are 5010 items, and 400 is the most']);
  const small = many.map(({ key }) => ({ key }));
  expect(refused(text({ ...dip(), sections: [{ items: small }] }))).toEqual([
    'sections: there are 10000 items, and 400 is the most',
  ]);
});

test('conditions nested a hundred or a hundred thousand deep are refused', () => {
  const nested = (depth: number) => `${'{"not":'.repeat(depth)}{"fact":"mappa","set":true}${'}'.repeat(depth)}`;
  for (const depth of [100, 100_000]) {
    const document = withQuestions((questions) => Object.assign(questions, { when: 'HERE' }));
    expect(refused(document.replace('"HERE"', nested(depth)))).toEqual([': the document is nested more than 40 deep']);
  }
});

test('a document of nothing but brackets is refused', () => {
  expect(refused('['.repeat(400_000) + ']'.repeat(400_000))).toEqual([': the document is nested more than 40 deep']);
});

test('keys of the language itself are unknown fields, or no names', () => {
  expect(refused(text(dip()).replace('{', '{"__proto__":{"least":1},'))).toEqual([
    ': there is no field ‘__proto__’ here',
  ]);
  const scales = text({ ...dip(), scales: {} }).replace('"scales":{}', '"scales":{"__proto__":[]}');
  expect(refused(scales)).not.toEqual([]);
  expect(refused(withQuestions((questions) => Object.assign(questions.items[0] ?? {}, { key: '__proto__' })))).toEqual([
    'sections/1/items/0/key: this is no name',
  ]);
  expect(
    refused(withQuestions((questions) => Object.assign(questions.items[0] ?? {}, { scale: 'constructor' }))),
  ).toEqual(['sections/1/items/0/scale: there is no scale ‘constructor’']);
});

test('text that is no JSON is refused with where it stops making sense', () => {
  expect(refused('{"key": }')[0]).toMatch(/^: this is no JSON: /);
});

test('every problem of a document is told at once, each in its place', () => {
  const document = withQuestions((questions) => {
    Object.assign(questions.items[0] ?? {}, { colour: 'red' });
    Object.assign(questions.items[1] ?? {}, { weight: 'much' });
    Object.assign(questions.items[2] ?? {}, { when: { all: [{ fact: 'mappa', set: true, colour: 1 }] } });
  });
  expect(refused(document)).toEqual([
    'sections/1/items/0: there is no field ‘colour’ here',
    'sections/1/items/1/weight: this must be of the type number',
    'sections/1/items/2/when/all: fewer than 2 stand here',
    'sections/1/items/2/when/all/0: a comparison looks at one fact or one answer, with one test',
    'sections/1/items/2/when/all/0: there is no field ‘colour’ here',
  ]);
});

test('a limit without direction says so', () => {
  const item = {
    key: 'plan',
    kind: 'timescale',
    question: 'In time?',
    from: { label: 'order' },
    to: { label: 'plan' },
    limits: [{ amount: 5, unit: 'working-days' }],
  };
  expect(refused(withQuestions((questions) => Object.assign(questions.items, { 0: item })))).toContain(
    'sections/1/items/0/limits/0: the field ‘direction’ is missing',
  );
});
