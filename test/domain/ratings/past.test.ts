import published from '../../fixtures/published-inspections.json';
import { figureInWords, inOneLine, pastFormats, readFigures } from '../../../server/domain/ratings/past-formats.js';
import { publishedInWords, readPublishedOn } from '../../../server/domain/ratings/published-on.js';
import { publishedResults } from '../../../server/domain/ratings/published-results.js';

describe('the figures of a past result', () => {
  it('are kept as they were printed, each in the format of its day', () => {
    expect(readFigures('core-case', { safeguarding: '69 %', harm: '60', 'harm-needs': 'Moderate' })).toEqual({
      figures: { safeguarding: '69', harm: '60', 'harm-needs': 'Moderate' },
      faults: [],
    });
    expect(inOneLine('core-case', { safeguarding: '69', harm: '60' })).toBe(
      'Safeguarding 69%; risk of harm to others 60%',
    );
    expect(inOneLine('2018-2024', { overall: 'good', points: '25', '1.1': 'good' })).toBe(
      'Overall Good; points of 36: 25; 1 standards',
    );
    expect(figureInWords({ kind: 'rating' }, 'requires-improvement')).toBe('Requires improvement');
  });

  it.each([
    ['none at all', 'core-case', {}, 'safeguarding'],
    ['a per cent over 100', 'core-case', { harm: '101' }, 'harm'],
    ['a per cent that is no whole number', 'screening', { public: '69.5' }, 'public'],
    ['a word of another format', 'joint', { public: 'Outstanding' }, 'public'],
    ['points over 36', '2018-2024', { points: '37' }, 'points'],
  ] as const)('are refused for %s', (_, format, typed, field) =>
    expect(readFigures(format, typed).faults.map((fault) => fault.field)).toEqual([field]),
  );

  it('are refused when twelve standards do not add up to the points that are given', () => {
    const standards = Object.fromEntries(
      pastFormats['2018-2024'].fields.filter(({ key }) => /^[123]\.\d$/.test(key)).map(({ key }) => [key, 'good']),
    );
    expect(readFigures('2018-2024', { ...standards, '4.1': 'outstanding', points: '24' }).faults).toEqual([]);
    expect(readFigures('2018-2024', { ...standards, points: '27' }).faults[0]?.message).toContain('add up to 24');
    expect(readFigures('2018-2024', { points: '27', '1.1': 'good' }).faults).toEqual([]);
  });
});

test('when it was published is a day, a month or a year, as exactly as it is known', () => {
  expect(['12 May 2016', 'May 2016', 'sept 2014', '2012', 'once'].map(readPublishedOn)).toEqual([
    '2016-05-12',
    '2016-05',
    '2014-09',
    '2012',
    null,
  ]);
  expect(['2016-05-12', '2016-05', '2012'].map(publishedInWords)).toEqual(['12 May 2016', 'May 2016', '2012']);
});

describe('the published results that stand beside a service’s own', () => {
  it('would all be taken if they were entered by hand', () => {
    expect(publishedResults.length).toBeGreaterThan(60);
    expect(publishedResults.filter(({ format, figures }) => readFigures(format, figures).faults.length > 0)).toEqual(
      [],
    );
    expect(
      publishedResults.filter(
        ({ publishedOn }) => publishedOn !== '' && readPublishedOn(publishedOn) === null && publishedOn.length !== 7,
      ),
    ).toEqual([]);
  });

  it('hold the core case figures as they were published', () => {
    const held = publishedResults.filter(({ format }) => format === 'core-case');
    for (const one of published.core_case_inspection_percentages) {
      const figures = held.find(({ service }) => service === one.service)?.figures;
      expect([one.service, figures?.['safeguarding'], figures?.['harm']]).toEqual([
        one.service,
        String(one.safeguarding_pct),
        String(one.risk_of_harm_pct),
      ]);
    }
  });
});
