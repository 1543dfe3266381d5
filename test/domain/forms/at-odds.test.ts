import { isAtOdds } from '../../../server/domain/forms/at-odds.js';
import { whatApplies } from '../../../server/domain/forms/applies.js';
import { answer } from './shipped.js';
import { prompt, section, smallForm } from './small-form.js';

const form = smallForm([
  section('one', [
    prompt('a', { weight: 0 }),
    prompt('b', { weight: 0 }),
    prompt('c', { weight: 0, extras: { doesNotApply: 'there was none' } }),
    { key: 'judge', kind: 'judgement', question: 'Sufficient?', scale: 'sufficient' },
  ]),
]);

function atOdds(judgement: string | null, ...values: string[]): boolean {
  const prompts = ['a', 'b', 'c'].map((key, i) => answer(key, values[i] ?? null));
  const { questions } = whatApplies({
    form,
    facts: {},
    answers: [...prompts, answer('judge', judgement)],
    occurrences: [],
  });
  const last = questions.at(-1);
  return last ? isAtOdds(form, questions.slice(0, -1), last) : false;
}

test.each([
  ['sufficient', ['no', 'not-evidenced', 'yes'], true],
  ['sufficient', ['no', 'in-part', 'yes'], false],
  ['sufficient', ['no', 'yes'], false],
  ['not-sufficient', ['yes', 'yes', 'no'], true],
  ['not-sufficient', ['yes', 'in-part', 'no'], false],
  ['sufficient', ['no', 'does-not-apply', 'does-not-apply'], true],
  ['sufficient', [], false],
  [null, ['no', 'no', 'no'], false],
] as const)('judged %s with prompts %j: %s', (judgement, values, expected) => {
  expect(atOdds(judgement, ...values)).toBe(expected);
});
