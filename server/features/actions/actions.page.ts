import { stateWords } from '../../domain/actions/steps.js';
import { calendarDaysBetween } from '../../domain/calendar/days.js';
import { themeName } from '../../domain/forms/themes.js';
import { date, state, table, text, type Table } from '../../platform/table.js';
import { aboutWords } from './about.js';
import type { Action } from './actions.store.js';
import type { Shown, Whose } from './lists.store.js';

export interface ActionsPage {
  sentence: string;
  acts: { text: string; href: string; kind: 'secondary' }[];
  files: { csv: string; xlsx: string };
  words: { name: string; value: string }[];
  whose: Whose;
  shown: Shown;
  whoses: { value: Whose; text: string }[];
  showns: { value: Shown; text: string }[];
  table: Table;
  empty: string | null;
  older: string | null;
  newest: string | null;
}

const whoseWords: Readonly<Record<Whose, string>> = {
  mine: 'Mine',
  team: 'Of teams I lead',
  all: 'All that I may see',
};

export const shownWords: Readonly<Record<Shown, string>> = { 'in-sight': 'Not verified yet', ...stateWords };

interface Listed {
  whose: Whose;
  shown: Shown;
  today: string;
  paged: boolean;
  mayMake: boolean;
  more: Action | null;
}

export function actionsPage(actions: readonly Action[], listed: Listed): ActionsPage {
  const { whose, shown, today, more } = listed;
  const filter = `whose=${whose}&state=${shown}`;
  const overdue = actions.filter((action) => isOverdue(action, today)).length;
  return {
    sentence: sentenceOf(actions.length, overdue, more !== null),
    acts: listed.mayMake ? [{ text: 'Make an action', href: '/actions/new', kind: 'secondary' }] : [],
    files: { csv: `/actions.csv?${filter}`, xlsx: `/actions.xlsx?${filter}` },
    words: [
      { name: 'Whose', value: whoseWords[whose] },
      { name: 'State', value: shownWords[shown] },
    ],
    whose,
    shown,
    whoses: (Object.keys(whoseWords) as Whose[]).map((value) => ({ value, text: whoseWords[value] })),
    showns: (Object.keys(shownWords) as Shown[]).map((value) => ({ value, text: shownWords[value] })),
    table: actionsTable(actions, today),
    empty: actions.length === 0 ? 'No action is listed here.' : null,
    older: more ? `/actions?${filter}&after=${more.dueOn}_${more.id}` : null,
    newest: listed.paged ? `/actions?${filter}` : null,
  };
}

function sentenceOf(n: number, overdue: number, more: boolean): string {
  const counted = `${n}${more ? ' and more' : ''} ${n === 1 ? 'action' : 'actions'}`;
  return overdue > 0
    ? `${counted}, ${overdue} overdue. The first due comes first.`
    : `${counted}. A completed action stays in sight until another person verifies it.`;
}

export const isOverdue = ({ state: now, dueOn }: Action, today: string): boolean => now === 'open' && dueOn < today;

export function overdueWords({ dueOn }: Action, today: string): string {
  const days = calendarDaysBetween(dueOn, today);
  return `Overdue by ${days} ${days === 1 ? 'day' : 'days'}`;
}

function actionsTable(actions: readonly Action[], today: string): Table {
  return table({
    key: 'actions',
    title: 'Actions',
    sentence: 'Actions within your reach, by due date.',
    columns: [
      { key: 'wording', head: 'What will change', kind: 'text' },
      { key: 'owner', head: 'Who', kind: 'text' },
      { key: 'due', head: 'By', kind: 'date' },
      { key: 'state', head: 'State', kind: 'text' },
      { key: 'about', head: 'About', kind: 'text' },
      { key: 'theme', head: 'Theme', kind: 'text' },
      { key: 'audit', head: 'From', kind: 'reference' },
    ],
    rows: actions.map((action) => ({
      wording: text(action.wording ?? 'No longer kept', { href: `/actions/${action.id}`, strong: true }),
      owner: text(action.owner),
      due: date(action.dueOn),
      state: isOverdue(action, today) ? state('late', overdueWords(action, today)) : text(stateWords[action.state]),
      about: text(
        action.practitioner ? `${aboutWords[action.about]}: ${action.practitioner}` : aboutWords[action.about],
      ),
      theme: text(action.theme === null ? '' : themeName(action.theme)),
      audit: text(action.reference ?? 'Made by hand'),
    })),
  });
}
