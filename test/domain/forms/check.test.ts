import { check } from '../../../server/domain/forms/check/check.js';
import type { ChoiceItem, Condition, FormDocument, Item, Section } from '../../../server/domain/forms/document.js';
import { FormFault } from '../../../server/domain/forms/fault.js';
import { readForm, readShipped } from './shipped.js';
import { fact, prompt, section, smallForm } from './small-form.js';

const found = (form: FormDocument) => check(form).map(({ path, message }) => `${path}: ${message}`);
const items = (...list: Item[]) => smallForm([section('one', list)]);
const asking = (when: Condition) =>
  smallForm([section('one', [fact('victim'), prompt('safe', { when }), fact('later')])]);

test('a right document has nothing wrong with it', () => {
  expect(found(items(prompt('safe')))).toEqual([]);
});

test('every problem says how to put it right', () => {
  for (const { remedy } of check(items(prompt('safe', { themes: ['weather'], scale: 'nice' }))))
    expect(remedy).toMatch(/\.$/);
});

describe('keys', () => {
  test('each section and item has one of its own', () => {
    const form = smallForm([section('one', [prompt('safe'), prompt('safe')]), section('one', [prompt('safe')])]);
    expect(found(form)).toEqual([
      'sections/1/key: the key ‘one’ is taken by another section (sections/0/key)',
      'sections/0/items/1/key: the key ‘safe’ is taken by another item (sections/0/items/0/key)',
      'sections/1/items/0/key: the key ‘safe’ is taken by another item (sections/0/items/0/key)',
    ]);
  });

  test('only what the tool makes out of an audit is a re-audit, and names its source', () => {
    const source = { audit: 1, form: 'small', version: 1, from: '2026-10-15', seed: 'ab', dropped: [] };
    const written = [section('one', [prompt('safe')])];
    expect(found(smallForm(written, { source }))).toEqual([
      'source: only a re-audit comes from an audit, and the tool makes it',
    ]);
    expect(found(smallForm(written, { key: 'reaudit' }))).toEqual(['key: ‘reaudit’ is kept for re-audits']);
    expect(found(smallForm(written, { key: 'reaudit', source }))).toEqual([]);
  });

  test('the closing section exists, and a form holds 400 items at most', () => {
    const many = Array.from({ length: 401 }, (_, i) => prompt(`p${i}`));
    expect(found(items(...many))).toEqual(['sections: there are 401 items, and 400 is the most']);
    expect(found({ ...items(prompt('safe')), close: 'end' })).toEqual(['close: there is no section ‘end’']);
  });
});

describe('items', () => {
  test('themes and scales are known ones', () => {
    expect(found(items(prompt('safe', { themes: ['planning', 'weather'] })))).toEqual([
      'sections/0/items/0/themes/1: there is no theme ‘weather’',
    ]);
    expect(found(items(prompt('safe', { scale: 'nice' })))).toEqual([
      'sections/0/items/0/scale: there is no scale ‘nice’',
    ]);
    expect(found(items(prompt('safe', { scale: 'constructor' })))).toHaveLength(1);
  });

  test('a scale of the form’s own is known too', () => {
    const own = {
      nice: [
        { key: 'nice', label: 'Nice', worth: 1 },
        { key: 'nasty', label: 'Nasty', worth: 0 },
      ],
    };
    expect(found({ ...items(prompt('safe', { scale: 'nice' })), scales: own })).toEqual([]);
  });

  test('a choice has a scale or options, not both and not neither', () => {
    const { scale: _, ...bare }: ChoiceItem = prompt('safe');
    expect(found(items(bare))).toEqual(['sections/0/items/0: a choice has either a scale or options of its own']);
    expect(found(items({ ...fact('safe'), scale: 'enough' }))).toHaveLength(1);
  });

  test('an answer is offered once, and a weight needs an answer that is worth something', () => {
    const twice = [
      { key: 'yes', label: 'Yes' },
      { key: 'yes', label: 'Sure' },
    ];
    expect(found(items({ ...fact('safe'), options: twice }))).toEqual([
      'sections/0/items/0: the answer ‘yes’ is offered twice',
    ]);
    expect(found(items(prompt('safe', { scale: 'levels' })))[0]).toMatch(/nothing to weigh/);
  });

  test('caps, concerns, note rules and answers by rule name answers that are offered', () => {
    const item = prompt('safe', {
      caps: [{ answers: ['never'], atMost: 'good' }],
      concern: ['maybe'],
      note: { rule: 'when', answers: ['yes', 'perhaps'] },
      byRule: { when: { fact: 'mappa', set: true }, answer: 'met', because: 'x' },
    });
    expect(found(items(item))).toEqual([
      'sections/0/items/0/note/answers/1: the answer ‘perhaps’ is not offered',
      'sections/0/items/0/caps/0/answers/0: the answer ‘never’ is not offered',
      'sections/0/items/0/concern/0: the answer ‘maybe’ is not offered',
      'sections/0/items/0/byRule/answer: the answer ‘met’ is not offered',
    ]);
  });

  test('an echo shows an earlier item', () => {
    const echo: Item = { key: 'again', kind: 'echo', question: 'Again', of: 'safe' };
    expect(found(items(prompt('safe'), echo))).toEqual([]);
    expect(found(items(echo, prompt('safe')))).toEqual([
      'sections/0/items/0/of: ‘safe’ is no earlier item outside repeated groups',
    ]);
  });
});

