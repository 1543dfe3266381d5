import { whatApplies } from '../../../server/domain/forms/applies.js';
import type { FormDocument, Item } from '../../../server/domain/forms/document.js';
import type { Facts } from '../../../server/domain/forms/filled.js';
import { asksCompliance, isPrompt, isScored } from '../../../server/domain/forms/scales.js';
import { themes } from '../../../server/domain/forms/themes.js';
import { everyRow, readShipped } from './shipped.js';

const facts: Facts = {
  'order-type': 'youth-caution',
  'order-group': 'out-of-court',
  status: 'open',
  rosh: 'low',
  safety: 'low',
  'looked-after': 'no',
  'custody-entry': null,
  'days-supervised': 60,
  'days-to-end': 90,
};
const lowAndLow = { 'auditor-harm-level': 'low', 'auditor-safety-level': 'low', 'facts-other-plans': 'none' };
const unchanged = { 'facts-significant-change': 'no', 'facts-subject': 'child' };
const serious = {
  'auditor-harm-level': 'high',
  'facts-named-victim': 'yes',
  'facts-significant-change': 'yes',
  'facts-subject': 'child',
  'facts-court-report': 'pre-sentence-report',
};

interface Reading {
  name: string;
  facts: Facts;
  answers: Readonly<Record<string, string>>;
  meets: Readonly<Record<string, string>>;
}

const cases: readonly Reading[] = [
  {
    name: 'out of court, low and low, with work',
    facts,
    answers: { ...lowAndLow, ...unchanged, 'facts-named-victim': 'yes', 'facts-intervention': 'yes' },
    meets: { 'out-of-court-case': '34 + 5 + 2', 'children-and-victims-2025': '20 + 5 + 0' },
  },
  {
    name: 'referral order, low and low, two months in',
    facts: { ...facts, 'order-type': 'referral-order', 'order-group': 'court-community' },
    answers: { ...lowAndLow, ...unchanged, 'facts-named-victim': 'no', 'facts-court-report': 'panel-report' },
    meets: {
      'court-case': '32 + 5 + 0',
      'start-of-order-2012': '28 + 0 + 0',
      'children-and-victims-2025': '18 + 5 + 0',
    },
  },
  {
    name: 'YRO with ISS, high and high, looked after, seven months in',
    facts: { ...facts, 'order-group': 'court-community', 'looked-after': 'yes', 'days-supervised': 210 },
    answers: { ...serious, 'auditor-safety-level': 'high', 'facts-other-plans': 'looked-after' },
    meets: {
      'court-case': '62 + 12 + 0',
      'start-of-order-2012': '37 + 0 + 0',
      'children-and-victims-2025': '32 + 9 + 0',
    },
  },
  {
    name: 'detention and training order, high and medium, released',
    facts: {
      ...facts,
      'order-group': 'custody',
      'custody-entry': '2026-05-04',
      'days-supervised': 210,
      'days-to-end': 50,
    },
    answers: {
      ...serious,
      'auditor-safety-level': 'medium',
      'facts-other-plans': 'child-in-need',
      'facts-released': 'yes',
      'facts-remand': 'no',
    },
    meets: {
      'court-case': '62 + 12 + 0',
      resettlement: '27 + 0 + 12',
      'start-of-order-2012': '37 + 0 + 0',
      'children-and-victims-2025': '32 + 9 + 0',
    },
  },
  {
    name: 'a victim who was not offered contact',
    facts,
    answers: { 'facts-subject': 'victim', 'victim-contacted': 'no' },
    meets: { 'children-and-victims-2025': '9 + 1 + 0' },
  },
];

describe('how much a reading meets: prompts or scored items, key questions, rules of compliance', () => {
  test.each(cases)('$name', ({ facts, answers, meets }) => {
    for (const [key, counts] of Object.entries(meets)) {
      expect([key, metBy(readShipped(key), facts, answers)]).toEqual([key, counts]);
    }
  });

  test('leadership evidence, issue of 2021, with resettlement cases: 20 questions and six ratings', () => {
    const form = readShipped('leadership-evidence');
    const answers = { 'facts-framework-year': 'issue-2021', 'facts-resettlement-cases': 'yes' };
    const items = itemsMet(form, facts, answers);
    expect(items.filter((item) => item.kind === 'choice' && item.scale === 'evidence')).toHaveLength(20);
    expect(items.filter((item) => item.kind === 'judgement')).toHaveLength(6);
    expect(form.measures).toBe('service');
  });
});

