import fc from 'fast-check';
import { createChance } from '../../../server/commands/demo/chance.js';
import { fillForm } from '../../../server/commands/demo/fill-form.js';
import { whatApplies } from '../../../server/domain/forms/applies.js';
import { check } from '../../../server/domain/forms/check/check.js';
import { placesOf } from '../../../server/domain/forms/check/places.js';
import type { FormDocument } from '../../../server/domain/forms/document.js';
import type { Answer, Facts, FilledForm } from '../../../server/domain/forms/filled.js';
import { gaps } from '../../../server/domain/forms/gaps.js';
import { beforeAndAfter } from '../../../server/domain/forms/reaudit/compare.js';
import type { EarlierAudit } from '../../../server/domain/forms/reaudit/earlier.js';
import { fixedQuestions } from '../../../server/domain/forms/reaudit/fixed-questions.js';
import { generateReaudit } from '../../../server/domain/forms/reaudit/generate.js';
import { proposalFor, wholeFormAdvised } from '../../../server/domain/forms/reaudit/proposals.js';
import { takenItems } from '../../../server/domain/forms/reaudit/take.js';
import { scoreAudit } from '../../../server/domain/scoring/score-audit.js';
import { anyForm } from './generated-form.js';
import { libraryKeys, readForm, readShipped } from './shipped.js';

const settings = { readOn: '2026-11-24', acceptedReasons: new Set(['child-missed']), limits: {} };
const making = { from: '2026-10-15', seed: '4f1c-20ab-99d0-7e13-b1c2', version: 1, use: 'same-case' as const };
const caseFacts: Facts = {
  ...{ 'order-type': 'yro-iss', 'order-group': 'court-community', status: 'open', rosh: 'high', safety: 'medium' },
  ...{ 'started-on': '2026-05-14', 'days-supervised': 194, 'days-to-end': 200, age: 16, mappa: null },
};

function readWhole(form: FormDocument, facts: Facts, seed: number, skill = 0.5): FilledForm {
  const given = { skill: () => skill, chance: createChance(seed), settings };
  return { form, facts, ...fillForm({ form, facts, answers: [], occurrences: [] }, given) };
}

const earlierOf = (filled: FilledForm, actionItems: string[] = []): EarlierAudit => ({
  ...{ id: 12, form: filled.form, actionItems },
  results: scoreAudit(filled, settings).items,
});

const keysIn = (form: FormDocument): string[] => placesOf(form).map(({ item }) => item.key);
const fixedKeys = fixedQuestions.items.map(({ key }) => key);

describe('the example: an audit of risk of harm with six weak answers', () => {
  const form = readShipped('risk-of-harm');
  const weak: Record<string, string> = {
    'harm-who': 'in-part',
    'harm-plan-contingency': 'no',
    'harm-review-triggered': 'not-evidenced',
    'oversight-content': 'no',
    'judge-harm-planning': 'not-sufficient',
    'panel-held': JSON.stringify({ from: '2026-06-01', to: '2026-09-30' }),
  };
  const best: Record<string, string> = {
    ...{ 'auditor-harm-level': 'high', 'auditor-safety-level': 'medium', 'facts-significant-change': 'yes' },
    ...{ 'facts-named-victim': 'yes', 'facts-other-plans': 'none' },
  };
  const earlier = earlierOf(answered(form, caseFacts, { ...best, ...weak }));
  const ended = { ...caseFacts, status: 'closed', 'days-to-end': -7 };
  const { document, taken, dropped } = generateReaudit(earlier, { ...making, facts: ended });

  it('asks the six again under their keys, with the two answers that their conditions read', () => {
    expect(taken.toSorted()).toEqual(Object.keys(weak).toSorted());
    expect(dropped).toEqual([]);
    expect(keysIn(document!)).toEqual(expect.arrayContaining(['auditor-harm-level', 'facts-significant-change']));
  });

  it('adds two that were answered well and the seven fixed questions: seventeen, and the short close', () => {
    const asked = document!.sections.filter(({ key }) => key !== 'close').flatMap(({ items }) => items);
    expect(asked).toHaveLength(17);
    expect(asked.map(({ key }) => key).slice(-7)).toEqual(fixedKeys);
    const close = document!.sections.at(-1)!;
    expect(close.items.map(({ key }) => key)).toEqual([
      ...['close-harm-level', 'auditor-safety-level', 'close-child-safe-now', 'close-others-safe-now'],
      ...['close-strengths', 'close-improve'],
    ]);
  });

  it('keeps the order and the headings of the form, and gives no grade', () => {
    const sections = document!.sections.map(({ title }) => title);
    expect(sections).toEqual([
      ...['About this file', 'Assessment', 'Planning', 'Reviewing', 'MAPPA and the risk panel', 'Management oversight'],
      ...['Since the last audit', 'Your conclusions'],
    ]);
    expect(document!.bands).toBeUndefined();
    expect(check(document!)).toEqual([]);
    expect(readForm(document)).toEqual(document);
  });

  it('says that the plan is put right, and that no hearing has been due since', () => {
    const second = answered(document!, ended, { ...best, 'panel-held': 'does-not-apply' });
    const read = {
      document: document!,
      results: scoreAudit(second, settings).items,
      leftOut: whatApplies(second).leftOut,
    };
    const { rows, counts, anchors } = beforeAndAfter(earlier, read);
    const kindOf = (key: string) => rows.find(({ item }) => item === key)?.kind;
    expect(kindOf('harm-plan-contingency')).toBe('put-right');
    expect(kindOf('panel-held')).toBe('not-yet-due');
    expect(counts).toMatchObject({ 'put-right': 5, 'not-yet-due': 1, same: 0 });
    expect(anchors).toEqual({ asked: 2, still: 2 });
  });
});