describe('conditions', () => {
  test.each<[string, Condition, string | null]>([
    ['a known fact', { fact: 'rosh', in: ['high'] }, null],
    ['a fact that is none', { fact: 'weather', in: ['wet'] }, 'there is no case fact ‘weather’'],
    ['a value that a fact never has', { fact: 'rosh', in: ['huge'] }, 'the case fact ‘rosh’ is never ‘huge’'],
    ['an earlier item', { answer: 'victim', in: ['yes'] }, null],
    ['an item that is none', { answer: 'ghost', in: ['yes'] }, 'there is no item ‘ghost’'],
    ['a later item', { answer: 'later', in: ['yes'] }, '‘later’ is asked later'],
    ['the item itself', { answer: 'safe', in: ['yes'] }, '‘safe’ waits for this in turn, so neither is ever asked'],
    ['an answer that is not offered', { answer: 'victim', in: ['perhaps'] }, '‘victim’ is never answered ‘perhaps’'],
    ['neither fact nor answer', { in: ['yes'], set: true }, 'a comparison looks at one fact or one answer'],
    ['both', { fact: 'rosh', answer: 'victim' }, 'a comparison looks at one fact or one answer'],
  ])('%s', (_says, when, message) => {
    expect(found(asking(when))).toEqual(message === null ? [] : [`sections/0/items/1/when: ${message}`]);
  });

  test('are found inside all, any and not', () => {
    const when = {
      all: [
        { fact: 'mappa', set: true as const },
        {
          not: {
            any: [
              { answer: 'ghost', in: ['x'] },
              { answer: 'victim', in: ['no'] },
            ],
          },
        },
      ],
    };
    expect(found(asking(when))).toEqual(['sections/0/items/1/when: there is no item ‘ghost’']);
  });

  test('nest eight deep at most', () => {
    const nested = (depth: number): Condition =>
      depth === 1 ? { fact: 'mappa', set: true } : { not: nested(depth - 1) };
    expect(found(asking(nested(8)))).toEqual([]);
    expect(found(asking(nested(9)))).toEqual([
      'sections/0/items/1/when: this condition is nested 9 deep, and 8 is the most',
    ]);
  });

  test('of a cap may look at the item itself, of a section only at earlier sections', () => {
    const cap = { answers: ['no'], atMost: 'good' as const, when: { answer: 'safe', in: ['no'] } };
    expect(found(items(prompt('safe', { caps: [cap] })))).toEqual([]);
    const looking = smallForm([section('one', [prompt('safe')], { when: { answer: 'safe', in: ['no'] } })]);
    expect(found(looking)).toEqual(['sections/0/when: ‘safe’ waits for this in turn, so neither is ever asked']);
  });

  test('outside a repeated group do not look into its rows, inside they do', () => {
    const repeats = [{ key: 'visits', each: 'each visit', none: 'None' }];
    const inside = prompt('why', { group: 'visits', when: { answer: 'late', in: ['yes'] } });
    const outside = prompt('after', { when: { answer: 'late', in: ['yes'] } });
    const form = smallForm([section('one', [fact('late', { group: 'visits' }), inside, outside], { repeats })]);
    expect(found(form)).toEqual(['sections/0/items/2/when: ‘late’ is asked once a row of ‘visits’']);
  });
});