// In the order of the forms: court, out of court, resettlement, start of order, leadership, 2025.
test.each([
  ['assessment', 22, 24, 0, 17, 0, 15],
  ['planning', 24, 18, 5, 12, 0, 13],
  ['contingency', 2, 2, 1, 2, 0, 2],
  ['delivery', 15, 13, 5, 4, 2, 10],
  ['reviewing', 13, 0, 2, 1, 0, 3],
  ['harm-to-others', 13, 9, 2, 7, 0, 10],
  ['child-safety', 11, 8, 5, 6, 1, 7],
  ['interplay', 2, 1, 0, 1, 0, 1],
  ['victims', 5, 5, 1, 2, 0, 20],
  ['partners', 12, 13, 9, 4, 5, 7],
  ['childs-voice', 4, 3, 5, 3, 0, 3],
  ['diversity', 3, 3, 0, 3, 2, 4],
  ['oversight', 3, 2, 2, 3, 2, 1],
  ['timeliness', 0, 2, 13, 0, 0, 0],
  ['recording', 1, 1, 2, 3, 2, 2],
  ['transitions', 1, 2, 28, 0, 2, 1],
] as const)('items about %s', (theme, ...counts) => {
  const keys = [
    'court-case',
    'out-of-court-case',
    'resettlement',
    'start-of-order-2012',
    'leadership-evidence',
    'children-and-victims-2025',
  ];
  const about = (item: Item) => 'themes' in item && item.themes?.includes(theme);
  expect(keys.map((key) => itemsOf(readShipped(key)).filter(about).length)).toEqual(counts);
  expect(themes.map(({ key }) => key)).toContain(theme);
});

describe('key questions', () => {
  test('a court case has twelve in four standards, an out-of-court case nine in three', () => {
    const named = (key: string) =>
      itemsOf(readShipped(key)).flatMap((item) => ('keyQuestion' in item ? item.keyQuestion : []));
    const all = (standards: string[]) => standards.flatMap((standard) => [1, 2, 3].map((n) => `${standard}.${n}`));
    expect(named('court-case')).toEqual(all(['2.1', '2.2', '2.3', '2.4']));
    expect(named('out-of-court-case')).toEqual(all(['3.1', '3.2', '3.3']));
  });

  test.each(['court-case', 'out-of-court-case', 'children-and-victims-2025'])(
    'of %s alone carry weight, and each demands its reason',
    (key) => {
      const form = readShipped(key);
      const weighted = itemsOf(form).filter((item) => isScored(form, item));
      expect(weighted.every((item) => item.kind === 'judgement' && item.keyQuestion && item.weight === 1)).toBe(true);
      expect(weighted.every((item) => 'note' in item && item.note?.rule === 'always')).toBe(true);
    },
  );
});

test('a paper that went late on entry to custody needs its cause and what was done', () => {
  const papers = readShipped('resettlement').sections.find(({ key }) => key === 'entry-papers')?.items ?? [];
  expect(papers).toHaveLength(7);
  for (const item of papers) expect('note' in item && item.note?.ask).toMatch(/what was done about it$/);
});

const itemsOf = (form: FormDocument): Item[] => form.sections.flatMap(({ items }) => items);

function itemsMet(form: FormDocument, facts: Facts, answers: Readonly<Record<string, string>>): Item[] {
  const occurrences = form.sections.flatMap(({ repeats = [] }) =>
    repeats.map(({ key }) => ({ group: key, occurrence: 1 })),
  );
  return whatApplies({ form, facts, answers: everyRow(form, answers), occurrences }).questions.map(({ item }) => item);
}

function metBy(form: FormDocument, facts: Facts, answers: Readonly<Record<string, string>>): string {
  const items = itemsMet(form, facts, answers);
  const weighs = form.key === 'resettlement' || form.key === 'start-of-order-2012';
  const prompts = items.filter((item) => isPrompt(form, item) && !asksCompliance(item));
  return [
    prompts.filter((item) => !weighs || isScored(form, item)),
    items.filter((item) => item.kind === 'judgement' && isScored(form, item)),
    items.filter(asksCompliance),
  ]
    .map(({ length }) => length)
    .join(' + ');
}
