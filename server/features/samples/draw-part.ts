import type { Showing } from '../../platform/http/route.js';
import { faultAt } from '../../platform/http/typed.js';
import { number, table, text, type Table } from '../../platform/table.js';
import { formVersion, caseForms } from '../forms/forms.store.js';
import { auditors } from './auditors.store.js';
import type { Listed } from './frame.js';
import type { Option } from './new.page.js';
import { offeredPurposes } from './purposes.js';

/** Name, form, auditors and due date: the same for a draw and for chosen cases. */
export interface DrawPart {
  name: Field;
  purpose: string;
  purposes: Option[];
  form: Field;
  forms: Option[];
  time: string | null;
  auditors: Option[];
  auditorsOn: string[];
  auditorsFault: string | null;
  /** Null where it is not known which cases may come. */
  loads: Table | null;
  due: Field;
}

interface Field {
  value: string;
  fault: string | null;
}

export interface DrawGiven {
  name: string;
  purpose: string;
  form: string;
  due: string;
  auditors: string[];
}

export function drawPart(
  c: Pick<Showing, 'db' | 'today' | 'typed' | 'faults'>,
  given: DrawGiven,
  eligible: readonly Listed[],
  places: number | null,
): DrawPart {
  const able = auditors(c.db, c.today);
  const chosen = able.filter(({ id }) => given.auditors.includes(String(id)));
  return {
    name: { value: given.name, fault: faultAt(c, 'name') },
    purpose: given.purpose,
    purposes: offeredPurposes.map(([value, words]) => ({ value, text: words })),
    form: { value: given.form, fault: faultAt(c, 'form') },
    forms: [
      { value: '', text: 'Choose a form' },
      ...caseForms(c.db).map(({ id, title, document }) => ({
        value: String(id),
        text: `${title}, ${minutesIn(document.about.minutes)}`,
      })),
    ],
    time: places === null ? null : timeFor(c, given, places, chosen.length),
    auditors: able.map(({ id, name, holds }) => ({
      value: String(id),
      text: holds === 0 ? name : `${name}, holds ${holds}`,
    })),
    auditorsOn: given.auditors,
    auditorsFault: faultAt(c, 'auditors'),
    loads: able.length === 0 || eligible.length === 0 ? null : loadsTable(able, chosen, eligible, places),
    due: { value: given.due, fault: faultAt(c, 'due') },
  };
}

const minutesIn = ({ from, to }: { from: number; to: number }): string =>
  from === to ? `${from} minutes` : `${from} to ${to} minutes`;

function timeFor(c: Pick<Showing, 'db'>, given: DrawGiven, places: number, readers: number): string | null {
  const known = caseForms(c.db).some(({ id }) => String(id) === given.form);
  if (!known || readers === 0 || places === 0) return null;
  const { from, to } = formVersion(c.db, Number(given.form)).document.about.minutes;
  const hours = Math.max(1, Math.round((places * (from + to)) / 2 / 60));
  const each = Math.ceil(places / readers);
  return `${places} ${places === 1 ? 'audit' : 'audits'} of ${minutesIn({ from, to })}: about ${hours} ${hours === 1 ? 'hour' : 'hours'}, up to ${each} an auditor.`;
}

/** What each would get is worked out from how many, never from which: the preview knows of no draw. */
function loadsTable(
  able: readonly { id: number; name: string; holds: number }[],
  chosen: readonly { id: number }[],
  eligible: readonly Listed[],
  places: number | null,
): Table {
  return table({
    key: 'auditors',
    title: 'Who reads',
    sentence: 'Nobody reads a case that they hold or held.',
    columns: [
      { key: 'name', head: 'Auditor', kind: 'text' },
      { key: 'holds', head: 'Already holds', kind: 'number' },
      { key: 'get', head: 'Would get', kind: 'text' },
      { key: 'not', head: 'May not read', kind: 'text' },
    ],
    rows: able.map(({ id, name, holds }) => {
      const own = eligible.filter((row) => row.case.holders.includes(id)).length;
      const gets = chosen.some((one) => one.id === id);
      return {
        name: text(name),
        holds: number(holds),
        get: text(gets && places !== null ? share(places, chosen.length) : '–'),
        not: text(own === 0 ? '–' : `${own} of their own`),
      };
    }),
  });
}

function share(places: number, readers: number): string {
  const least = Math.floor(places / readers);
  return places % readers === 0 ? String(least) : `${least} or ${least + 1}`;
}
