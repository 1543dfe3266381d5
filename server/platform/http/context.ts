import type { Request } from 'express';
import { notFound } from '../../domain/problems.js';
import type { Me, Reach } from '../../domain/rights.js';
import type { Preparing, Route, Saving, Showing, Typed } from './route.js';
import type { House } from './house.js';

export type Context = Showing & Preparing & Saving;

/** A request as it begins: who is asking, read anew, and how far their roles reach. */
export interface Started {
  context: Context;
  signedIn: boolean;
  /** Signed in, and none of their roles may. */
  refused: boolean;
}

export function begin(house: House, route: Pick<Route, 'may'>, req: Request): Started {
  const now = house.clock();
  const today = house.today(now);
  // Where reading the session itself failed, there is none.
  const person = (req.session as typeof req.session | undefined)?.person;
  const me = person === undefined ? null : house.whoIsAsking(house.db, person, today);
  const reach = me && route.may !== 'anyone' ? house.reachOf(me, route.may) : null;
  const params = Object.fromEntries(Object.entries(req.params).map(([k, v]) => [k, String(v)]));
  const context = {
    db: house.db,
    now,
    today,
    random: house.random,
    address: req.path,
    from: req.ip ?? '',
    params,
    id: (name: string) => idOf(params[name]),
    typed: null,
    faults: [],
    viewed: (thing: string, id: number) => {
      house.viewed(house.db, { me, now, today, random: house.random }, thing, id);
    },
    // The wrapper lets nobody past who is not signed in or may not, unless the route is for anyone.
    me: me as Me,
    reach: reach as Reach,
    query: {},
    body: {},
    upload: null,
    prepared: null,
    entry: { about: () => undefined },
  } satisfies Context;
  return { context, signedIn: me !== null, refused: me !== null && route.may !== 'anyone' && reach === null };
}

/** A positive whole number as we write it: no sign, no point, no power, no other base. */
function idOf(value: string | undefined): number {
  if (value === undefined || !/^[1-9]\d{0,14}$/.test(value)) throw notFound();
  return Number(value);
}

/** Only text and lists of text come in; nested shapes fall away, and so do control characters. */
export function fieldsOf(given: unknown): Typed {
  if (typeof given !== 'object' || given === null) return {};
  const kept = (Object.entries(given) as [string, unknown][]).flatMap(([key, value]): [string, string | string[]][] => {
    if (typeof value === 'string') return [[key, printable(value)]];
    if (!Array.isArray(value)) return [];
    return [[key, value.filter((part) => typeof part === 'string').map(printable)]];
  });
  // Made from entries, not by assignment, so that a field called __proto__ is a field like any other.
  return Object.fromEntries(kept);
}

/** Text without control characters; tabs and line ends stay. */
const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
