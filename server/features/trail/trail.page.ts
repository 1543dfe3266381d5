import { Value } from '@sinclair/typebox/value';
import { Type as T } from '@sinclair/typebox';
import { formatDate, formatTime } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { table, text, type Table } from '../../platform/table.js';
import type { Db } from '../../platform/sqlite/open.js';
import { personById } from '../people/people.store.js';
import { teamById } from '../people/teams.store.js';
import { actInWords, thingInWords } from './act-words.js';
import { trailBefore, type TrailRow } from './trail.store.js';
import type { Verified } from './verify.js';

export interface TrailPage {
  table: Table;
  older: string | null;
  newest: string | null;
}

const onePage = 100;
const Details = T.Record(T.String(), T.Union([T.String(), T.Number(), T.Boolean(), T.Null()]));

/** A page of the trail, newest first. */
export function trailPage(db: Db, before: number | null): TrailPage {
  const rows = trailBefore(db, before ?? Number.MAX_SAFE_INTEGER, onePage);
  const last = rows.at(-1);
  return {
    table: table({
      key: 'trail',
      title: 'The trail',
      sentence: 'Who did what, newest first; up to 100 entries.',
      columns: [
        { key: 'at', head: 'When', kind: 'text' },
        { key: 'who', head: 'Who', kind: 'text' },
        { key: 'act', head: 'Did', kind: 'text' },
        { key: 'thing', head: 'To', kind: 'text' },
        { key: 'more', head: 'More', kind: 'words' },
      ],
      rows: rows.map((row) => ({
        at: text(`${formatDate(londonDate(row.at))}, ${formatTime(row.at)}`),
        who: text(whoIn(db, row)),
        act: text(actInWords(row.act)),
        thing: text(thingIn(db, row)),
        more: text(detailsIn(db, row)),
      })),
    }),
    older: last && rows.length === onePage ? `/trail?before=${last.id}` : null,
    newest: before === null ? null : '/trail',
  };
}

export interface VerificationPage {
  isWhole: boolean;
  says: string;
  facts: { name: string; text: string }[];
}

export const verificationPage = ({ entries, brokenAt, head }: Verified): VerificationPage => ({
  isWhole: brokenAt === null,
  says:
    brokenAt === null
      ? `All ${entries} entries follow from one another: none was changed, taken out or put in between.`
      : `Entry ${brokenAt} does not follow from the one before it. Keep a copy of the data folder and tell whoever runs this machine.`,
  facts: [
    { name: 'Entries checked', text: String(entries) },
    { name: 'Head of the trail', text: head },
  ],
});

/** An act before sign-in has no person: then the account that it was about is named. */
function whoIn(db: Db, row: TrailRow & { name: string | null }): string {
  if (row.name !== null) return row.name;
  const from = detailsOf(row)['by'];
  const about = row.thing === 'people' && row.thingId !== null && from === 'before sign-in';
  return (about ? personById(db, row.thingId ?? 0)?.name : undefined) ?? (typeof from === 'string' ? from : 'Assay');
}

function thingIn(db: Db, row: TrailRow): string {
  if (row.thing === 'people' && row.thingId !== null) return personById(db, row.thingId)?.name ?? '';
  return thingInWords(row.thing, row.thingId);
}

function detailsIn(db: Db, row: TrailRow): string {
  return Object.entries(named(db, detailsOf(row)))
    .filter(([key, value]) => key !== 'by' && value !== null && value !== '')
    .map(([key, value]) => `${key}: ${value === true ? 'yes' : value === false ? 'no' : value}`)
    .join('; ');
}

function detailsOf(row: TrailRow): Record<string, string | number | boolean | null> {
  const details: unknown = JSON.parse(row.details);
  return Value.Check(Details, details) ? details : {};
}

/** Details that hold a person or a team by id are told by name. */
function named(db: Db, details: ReturnType<typeof detailsOf>): ReturnType<typeof detailsOf> {
  const nameOf = (key: string, id: number): string | undefined => {
    if (['first', 'deputy', 'to', 'auditor', 'owner'].includes(key)) return personById(db, id)?.name;
    return key === 'team' ? teamById(db, id)?.name : undefined;
  };
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      typeof value === 'number' ? (nameOf(key, value) ?? value) : value,
    ]),
  );
}
