import { whatApplies } from '../../../server/domain/forms/applies.js';
import type { Facts } from '../../../server/domain/forms/filled.js';
import { answer, readShipped } from './shipped.js';
import { fact, prompt, section, smallForm } from './small-form.js';

const asked = (...filled: Parameters<typeof whatApplies>) =>
  whatApplies(...filled).questions.map(({ item, occurrence }) => (occurrence ? `${item.key} ${occurrence}` : item.key));

const plans = smallForm([
  section('facts', [fact('victim'), fact('contacted', { when: { answer: 'victim', in: ['yes'] } })]),
  section('work', [prompt('safe'), prompt('heard', { when: { answer: 'contacted', in: ['yes'] } })], {
    when: { answer: 'victim', in: ['yes'] },
  }),
]);
const fill = (values: Record<string, string>, facts: Facts = {}) => ({
  form: plans,
  facts,
  answers: Object.entries(values).map(([item, value]) => answer(item, value)),
  occurrences: [],
});

test('what depends on an earlier answer is asked once that answer is given', () => {
  expect(asked(fill({}))).toEqual(['victim']);
  expect(asked(fill({ victim: 'yes' }))).toEqual(['victim', 'contacted', 'safe']);
  expect(asked(fill({ victim: 'yes', contacted: 'yes' }))).toEqual(['victim', 'contacted', 'safe', 'heard']);
});

test('a hidden answer opens nothing, and comes back when it applies again', () => {
  expect(asked(fill({ victim: 'no', contacted: 'yes' }))).toEqual(['victim']);
  expect(asked(fill({ victim: 'yes', contacted: 'yes' }))).toContain('heard');
});

test('what is left out says by which answer, and whether it may still come', () => {
  const closed = whatApplies(fill({ victim: 'no' })).leftOut;
  expect(closed.map(({ section: { key }, item }) => [key, item?.key ?? null])).toEqual([
    ['facts', 'contacted'],
    ['work', null],
  ]);
  expect(closed[1]).toMatchObject({
    because: 'you answered ‘no’ to ‘Is victim a fact?’',
    closedBy: [{ answer: 'victim' }],
    waiting: false,
  });
  expect(whatApplies(fill({})).leftOut[1]).toMatchObject({
    because: '‘Is victim a fact?’ has no answer yet',
    waiting: true,
  });
});

test('of parts that must all hold the failing ones are told, of alternatives all, under a not the other way round', () => {
  const because = (when: Parameters<typeof section>[2], facts: Facts, values: Record<string, string> = {}) => {
    const form = smallForm([section('facts', [fact('victim')]), section('work', [prompt('safe')], when)]);
    return whatApplies({ ...fill(values, facts), form }).leftOut[0]?.because;
  };
  const mappa = { fact: 'mappa', set: true } as const;
  const high = { fact: 'rosh', in: ['high', 'very-high'] };
  const facts = { mappa: null, rosh: 'low', 'looked-after': 'no', 'days-supervised': 40 };
  expect(because({ when: { any: [high, mappa] } }, facts)).toBe(
    'the service’s level of risk of serious harm is low, and no MAPPA level is recorded',
  );
  expect(
    because(
      {
        when: {
          all: [
            { fact: 'looked-after', in: ['no'] },
            { fact: 'days-supervised', above: 90 },
          ],
        },
      },
      facts,
    ),
  ).toBe('supervision has lasted 40 days');
  expect(
    because(
      {
        when: {
          not: {
            all: [
              { fact: 'rosh', in: ['low'] },
              { fact: 'looked-after', in: ['no'] },
            ],
          },
        },
      },
      facts,
    ),
  ).toBe('the service’s level of risk of serious harm is low, and the child is not looked after');
  expect(because({ when: { not: { any: [high, { fact: 'looked-after', in: ['no'] }] } } }, facts)).toBe(
    'the child is not looked after',
  );
});

describe('a repeated group', () => {
  const reviews = smallForm([
    section(
      'reviews',
      [
        fact('late', { group: 'reviews' }),
        prompt('chased', { group: 'reviews', when: { answer: 'late', in: ['yes'] } }),
        prompt('overall'),
      ],
      {
        repeats: [
          {
            key: 'reviews',
            each: 'each review',
            none: 'No reviews in the period',
            when: { fact: 'days-supervised', above: 90 },
          },
        ],
      },
    ),
  ]);
  const facts = { 'days-supervised': 120 };
  const rows = [2, 1].map((occurrence) => ({ group: 'reviews', occurrence }));

  test('is asked once a row, in the order of the rows, and each row sees its own answers', () => {
    const answers = [answer('late', 'yes', { occurrence: 1 }), answer('late', 'no', { occurrence: 2 })];
    expect(asked({ form: reviews, facts, answers, occurrences: rows })).toEqual([
      'late 2',
      'late 1',
      'chased 1',
      'overall',
    ]);
  });

  test('stands in the page without rows too, and says when there were none', () => {
    const [empty] = whatApplies({ form: reviews, facts, answers: [], occurrences: [] }).sections[0]?.parts ?? [];
    expect(empty).toMatchObject({ kind: 'group', none: false, rows: [] });
    const none = [{ group: 'reviews', occurrence: 0 }];
    const [ticked] = whatApplies({ form: reviews, facts, answers: [], occurrences: none }).sections[0]?.parts ?? [];
    expect(ticked).toMatchObject({ kind: 'group', none: true, rows: [] });
  });

  test('is left out as a whole by its own condition', () => {
    const applying = whatApplies({ form: reviews, facts: { 'days-supervised': 90 }, answers: [], occurrences: rows });
    expect(applying.questions.map(({ item }) => item.key)).toEqual(['overall']);
    expect(applying.leftOut).toMatchObject([
      { group: { key: 'reviews' }, item: null, because: 'supervision has lasted 90 days' },
    ]);
  });
});

test('an echo shows what the earlier item holds', () => {
  const form = readShipped('risk-of-harm');
  const answers = [answer('auditor-harm-level', 'high', { note: 'Weapon.' })];
  const { questions } = whatApplies({ form, facts: {}, answers, occurrences: [] });
  expect(questions.find(({ item }) => item.key === 'close-harm-level')?.answer).toMatchObject({
    item: 'auditor-harm-level',
    value: 'high',
    note: 'Weapon.',
  });
});

test('an echo of a question that is not asked is not shown', () => {
  const hidden = prompt('safe', { when: { fact: 'mappa', set: true } });
  const form = smallForm([section('one', [hidden, { key: 'again', kind: 'echo', question: 'Safe?', of: 'safe' }])]);
  expect(asked({ form, facts: {}, answers: [answer('safe', 'yes')], occurrences: [] })).toEqual([]);
  expect(asked({ form, facts: { mappa: '1' }, answers: [], occurrences: [] })).toEqual(['safe', 'again']);
});

test('contacts are Not evidenced by rule when no level was recorded', () => {
  const form = readShipped('national-standards-2013');
  const facts = { 'order-group': 'court-community', 'order-type': 'yro' };
  const early = (level: string) =>
    whatApplies({
      form,
      facts,
      answers: [answer('ns-intervention-level', level), answer('ns-contacts-early', 'met')],
      occurrences: [],
    }).questions.find(({ item }) => item.key === 'ns-contacts-early');
  expect(early('standard')).toMatchObject({ answer: { value: 'met' }, byRule: null });
  expect(early('none-recorded')).toMatchObject({ answer: { value: 'not-evidenced' } });
  expect(early('none-recorded')?.byRule).toMatch(/No level of contact was recorded/);
});