/** Every question at its best, but for those given. */
function answered(form: FormDocument, facts: Facts, given: Readonly<Record<string, string>>): FilledForm {
  const whole = readWhole(form, facts, 1, 1);
  let filled: FilledForm = whole;
  for (let round = 0; round < 6; round += 1) {
    const answers = whatApplies(filled).questions.flatMap(({ item, occurrence }): Answer[] => {
      if (item.kind === 'echo') return [];
      const chosen = given[item.key] ?? (item.kind === 'timescale' ? '{"from":"2026-06-01","to":"2026-06-01"}' : null);
      const first =
        item.kind === 'judgement' && item.scale === 'sufficient' ? 'sufficient' : (topOf(form, item.key) ?? 'yes');
      return [{ item: item.key, occurrence, value: chosen ?? first, note: 'Seen.', evidence: null, reason: null }];
    });
    filled = { ...filled, answers };
  }
  return filled;
}

function topOf(form: FormDocument, key: string): string | null {
  const item = placesOf(form).find((place) => place.item.key === key)?.item;
  if (item?.kind !== 'choice') return null;
  if (item.scale === 'compliance') return 'met';
  if (item.scale === 'right') return 'right';
  return item.options?.[0]?.key ?? 'yes';
}

describe('what is asked again', () => {
  const base = readShipped('risk-of-harm');
  const results = (more: Partial<EarlierAudit['results'][number]> & { item: string; outcome: string }) => [
    { occurrence: 0, worth: null, weight: 0, ...more },
  ];

  it('is what an action names, though it was answered well', () => {
    const found = results({ item: 'harm-sources', outcome: 'yes', worth: 1, weight: 1 });
    expect(takenItems({ id: 1, form: base, results: found, actionItems: [] })).toEqual([]);
    expect(takenItems({ id: 1, form: base, results: found, actionItems: ['harm-sources'] })).toEqual(['harm-sources']);
  });

  it('is every prompt below a gateway that was closed, whatever stood there', () => {
    const found = [
      ...results({ item: 'harm-plan-present', outcome: 'no', worth: 0, weight: 2 }),
      ...results({ item: 'harm-plan-causes', outcome: 'yes', worth: 1, weight: 1 }),
    ];
    expect(takenItems({ id: 1, form: base, results: found, actionItems: [] })).toEqual([
      'harm-plan-present',
      'harm-plan-causes',
    ]);
  });

  it('is not what the case can’t meet any more: that is listed with the reason, and not called put right', () => {
    const form = readShipped('risk-of-harm');
    const found = results({ item: 'mappa-manager-entry', outcome: 'no', worth: 0, weight: 1 });
    const weak = results({ item: 'harm-who', outcome: 'no', worth: 0, weight: 2 });
    const { document, dropped } = generateReaudit(
      { id: 3, form, results: [...found, ...weak], actionItems: [] },
      { ...making, facts: { ...caseFacts, mappa: null } },
    );
    expect(dropped).toEqual([
      { item: 'mappa-manager-entry', kind: 'no-longer-possible', because: 'no MAPPA level is recorded' },
    ]);
    expect(keysIn(document!)).not.toContain('mappa-manager-entry');
    const gone = { ...caseFacts, status: 'open', 'days-to-end': 300 };
    const exit = results({ item: 'harm-exit', outcome: 'no', worth: 0, weight: 1 });
    const again = generateReaudit(
      { id: 3, form, results: [...exit, ...weak], actionItems: [] },
      { ...making, facts: gone },
    );
    expect(again.dropped).toEqual([
      expect.objectContaining({ item: 'harm-exit', kind: 'not-yet-due', because: expect.any(String) as string }),
    ]);
    expect(keysIn(again.document!)).not.toContain('harm-exit');
    expect(again.document!.source!.dropped).toEqual(again.dropped);
  });

  it('is nothing where nothing fell short', () => {
    const found = results({ item: 'harm-who', outcome: 'yes', worth: 1, weight: 2 });
    expect(
      generateReaudit({ id: 1, form: base, results: found, actionItems: [] }, { ...making, facts: caseFacts }),
    ).toEqual({ document: null, taken: [], dropped: [] });
  });
});

