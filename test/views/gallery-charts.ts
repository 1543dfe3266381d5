import { gradeScale } from '../../server/platform/svg/grade-scale.js';
import { intervals } from '../../server/platform/svg/intervals.js';
import { run, type RunPoint } from '../../server/platform/svg/run.js';
import type { Mark } from '../../server/platform/svg/units.js';

export const marks = (yes: number, part: number, no: number, none = 0): Mark[] => [
  ...Array<Mark>(yes).fill('yes'),
  ...Array<Mark>(part).fill('in-part'),
  ...Array<Mark>(no).fill('no'),
  ...Array<Mark>(none).fill('not-evidenced'),
];

export function charts(): object {
  const quarters = ['Apr–Jun', 'Jul–Sep', 'Oct–Dec', 'Jan–Mar', 'Apr–Jun', 'Jul–Sep', 'Oct–Nov'];
  const shares = [0.45, 0.5, 0.54, 0.56, 0.6, 0.64, 0.63];
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan'];
  return {
    teamsChart: intervals({
      id: 'teams-chart',
      title: 'Share of audits good enough on victims, with 95% range',
      measure: 'share',
      rows: [
        {
          kind: 'interval',
          label: 'Northbeck, all 38',
          value: 0.605,
          low: 0.45,
          high: 0.74,
          counted: '23 of 38',
          strong: true,
        },
        { kind: 'heading', label: 'By team, in alphabetical order' },
        {
          kind: 'interval',
          label: 'Court and Community North',
          value: 0.583,
          low: 0.32,
          high: 0.81,
          counted: '7 of 12',
        },
        { kind: 'few', label: 'Intensive Supervision', marks: marks(5, 0, 4), counted: '5 of 9' },
        { kind: 'held', label: 'Out of Court <and> Prevention' },
      ],
    }),
    runChart: run({
      id: 'run-chart',
      title: 'Share good enough by quarter',
      measure: 'share',
      points: quarters.map((q, i) =>
        point(q, i === 0 ? '2025' : i === 3 ? '2026' : null, shares[i] ?? 0, `${4 + i} of ${9 + i}`),
      ),
      median: 0.56,
      verdict: null,
    }),
    longRun: run({
      id: 'long-run',
      title: 'Share good enough by month',
      measure: 'share',
      points: months.map((m, i) => point(m, i === 0 ? '2025' : null, 0.3 + i * 0.04, `${i + 1} of 14`)),
      median: 0.5,
      verdict: 'A shift: eight points in a row above the median.',
    }),
    gradeChart: gradeScale({
      id: 'grade-chart',
      title: 'Own and computed grade',
      bands,
      score: 0.745,
      limit: { key: 'requires-improvement', rules: 2 },
      own: { key: 'inadequate', label: 'Ruth Ashdown’s own grade' },
    }),
    highChart: gradeScale({
      id: 'high-chart',
      title: 'A high score',
      bands,
      score: 0.955,
      limit: { key: 'good', rules: 1 },
      own: { key: 'outstanding', label: 'Ruth Ashdown’s own grade' },
    }),
  };
}

const point = (label: string, under: string | null, value: number, counted: string): RunPoint => ({
  label,
  under,
  value,
  low: Math.max(0, value - 0.25),
  high: Math.min(1, value + 0.24),
  counted,
});

const bands = [
  { key: 'inadequate', label: 'Inadequate', from: 0 },
  { key: 'requires-improvement', label: 'Requires improvement', from: 0.45 },
  { key: 'good', label: 'Good', from: 0.7 },
  { key: 'outstanding', label: 'Outstanding', from: 0.9 },
];
