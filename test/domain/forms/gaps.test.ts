import { gaps } from '../../../server/domain/forms/gaps.js';
import { gatewaySettles } from '../../../server/domain/forms/gateway.js';
import { whatApplies } from '../../../server/domain/forms/applies.js';
import { noteRule } from '../../../server/domain/forms/notes.js';
import type { Answer } from '../../../server/domain/forms/filled.js';
import type { FormDocument, Item, NoteRule } from '../../../server/domain/forms/document.js';
import { answer, readShipped } from './shipped.js';
import { prompt, section, smallForm } from './small-form.js';

const settings = { readOn: '2026-11-24', acceptedReasons: new Set<string>(), limits: {} };
const missing = (form: FormDocument, answers: Answer[], occurrences: { group: string; occurrence: number }[] = []) =>
  gaps({ form, facts: {}, answers, occurrences }, settings).map(({ kind, item, group, occurrence }) => [
    kind,
    item ?? group,
    occurrence,
  ]);

const one = (item: Item) => smallForm([section('one', [item])]);

test('a question without an answer, or with one that is not offered, is a gap', () => {
  expect(missing(one(prompt('safe')), [])).toEqual([['unanswered', 'safe', 0]]);
  expect(missing(one(prompt('safe')), [answer('safe', 'perhaps')])).toEqual([['not-offered', 'safe', 0]]);
  expect(missing(one(prompt('safe')), [answer('safe', 'yes')])).toEqual([]);
});

test('‘Does not apply’ needs its reason, and no note', () => {
  const form = one(prompt('safe', { note: { rule: 'always' }, extras: { doesNotApply: 'nobody is at risk' } }));
  expect(missing(form, [answer('safe', 'does-not-apply')])).toEqual([['reason', 'safe', 0]]);
  expect(missing(form, [answer('safe', 'does-not-apply', { reason: 'No one lives there.' })])).toEqual([]);
});

test.each<[NoteRule['rule'], number, string[]]>([
  ['always', 1, ['yes', 'in-part', 'no', 'not-evidenced']],
  ['below', 1, ['in-part', 'no', 'not-evidenced']],
  ['no', 1, ['no', 'not-evidenced']],
  ['no', 2, ['in-part', 'no', 'not-evidenced']],
  ['when', 1, ['no']],
  ['unless', 1, ['yes', 'in-part', 'not-evidenced']],
])('the note rule ‘%s’ at weight %i asks for a note with %s', (rule, weight, expected) => {
  const answers = rule === 'when' || rule === 'unless' ? { answers: ['no'] } : {};
  const form = one(prompt('safe', { weight, note: { rule, ...answers } }));
  const asks = ['yes', 'in-part', 'no', 'not-evidenced'].filter(
    (value) => missing(form, [answer('safe', value)]).length > 0,
  );
  expect(asks).toEqual(expected);
});

test('a blank note is none, and the rule’s own words say what to write', () => {
  const item = prompt('safe', { note: { rule: 'when', answers: ['yes'], ask: 'what and when' } });
  expect(missing(one(item), [answer('safe', 'yes', { note: '  ' })])).toEqual([['note', 'safe', 0]]);
  expect(noteRule(one(item), item, answer('safe', 'yes'), { facts: {}, computedGrade: null })).toBe(
    'Say what and when.',
  );
});

test('a repeated group without rows is a gap until ‘none in the period’ is ticked', () => {
  const item = prompt('seen', { group: 'visits' });
  const form = smallForm([
    section('one', [item], { repeats: [{ key: 'visits', each: 'each visit', none: 'No visits' }] }),
  ]);
  expect(missing(form, [])).toEqual([['rows', 'visits', 0]]);
  expect(missing(form, [], [{ group: 'visits', occurrence: 0 }])).toEqual([]);
  expect(missing(form, [], [{ group: 'visits', occurrence: 3 }])).toEqual([['unanswered', 'seen', 3]]);
});

