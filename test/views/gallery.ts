import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chrome } from '../../server/platform/handlebars/chrome.js';
import { createViews } from '../../server/platform/handlebars/views.js';
import { gradeScale } from '../../server/platform/svg/grade-scale.js';
import { intervals } from '../../server/platform/svg/intervals.js';
import { run, type RunPoint } from '../../server/platform/svg/run.js';
import { unitRow, type Mark } from '../../server/platform/svg/units.js';
import { date, number, share, state, table, text, tooFew, units } from '../../server/platform/table.js';

/** Every part once, in the layout, as a page that could be. */
export function gallery(changes: Partial<Chrome> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-gallery-'));
  try {
    cpSync(join(__dirname, '../../views'), folder, { recursive: true });
    cpSync(join(__dirname, 'gallery.hbs'), join(folder, 'gallery.hbs'));
    return createViews(folder).render('gallery', model(), { ...chrome, ...changes });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const chrome: Chrome = {
  title: 'Victims and restorative work',
  service: 'Northbeck Youth Justice Service',
  person: { name: 'Helen Pryce', href: '/people/1' },
  demo: true,
  menu: ['Home', 'Cases', 'Samples', 'Audits', 'Actions', 'Reports'].map((name) => ({
    text: name,
    href: `/${name.toLowerCase()}`,
    current: name === 'Reports',
  })),
  crumbs: [
    { text: 'Reports', href: '/reports' },
    { text: 'Themes', href: null },
  ],
  faults: [
    { message: 'A size is a whole number from 1 to 100.', href: '#size' },
    { message: 'Choose one flag at least.', href: '#flags' },
  ],
  printed: 'Printed by Helen Pryce on 24 November 2026 at 14:02',
  layout: 'page',
  address: '/reports/themes/3',
  scripts: [],
};

const marks = (yes: number, part: number, no: number, none = 0): Mark[] => [
  ...Array<Mark>(yes).fill('yes'),
  ...Array<Mark>(part).fill('in-part'),
  ...Array<Mark>(no).fill('no'),
  ...Array<Mark>(none).fill('not-evidenced'),
];

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

function model(): object {
  return {
    ...forms(),
    ...tables(),
    ...charts(),
    crumbs: [],
    files: { csv: '/reports/themes/3.csv', xlsx: '/reports/themes/3.xlsx' },
    acts: [{ text: 'Draw a sample', href: '/samples/new' }],
    words: [
      { name: 'Agreed', value: '25 Nov 2025 to 24 Nov 2026' },
      { name: 'Forms', value: 'Risk of harm, Ten-minute dip' },
      { name: 'Teams', value: 'all four' },
    ],
    steps: ['Assigned 9 Nov', 'Submitted, with Kofi Okafor until 1 December', 'Agreed'].map((words, i) => ({
      text: words,
      current: i === 1,
    })),
    figures: [
      {
        n: '1',
        text: 'concern not acknowledged',
        state: 'concern',
        href: '/concerns/1',
        link: '1 h 12 min, Ruth Ashdown',
      },
      { n: '3', text: 'actions overdue', state: 'late', href: '/actions', link: 'of 17 open' },
      { n: '7 of 20', text: 'audits agreed' },
    ],
    facts: [
      { name: 'Case', text: 'YJ100142', reference: true, href: null },
      { name: 'Auditor', text: 'High', strong: true },
      { name: 'Service', text: 'Medium, 1 step lower', href: '/audits/3' },
    ],
    things: [{ text: 'Inadequate, 13 Oct', line: 'YJ100121', says: 'closed' }],
    waiting: [
      {
        text: 'Exit plan for YJ100047',
        href: '/actions/1',
        line: 'Audit of 2 October',
        state: 'late',
        says: 'Overdue by 6 days',
      },
      { text: 'Duty rota', line: 'Board, 10 September', says: 'due 4 Dec' },
    ],
    strengths: {
      title: 'What was done well',
      said: [{ text: 'Kofi visited at home.', by: '14 September' }],
      none: 'Nothing yet',
    },
    improve: { title: 'What must improve', said: [], none: 'Nothing was written here.' },
    judgements: {
      caption: 'Judgements, oldest audit first',
      audits: ['12 Feb 2026', '23 Apr 2026'].map((day, i) => ({
        date: day,
        form: 'Risk of harm',
        href: `/audits/${i}`,
        reference: `YJ10001${i}`,
        by: 'Ruth Ashdown',
      })),
      sumHead: 'Sufficient',
      rows: [
        {
          name: 'Planning',
          overall: false,
          sum: '1 of 2',
          cells: [
            { units: unitRow(['yes']), text: 'Sufficient' },
            { units: unitRow(['no']), text: 'Not sufficient' },
          ],
        },
        {
          name: 'Grade agreed',
          overall: true,
          sum: '',
          cells: ['Good', 'Inadequate'].map((words) => ({ units: null, text: words })),
        },
      ],
    },
  };
}

function forms(): object {
  return {
    chosen: ['dip', 'custody'],
    teams: [
      { value: '', text: 'All four' },
      { value: 'north', text: 'North' },
    ],
    forms: [
      { value: 'harm', text: 'Risk of harm' },
      { value: 'dip', text: 'Ten-minute dip' },
    ],
    methods: [
      { value: 'random', text: 'Simple random' },
      { value: 'chosen', text: 'Chosen by hand', hint: 'With a reason; in no service figure.' },
    ],
    flags: [
      { value: 'looked-after', text: 'Looked after' },
      { value: 'custody', text: 'In custody' },
    ],
  };
}

function tables(): object {
  const teamColumns = [
    { key: 'team', head: 'Team', kind: 'text' },
    { key: 'good', head: 'Good enough', kind: 'share' },
  ] as const;
  const sentence = '38 audits agreed from 25 Nov 2025 to 24 Nov 2026';
  return {
    teamsTable: table({
      key: 'teams',
      title: 'Share good enough by team',
      sentence,
      columns: teamColumns,
      rows: [
        { team: text('Court and Community North'), good: share(7, 12) },
        { team: text('Intensive Supervision'), good: tooFew() },
      ],
      total: { team: text('All'), good: share(23, 38) },
    }),
    none: table({ key: 'none', title: 'None', sentence, columns: teamColumns, rows: [] }),
    questions: table({
      key: 'questions',
      title: 'Weakest questions first',
      sentence,
      columns: [
        { key: 'question', head: 'Question', kind: 'text' },
        { key: 'well', head: 'Well enough', kind: 'share' },
        { key: 'audits', head: 'Audits', kind: 'units' },
      ],
      rows: [
        {
          question: text('Was the victim’s safety looked at again?', {
            href: '/q/1',
            note: 'Risk of harm, counts double',
          }),
          well: share(8, 21),
          audits: units(marks(8, 5, 4, 4), ''),
        },
        {
          question: text('Does it say who could be hurt?', { href: '/q/2', note: 'Risk of harm' }),
          well: share(40, 60),
          audits: units(marks(40, 10, 6, 4), ''),
        },
      ],
    }),
    audits: table({
      key: 'audits',
      title: 'The audits behind it',
      sentence,
      columns: [
        { key: 'case', head: 'Case', kind: 'reference' },
        { key: 'agreed', head: 'Agreed', kind: 'date' },
        { key: 'theme', head: 'Theme', kind: 'number' },
        { key: 'state', head: 'State', kind: 'text' },
        { key: 'written', head: 'What was written', kind: 'words' },
      ],
      rows: [
        {
          case: text('YJ100128', { href: '/audits/1' }),
          agreed: date('2026-10-15'),
          theme: number(0.92, 2),
          state: state('late', 'Overdue by 6 days'),
          written: text('‘Spoke with her before the panel.’'),
        },
        {
          case: text('YJ100121', { href: '/audits/2' }),
          agreed: date('2026-09-08'),
          theme: number(0, 2),
          state: text('agreed'),
          written: text(''),
        },
      ],
    }),
  };
}

function charts(): object {
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
