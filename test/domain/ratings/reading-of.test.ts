import type { FilledForm } from '../../../server/domain/forms/filled.js';
import { readingOf, readingToCome } from '../../../server/domain/ratings/reading-of.js';
import { screen, wordOfShare } from '../../../server/domain/ratings/screening-2012.js';
import { answer, readShipped } from '../forms/shipped.js';

const filled = (
  form: string,
  values: Record<string, string>,
  facts: Record<string, string | number> = {},
): FilledForm => ({
  form: readShipped(form),
  facts,
  answers: Object.entries(values).map(([item, value]) => answer(item, value)),
  occurrences: [],
});
const values = (form: FilledForm, settled = new Map<string, string>()) => readingOf('C1', form, settled).values;

const judgements = {
  'judge-harm-assessment': 'not-sufficient',
  'judge-harm-planning': 'sufficient',
  'judge-safety-planning': 'not-sufficient',
};

describe('what a reading says on a key question', () => {
  const levels = { 'auditor-harm-level': 'low', 'auditor-safety-level': 'high' };
  it('is left out when the reader judged the level Low, whatever is recorded, and never in assessment', () => {
    const said = values(filled('court-case', { ...judgements, ...levels }));
    expect([said['2.1.3'], said['2.2.3'], said['2.2.2']]).toEqual(['not-sufficient', 'low', 'not-sufficient']);
  });

  it('rests on the reader’s level, never on the service’s', () =>
    expect(values(filled('court-case', { ...judgements, ...levels }, { rosh: 'very-high' }))['2.2.3']).toBe('low'));

  it('counts without a level when it was given, and is missing when it was not', () => {
    const said = values(filled('court-case', judgements));
    expect([said['2.2.3'], said['2.3.3']]).toEqual(['sufficient', 'missing']);
  });

  it('does not apply to reviewing until a review was due', () => {
    expect(values(filled('court-case', levels, { 'days-supervised': 90 }))['2.4.1']).toBe('does-not-apply');
    const due = values(filled('court-case', levels, { 'days-supervised': 91 }));
    expect([due['2.4.1'], due['2.4.2'], due['2.4.3']]).toEqual(['missing', 'missing', 'low']);
  });

  it('stays in when it cannot be told whether there was work, so that doubt shortens no form', () => {
    const out = (known: string) => values(filled('out-of-court-case', { 'facts-intervention': known }))['3.2.1'];
    expect([out('cannot-tell'), out('no')]).toEqual(['missing', 'does-not-apply']);
  });

  it('is what was settled afterwards, where something was', () => {
    const settled = new Map([['judge-harm-assessment', 'sufficient']]);
    expect(values(filled('court-case', judgements), settled)['2.1.3']).toBe('sufficient');
  });

  it('is missing throughout while the reading is not in', () => {
    const { values: said } = readingToCome('C1', readShipped('court-case'));
    expect(Object.keys(said).length).toBe(12);
    expect(new Set(Object.values(said))).toEqual(new Set(['missing']));
  });
});

describe('the screening of 2012 to 2017', () => {
  const file = (more: Record<string, string>) =>
    filled('start-of-order-2012', { 'facts-court-report': 'none', 'facts-significant-change': 'no', ...more });
  const themeOf = (files: FilledForm[], key: string) => screen(files).find(({ section }) => section === key)!;

  it('counts answers without weights: in part, no and not evidenced against, what does not apply out', () => {
    const answers = {
      'start-assessment-done': 'yes',
      'desist-behaviour': 'in-part',
      'desist-circumstances': 'not-evidenced',
      'desist-diversity': 'no',
      'desist-plan-services': 'yes',
      'start-review-reoffending': 'yes',
      'judge-theme-reoffending': 'sufficient',
    };
    const { answers: counted, files } = themeOf(
      [file(answers), file({ 'judge-theme-reoffending': 'not-sufficient' })],
      'theme-reoffending',
    );
    expect(counted).toEqual([
      { sufficient: 2, n: 5 },
      { sufficient: 0, n: 0 },
    ]);
    expect(files).toEqual({ sufficient: 1, n: 2 });
  });

  it('has the report as a line of its own, over files with a report', () => {
    const withReport = file({ 'facts-court-report': 'pre-sentence-report', 'judge-report': 'sufficient' });
    expect(themeOf([withReport, file({})], 'report').files).toEqual({ sufficient: 1, n: 1 });
    expect(screen([file({})]).length).toBe(5);
  });

  it('has four words for a share, by the bands that are remembered', () => {
    const word = (sufficient: number) => wordOfShare({ sufficient, n: 100 });
    expect([49, 50, 64, 65, 79, 80].map(word)).toEqual([
      'poor',
      'unsatisfactory',
      'unsatisfactory',
      'satisfactory',
      'satisfactory',
      'good',
    ]);
    expect(wordOfShare({ sufficient: 0, n: 0 })).toBeNull();
  });
});