test('a timescale with one date only is a gap, and a late one needs a reason from the list', () => {
  const form = one({
    key: 'plan',
    kind: 'timescale',
    question: 'In time?',
    from: { label: 'order made' },
    to: { label: 'plan agreed' },
    limits: [{ direction: 'within', amount: 5, unit: 'working-days' }],
    note: { rule: 'late' },
  });
  const at = (from: string, to: string | null, reason: string | null = null) =>
    missing(form, [answer('plan', JSON.stringify({ from, to }), { reason })]);
  expect(at('2026-06-01', null)).toEqual([['unanswered', 'plan', 0]]);
  expect(at('2026-06-01', '2026-06-08')).toEqual([]);
  expect(at('2026-06-01', '2026-06-09')).toEqual([['reason', 'plan', 0]]);
  expect(at('2026-06-01', '2026-06-09', 'because')).toEqual([['reason', 'plan', 0]]);
  expect(at('2026-06-01', '2026-06-09', 'not-recorded')).toEqual([]);
});

test('a late timescale needs a sentence beside its reason where the form asks what was done', () => {
  const form = one({
    key: 'paper',
    kind: 'timescale',
    question: 'The same day?',
    from: { label: 'decision' },
    to: { label: 'sent' },
    limits: [{ direction: 'same-day' }],
    note: { rule: 'late', ask: 'what was done about it' },
  });
  const sent = (to: string, more: Partial<Answer> = {}) =>
    gaps(
      {
        form,
        facts: {},
        answers: [answer('paper', JSON.stringify({ from: '2026-06-01', to }), more)],
        occurrences: [],
      },
      settings,
    ).map(({ words }) => words);
  expect(sent('2026-06-01')).toEqual([]);
  expect(sent('2026-06-02')).toEqual(['Choose the reason why it was late.', 'Say what was done about it.']);
  expect(sent('2026-06-02', { reason: 'staffing', note: 'Sent by hand.' })).toEqual([]);
});

test('a text may stay empty only where the form says so', () => {
  const words = { key: 'cause', kind: 'text', question: 'What was the cause?', length: 'short' } as const;
  expect(missing(one(words), [])).toEqual([['unanswered', 'cause', 0]]);
  expect(missing(one({ ...words, optional: true }), [])).toEqual([]);
});

test('‘Not met, reason given’ needs a reason from the list', () => {
  const form = one({ key: 'visited', kind: 'choice', question: 'Visited?', scale: 'compliance' });
  expect(missing(form, [answer('visited', 'not-met-with-reason')])).toEqual([['reason', 'visited', 0]]);
  expect(missing(form, [answer('visited', 'not-met-with-reason', { reason: 'child-missed' })])).toEqual([]);
});

test('an own grade that differs from the computed one needs its reason', () => {
  const form = smallForm([
    section('one', [prompt('safe')]),
    section('close', [
      { key: 'grade', kind: 'judgement', question: 'Grade?', scale: 'grades', note: { rule: 'differs-from-computed' } },
    ]),
  ]);
  expect(missing(form, [answer('safe', 'yes'), answer('grade', 'outstanding')])).toEqual([]);
  expect(missing(form, [answer('safe', 'yes'), answer('grade', 'good')])).toEqual([['note', 'grade', 0]]);
  expect(missing({ ...form, least: 2 }, [answer('safe', 'yes'), answer('grade', 'good')])).toEqual([]);
});

test('hidden questions are no gaps: the blank dip asks for nineteen answers', () => {
  expect(missing(readShipped('ten-minute-dip'), [])).toHaveLength(19);
  expect(missing(readShipped('ten-minute-dip'), [])[0]).toEqual(['unanswered', 'dip-safety-stop', 0]);
});

describe('a gateway item', () => {
  const form = readShipped('risk-of-harm');
  const settled = (answers: Answer[]) => {
    const applying = whatApplies({ form, facts: {}, answers, occurrences: [] });
    const gateway = applying.questions.find(({ item }) => item.key === 'harm-assessment-present');
    return gateway ? gatewaySettles(form, applying, gateway).map(({ item }) => item.key) : [];
  };

  test('offers to settle the scored questions below in its section once it says No or Not evidenced', () => {
    expect(settled([answer('harm-assessment-present', 'yes')])).toEqual([]);
    expect(settled([answer('harm-assessment-present', 'no')])).toHaveLength(9);
    expect(settled([answer('harm-assessment-present', 'not-evidenced')])).toContain('harm-who');
  });

  test('leaves alone what was answered by hand', () => {
    expect(settled([answer('harm-assessment-present', 'no'), answer('harm-who', 'in-part')])).not.toContain('harm-who');
  });
});
