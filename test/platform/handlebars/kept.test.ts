import fc from 'fast-check';
import { join } from 'node:path';
import { createChance } from '../../../server/commands/demo/chance.js';
import { fillForm } from '../../../server/commands/demo/fill-form.js';
import { blocksOf } from '../../../server/features/audits/section.page.js';
import { nothingToRedraw } from '../../../server/features/audits/question.page.js';
import { drawn, storedKey, type Reading } from '../../../server/features/audits/reading.js';
import { createKept } from '../../../server/platform/handlebars/kept.js';
import { createViews } from '../../../server/platform/handlebars/views.js';
import { anyForm } from '../../domain/forms/generated-form.js';
import { chrome } from '../../views/gallery.js';

const views = join(__dirname, '../../../views');
const settings = { readOn: '2026-11-24', acceptedReasons: new Set<string>(), limits: {} };

describe('a part whose HTML is kept', () => {
  const keeping = (render: (given: never) => string) => createKept()('part', render as never);

  test('is drawn once for all who are shown the same', () => {
    const render = jest.fn(({ name }: { name: string }) => `Hello ${name}`);
    const part = keeping(render);
    expect([part({ name: 'Tom' }), part({ name: 'Tom' }), part({ name: 'Ada' })]).toEqual([
      'Hello Tom',
      'Hello Tom',
      'Hello Ada',
    ]);
    expect(render).toHaveBeenCalledTimes(2);
  });

  test('sees nothing but what it is known by: no later change, nothing that text can’t hold', () => {
    const seen: unknown[] = [];
    const part = keeping((given) => (seen.push(given), ''));
    const given = { answers: new Map([['a', 1]]), note: 'x' };
    part(given);
    given.note = 'y';
    expect(seen).toEqual([{ answers: {}, note: 'x' }]);
  });

  test('is told apart from another part that is given the same', () => {
    const kept = createKept();
    const [one, two] = [kept('one', () => '1'), kept('two', () => '2')];
    expect([one({}), two({}), one({})]).toEqual(['1', '2', '1']);
  });

  test('is drawn anew once it has gone for the sake of newer ones', () => {
    const render = jest.fn(() => '');
    const part = keeping(render);
    for (let n = 0; n <= 2000; n += 1) part({ n });
    part({ n: 0 });
    expect(render).toHaveBeenCalledTimes(2002);
  });
});

test('questions, whatever is answered in whatever form, are drawn as they would be drawn anew', () => {
  const kept = createViews(views);
  const anew = createViews(views, (_part, render) => render);
  const given = fc.record({ form: anyForm, seed: fc.nat(), share: fc.integer({ min: 0, max: 4 }), me: fc.nat(1) });
  fc.assert(
    fc.property(given, ({ form, seed, share, me }) => {
      const empty = { form, facts: { 'days-supervised': 90 }, answers: [], occurrences: [] };
      const { answers, occurrences } = fillForm(empty, { skill: () => 0.5, chance: createChance(seed), settings });
      const some = answers.slice(0, Math.ceil((answers.length * share) / 4));
      const reading = readingOf({ ...empty, answers: some, occurrences }, me);
      for (const section of reading.applying.sections) {
        const model = { blocks: blocksOf(reading, section, nothingToRedraw, new Map()) };
        const twice = [1, 2].map(() => kept.render('audits/_fields', model, chrome));
        expect(twice).toEqual([1, 2].map(() => anew.render('audits/_fields', model, chrome)));
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

function readingOf(shown: Reading['shown'], me: number): Reading {
  const at = '2026-11-24T13:41:00.000Z';
  const stored = shown.answers.map((answer) => ({ ...answer, version: 1, by: 0, byName: 'Tom Iredale', at }));
  return {
    ...drawn(shown, settings),
    base: '/audits/1/sections',
    shown,
    levelsShown: true,
    settings,
    stored: new Map(stored.map((answer) => [storedKey(answer.item, answer.occurrence), answer])),
    comeBacks: new Map(shown.answers.slice(0, 1).map(({ item }) => [item, 'ask <Ann> & "Bob"'])),
    me,
    names: ['Ann Other'],
    today: '2026-11-24',
    isTrial: false,
    isKept: () => false,
  };
}
