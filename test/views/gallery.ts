import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chrome } from '../../server/platform/handlebars/chrome.js';
import { createViews } from '../../server/platform/handlebars/views.js';
import { unitRow } from '../../server/platform/svg/units.js';
import { date, number, share, state, table, text, tooFew, units } from '../../server/platform/table.js';
import { charts, marks } from './gallery-charts.js';

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