describe('for any audit', () => {
  const libraryAudit = fc
    .record({ key: fc.constantFrom(...libraryKeys), seed: fc.nat(1000), skill: fc.constantFrom(0.2, 0.5, 0.8) })
    .map(({ key, seed, skill }) => readWhole(readShipped(key), caseFacts, seed, skill));
  const anyAudit = fc
    .record({ form: anyForm, seed: fc.nat(1000) })
    .map(({ form, seed }) => readWhole(form, caseFacts, seed));

  const holds = (filled: FilledForm) => {
    const earlier = earlierOf(filled);
    const made = generateReaudit(earlier, { ...making, facts: caseFacts });
    const again = generateReaudit(earlier, { ...making, facts: caseFacts });
    expect(JSON.stringify(again)).toBe(JSON.stringify(made));
    if (!made.document) return;
    const { document } = made;
    expect(check(document)).toEqual([]);
    expect(() => readForm(document)).not.toThrow();
    expect(keysIn(document)).toEqual(expect.arrayContaining([...made.taken]));
    for (const key of made.taken) {
      const [was, is] = [filled.form, document].map(
        (form) => placesOf(form).find(({ item }) => item.key === key)!.item as { question: string; weight?: number },
      );
      expect([is!.question, is!.weight]).toEqual([was!.question, was!.weight]);
    }
    const second = readWhole(document, caseFacts, 5);
    expect(gaps(second, settings)).toEqual([]);
    const score = scoreAudit(second, settings);
    expect(score.computedGrade).toBeNull();
    const leftOut = whatApplies(second).leftOut;
    const { rows, counts } = beforeAndAfter(earlier, { document, results: score.items, leftOut });
    expect(rows.map(({ item }) => item)).toEqual(takenItems(earlier));
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(rows.length);
  };

  it('of the library a re-audit passes the checker, can be read whole and is set beside the first', () => {
    fc.assert(fc.property(libraryAudit, holds), { numRuns: 40, endOnFailure: true });
  });

  it('on any form that the checker accepts too', () => {
    fc.assert(fc.property(anyAudit, holds), { numRuns: 100, endOnFailure: true });
  });

  it('another seed draws other anchors out of the same sections, and changes nothing else', () => {
    const earlier = earlierOf(readWhole(readShipped('risk-of-harm'), caseFacts, 3, 0.7));
    const seeds = ['a', 'b', 'c', 'd', 'e'].map((seed) =>
      generateReaudit(earlier, { ...making, seed, facts: caseFacts }),
    );
    expect(new Set(seeds.map(({ taken }) => taken.join())).size).toBe(1);
    expect(new Set(seeds.map(({ document }) => keysIn(document!).join())).size).toBeGreaterThan(1);
  });
});

describe('what is proposed for an action', () => {
  const row = (item: string, kind: 'put-right' | 'same' | 'not-yet-due') => ({
    ...{ item, kind, before: 'no', after: 'yes', because: null },
  });

  it('is to close it when all that it is about is put right, and to reopen it when something is not', () => {
    const rows = [row('a', 'put-right'), row('b', 'same')];
    expect(proposalFor({ item: 'a', state: 'completed' }, rows)).toBe('close');
    expect(proposalFor({ item: 'b', state: 'verified' }, rows)).toBe('reopen');
    expect(proposalFor({ item: null, state: 'open' }, rows)).toBe('reopen');
    expect(proposalFor({ item: null, state: 'open' }, [row('a', 'put-right'), row('c', 'not-yet-due')])).toBe('decide');
    expect(proposalFor({ item: 'a', state: 'dropped' }, rows)).toBeNull();
  });

  it('is the whole form again after more than twenty questions, or an Inadequate out of three sections', () => {
    expect([wholeFormAdvised(20, 'good', 0), wholeFormAdvised(21, 'good', 0)]).toEqual([false, true]);
    expect([wholeFormAdvised(5, 'inadequate', 2), wholeFormAdvised(5, 'inadequate', 3)]).toEqual([false, true]);
  });
});