test('repeated groups exist in the section, have items, and stand together', () => {
  const repeats = [
    { key: 'visits', each: 'each visit', none: 'None' },
    { key: 'calls', each: 'each call', none: 'None' },
  ];
  const form = smallForm([
    section(
      'one',
      [
        prompt('a', { group: 'visits' }),
        prompt('b'),
        prompt('c', { group: 'visits' }),
        prompt('d', { group: 'letters' }),
      ],
      { repeats },
    ),
  ]);
  expect(found(form)).toEqual([
    'sections/0/items/2/group: the items of ‘visits’ do not stand together',
    'sections/0/items/3/group: this section has no repeated group ‘letters’',
    'sections/0/repeats/1: the repeated group ‘calls’ has no items',
  ]);
});

test('bands run from the best grade down to 0', () => {
  const bands = (...list: NonNullable<FormDocument['bands']>) => found({ ...items(prompt('safe')), bands: list });
  expect(bands({ grade: 'good', from: 0.7 }, { grade: 'inadequate', from: 0.2 })).toEqual([
    'bands/1/from: scores under 0.2 have no grade',
  ]);
  expect(bands({ grade: 'good', from: 0.7 }, { grade: 'inadequate', from: 0.7 })).toContain(
    'bands/1/from: this band begins at 0.7, where the better one begins at 0.7',
  );
  expect(bands({ grade: 'good', from: 0.7 }, { grade: 'outstanding', from: 0 })).toEqual([
    'bands/1: ‘outstanding’ does not come below ‘good’',
  ]);
});

describe('reading a document', () => {
  const problems = (json: unknown) => {
    try {
      readForm(json);
    } catch (fault) {
      if (fault instanceof FormFault) return fault.problems.map(({ path, message }) => `${path}: ${message}`);
      throw fault;
    }
    return [];
  };
  const dip = () => structuredClone(readShipped('ten-minute-dip'));
  const changed = (change: (form: FormDocument, questions: Section) => void) => {
    const form = dip();
    const questions = form.sections[1];
    if (!questions) throw new Error('the dip has its questions second');
    change(form, questions);
    return problems(form);
  };

  test('refuses an unknown field anywhere, by its path', () => {
    expect(problems({ ...dip(), colour: 'red' })).toEqual([': there is no field ‘colour’ here']);
    expect(changed((_form, { items: [first] }) => Object.assign(first ?? {}, { colour: 'red' }))).toEqual([
      'sections/1/items/0: there is no field ‘colour’ here',
    ]);
    expect(
      changed((_form, questions) => Object.assign(questions, { when: { fact: 'mappa', set: true, colour: 1 } }))[0],
    ).toMatch(/^sections\/1\/when/);
  });

  test('refuses a field that is missing, of the wrong type, or none of the choices', () => {
    expect(changed((form) => Reflect.deleteProperty(form, 'least'))).toEqual([': the field ‘least’ is missing']);
    expect(changed((form) => Object.assign(form, { least: 'six' }))).toEqual([
      'least: this must be of the type integer',
    ]);
    expect(changed((_form, { items: [first] }) => Object.assign(first ?? {}, { kind: 'slider' }))).toEqual([
      'sections/1/items/0: there is no such kind as ‘slider’',
    ]);
    expect(changed((form) => Object.assign(form, { agreement: 'none' }))).toEqual([
      'agreement: this must be full, light',
    ]);
  });

  test.each([null, 5, 'form', [], {}, JSON.parse('{"__proto__": {"key": "x"}}')])('refuses %j', (json) => {
    expect(problems(json).length).toBeGreaterThan(0);
  });

  test('refuses keys that are no names', () => {
    for (const key of ['__proto__', 'Has Space', '-x', 'x--y', '<b>', '']) {
      expect(changed((form) => Object.assign(form, { key })).length).toBeGreaterThan(0);
    }
  });

  test('refuses what only the checker sees', () => {
    expect(changed((form) => Object.assign(form, { close: 'end' }))).toEqual(['close: there is no section ‘end’']);
  });

  test('refuses conditions nested a hundred deep, and ten thousand items, quickly', () => {
    let deep: unknown = { fact: 'mappa', set: true };
    for (let i = 0; i < 100; i += 1) deep = { not: deep };
    const began = performance.now();
    expect(changed((_form, questions) => Object.assign(questions, { when: deep })).length).toBe(1);
    const many = Array.from({ length: 10_000 }, (_, i) => prompt(`p${i}`));
    expect(changed((_form, questions) => Object.assign(questions, { items: many })).length).toBe(1);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
