import { gradeScale, type GradeScale } from '../../../server/platform/svg/grade-scale.js';
import { intervals, type IntervalRow } from '../../../server/platform/svg/intervals.js';
import { leastPoints, run, type RunPoint } from '../../../server/platform/svg/run.js';

const named = { id: 'c', title: 'A <chart> & more' };

const north: IntervalRow = {
  kind: 'interval',
  label: 'North',
  value: 0.583,
  low: 0.32,
  high: 0.81,
  counted: '7 of 12',
};

const drawnRows = (...rows: IntervalRow[]): string => intervals({ ...named, measure: 'share', rows }).svg;

describe('a share with its range', () => {
  test('says figure, range and count in words, beside the drawing and in its description', () => {
    const svg = drawnRows(north);
    expect(svg).toContain('>58%</tspan> (32–81); 7 of 12</text>');
    expect(svg).toContain('North: 58%, range 32 to 81, 7 of 12.</desc>');
  });

  test('has the whole axis from 0 to 100, so that a small difference looks small', () => {
    const svg = drawnRows(north);
    for (const tick of ['>0<', '>25<', '>50<', '>75<', '>100%<']) expect(svg).toContain(tick);
    expect(svg).toContain('cx="424.1"');
  });

  test('a score is never given as a per cent', () => {
    const { svg } = intervals({ ...named, measure: 'score', rows: [{ ...north, counted: '12 audits' }] });
    expect(svg).toContain('>0.58</tspan> (0.32–0.81); 12 audits');
    expect(svg).not.toContain('%');
  });

  test('too few for a share are drawn as squares, without a figure', () => {
    const svg = drawnRows({ kind: 'few', label: 'South', marks: ['yes', 'no', 'no'], counted: '1 of 3' });
    expect(svg).toContain('too few for a share');
    expect(svg).toContain('1 of 3');
    expect(svg).not.toMatch(/circle|3%/);
  });

  test('what may not be shown leaves neither figure nor square', () => {
    const svg = drawnRows({ kind: 'held', label: 'South' });
    expect(svg).toContain('South: too few to show.');
    expect(svg).not.toMatch(/circle|class="u-/);
  });

  test('a long name takes two lines and stays out of the drawing', () => {
    const svg = drawnRows({ ...north, label: 'Court and Community North with Prevention' });
    expect(svg).toContain('>Court and Community North</text>');
    expect(svg).toContain('>with Prevention</text>');
  });
});

test('everything that is said is escaped', () => {
  const svg = drawnRows({ ...north, label: '<script>"x"</script>' }, { kind: 'heading', label: 'a < b' });
  expect(svg).not.toContain('<script>');
  expect(svg).toContain('<title id="c-t">A &lt;chart&gt; &amp; more</title>');
});

test('a chart carries no style, which the content policy would refuse, and is an image with a name', () => {
  const svg = drawnRows(north);
  expect(svg).not.toContain('style=');
  expect(svg).toContain('role="img" aria-labelledby="c-t c-d"');
});

const points = (n: number): RunPoint[] =>
  Array.from({ length: n }, (_, i) => ({
    label: `Q${i}`,
    under: null,
    value: 0.5,
    low: 0.3,
    high: 0.7,
    counted: '5 of 10',
  }));

const runOf = (of: readonly RunPoint[], verdict: string | null = null): string =>
  run({ ...named, measure: 'share', points: of, median: 0.56, verdict }).svg;

describe('a run', () => {
  test('under twelve points has hollow points, no line and says that it is a trial', () => {
    const svg = runOf(points(leastPoints - 1), 'A shift');
    expect(svg).toContain('Trial: 11 points. No verdict before 12.');
    expect(svg).toContain('c-hollow');
    expect(svg).not.toMatch(/c-line|A shift/);
  });

  test('from twelve points on has a line and the rule that was met', () => {
    const svg = runOf(points(leastPoints), 'A shift');
    expect(svg).toContain('A shift');
    expect(svg).toContain('c-line');
    expect(svg).not.toMatch(/c-hollow|Trial/);
  });

  test('a period with nothing to show counts as no point, says so and breaks the line', () => {
    const gap: RunPoint = { label: 'Q', under: '2026', value: null, low: null, high: null, counted: 'too few' };
    const svg = runOf([...points(6), gap, ...points(6)]);
    expect(svg).toContain('>too few</text>');
    expect(svg.match(/class="c-line" d="([^"]*)"/)?.[1]?.match(/M/g)).toHaveLength(2);
    expect(runOf([...points(6), gap, ...points(5)])).toContain('Trial: 11 points');
  });

  test('the median is named at its end', () => {
    expect(runOf(points(3))).toContain('median 56%');
    expect(run({ ...named, measure: 'share', points: points(3), median: null, verdict: null }).svg).not.toContain(
      'median',
    );
  });
});

describe('the scale of grades', () => {
  const scale = (changes: Partial<GradeScale>): string =>
    gradeScale({
      ...named,
      bands: [
        { key: 'inadequate', label: 'Inadequate', from: 0 },
        { key: 'requires-improvement', label: 'Requires improvement', from: 0.45 },
        { key: 'good', label: 'Good', from: 0.7 },
        { key: 'outstanding', label: 'Outstanding', from: 0.9 },
      ],
      score: 0.745,
      limit: null,
      own: null,
      ...changes,
    }).svg;

  test('names each band with what it takes', () => {
    const svg = scale({});
    for (const says of ['under 0.45', '0.45 to 0.70', '0.70 to 0.90', '0.90 on', 'score 0.745'])
      expect(svg).toContain(says);
    expect(svg).toContain('The score is 0.745, in the band Good.');
  });

  test('shows what limits the grade, and how many rules', () => {
    const svg = scale({ limit: { key: 'requires-improvement', rules: 2 } });
    expect(svg).toContain('limited to here by 2 rules');
    expect(svg).toContain('2 rules limit the computed grade to Requires improvement.');
    expect(scale({ limit: { key: 'inadequate', rules: 1 } })).toContain(
      '1 rule limits the computed grade to Inadequate.',
    );
    expect(scale({})).not.toContain('limited');
  });

  test('shows the auditor’s own grade with its name, inside the drawing at either end', () => {
    expect(scale({ own: { key: 'inadequate', label: 'Own grade' } })).toMatch(/text-anchor="start">Own grade/);
    expect(scale({ own: { key: 'outstanding', label: 'Own grade' } })).toMatch(/text-anchor="end">Own grade/);
  });

  test('a score just under a band by rounding alone is said as the band has it', () => {
    expect(scale({ score: 0.6499999999999999 })).toContain('score 0.65<');
    expect(scale({ score: 1 })).toContain('score 1<');
  });

  test('refuses a grade that it has no band for', () => {
    expect(() => scale({ own: { key: 'superb', label: 'Own' } })).toThrow("no band 'superb'");
  });
});
