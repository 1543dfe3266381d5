import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsFrom } from '../../../server/domain/audits/fact-values.js';
import { placeOf } from '../../../server/domain/audits/item-of.js';
import { noteHint } from '../../../server/domain/audits/note-hint.js';
import { stateInWords } from '../../../server/domain/audits/section-states.js';
import { mayFollow, mayWrite, states, type State } from '../../../server/domain/audits/states.js';
import { sumOf } from '../../../server/domain/audits/timescale-sum.js';
import type { FormDocument, TimescaleItem } from '../../../server/domain/forms/document.js';
import { timescaleResult } from '../../../server/domain/scoring/timescale.js';

const form = (key: string) =>
  JSON.parse(readFileSync(join(__dirname, '../../../schemas/forms', key, '1.json'), 'utf8')) as FormDocument;

test('an audit goes only from state to state as the table of states says', () => {
  const allowed = states.flatMap((from) => states.filter((to) => mayFollow(from, to)).map((to) => `${from} → ${to}`));
  expect(allowed).toEqual([
    'assigned → assigned',
    'assigned → in-progress',
    'assigned → withdrawn',
    'in-progress → assigned',
    'in-progress → submitted',
    'in-progress → withdrawn',
    'submitted → returned',
    'submitted → agreed',
    'returned → submitted',
  ]);
});

test.each(states.map((state) => [state]))('who may write in the state %s', (state: State) => {
  const audit = { auditorId: 7, state };
  expect(mayWrite(audit, 7)).toBe(state === 'in-progress' || state === 'returned');
  expect(mayWrite(audit, 8)).toBe(false);
});

test.each([
  [{ asked: 7, answered: 0, gaps: 0 }, 'not begun'],
  [{ asked: 7, answered: 5, gaps: 1 }, '5 of 7'],
  [{ asked: 7, answered: 7, gaps: 1 }, '7 of 7'],
  [{ asked: 7, answered: 7, gaps: 0 }, 'done'],
  [{ asked: 0, answered: 0, gaps: 0 }, 'done'],
])('a section with %o is ‘%s’', (state, words) => {
  expect(stateInWords({ key: 'a', title: 'A', ...state })).toBe(words);
});

test('days of supervision are counted to the audit, or to the end where that came first', () => {
  const facts = (ends: string | null) =>
    factsFrom(
      new Map([
        ['started-on', '2026-05-14'],
        ['ends-on', ends],
        ['read-on', '2026-11-24'],
        ['age', '16'],
      ]),
    );
  expect(facts('2027-11-13')).toMatchObject({ 'days-supervised': 194, 'days-to-end': 354, age: 16 });
  expect(facts('2026-05-24')).toMatchObject({ 'days-supervised': 10, 'days-to-end': -184 });
  expect(facts(null)).toMatchObject({ 'days-supervised': 194, 'days-to-end': null });
});

test.each([
  ['dip-voice', 'A note is needed with ‘No’ and ‘Not evidenced’.'],
  ['dip-contingency', 'A note is needed with ‘In part’, ‘No’ and ‘Not evidenced’.'],
  ['dip-safety-stop', 'A note is needed with ‘Yes’ and ‘Cannot tell’.'],
  ['auditor-harm-level', 'A note is needed when your level is not the service’s.'],
  ['close-strengths', null],
])('what %s says of its note before it is missed', (key, words) => {
  const dip = form('ten-minute-dip');
  const place = placeOf(dip, key);
  expect(place && noteHint(dip, place.item)).toBe(words);
});

test.each([
  [
    'ns-first-contact',
    '2026-04-01',
    '2026-04-09',
    'Met',
    '4 working days; the limit is within 5 working days, to 10 Apr 2026; Easter left out.',
  ],
  ['ns-first-contact', '2026-05-14', 'not-done', 'Not met', 'the limit is within 5 working days, to 21 May 2026.'],
  ['ns-first-contact', 'no-trace', '2026-05-20', 'Not evidenced', 'the limit is within 5 working days.'],
])('the sum of %s from %s to %s', (key, from, to, outcome, words) => {
  const item = placeOf(form('national-standards-2013'), key)?.item as TimescaleItem;
  const nothing = { fact: () => null, answer: () => null };
  const settings = { readOn: '2026-11-24', acceptedReasons: new Set<string>(), limits: {} };
  const result = timescaleResult(item, JSON.stringify({ from, to }), null, nothing, settings);
  expect(result && sumOf(result, { from, to })).toEqual({ outcome, words });
});
