import type { Static, TObject } from '@sinclair/typebox';
import type { By } from '../../domain/by.js';
import type { Fault } from '../../domain/problems.js';
import type { Act, Me, Reach } from '../../domain/rights.js';
import type { Db } from '../sqlite/open.js';
import type { Result } from './results.js';

/** What was typed, as it came: to show a form again as it was left. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** How much one file may hold, and what to do where it holds more. */
export interface UploadLimit {
  field: string;
  bytes: number;
  remedy?: string;
}

export interface Upload {
  name: string;
  bytes: Buffer;
}

interface Asked {
  db: Db;
  now: string;
  today: string;
  random: (bytes: number) => string;
  /** The address without its query. */
  address: string;
  /** Where the request comes from: to limit tries, never kept. */
  from: string;
  params: Readonly<Record<string, string>>;
  /** A parameter that must be a positive whole number; anything else does not exist. */
  id(name: string): number;
  /** Set when the same address is shown again after something could not be taken. */
  typed: Typed | null;
  faults: readonly Fault[];
  /** Writes down, once a day, that this person looked at this thing. */
  viewed(thing: string, id: number): void;
}

/** What `show` is given. */
export interface Showing<Query = unknown, Who = Me> extends Asked {
  me: Who;
  reach: Reach;
  query: Query;
}

/** What `prepare` is given: nothing is open yet, so it may wait. */
export interface Preparing<Query = unknown, Body = unknown, Who = Me> extends Showing<Query, Who> {
  body: Body;
  upload: Upload | null;
}

/** What `save` is given, inside the transaction of the act. */
export interface Saving<Query = unknown, Body = unknown, Prepared = unknown, Who = Me> extends Preparing<
  Query,
  Body,
  Who
> {
  prepared: Prepared;
  entry: By['entry'];
}

interface Shape<Q extends TObject, B extends TObject, Prepared, Who> {
  path: string;
  query?: Q;
  body?: B;
  /** Name of the act in the trail where it differs from `may`; false where the act keeps a record of its own. */
  trail?: string | false;
  /** Takes one file of at most so many bytes. */
  upload?: UploadLimit;
  prepare?: (c: Preparing<Static<Q>, Static<B>, Who>) => Promise<Prepared>;
  show?: (c: Showing<Static<Q>, Who>) => Result;
  save?: (c: Saving<Static<Q>, Static<B>, Prepared, Who>) => Result;
}

/** A route as the wrapper sees it: its own types have been checked where it was written. */
export interface Route {
  path: string;
  may: Act | 'anyone';
  query: TObject | null;
  body: TObject | null;
  trail: string | false;
  upload: UploadLimit | null;
  prepare: ((c: never) => Promise<unknown>) | null;
  show: ((c: never) => Result) | null;
  save: ((c: never) => Result) | null;
}

/** A route for people who are signed in and may do the named act. */
export function route<Q extends TObject, B extends TObject, Prepared = null>(
  record: Shape<Q, B, Prepared, Me> & { may: Act },
): Route {
  return filled(record, record.may);
}

/** A route for anyone, signed in or not: it must be written out, so that none is open by accident. */
export function openRoute<Q extends TObject, B extends TObject, Prepared = null>(
  record: Shape<Q, B, Prepared, Me | null> & { may: 'anyone' },
): Route {
  return filled(record, record.may);
}

function filled<Q extends TObject, B extends TObject, Prepared, Who>(
  record: Shape<Q, B, Prepared, Who>,
  may: Act | 'anyone',
): Route {
  return {
    path: record.path,
    may,
    query: record.query ?? null,
    body: record.body ?? null,
    trail: record.trail ?? may,
    upload: record.upload ?? null,
    prepare: record.prepare ?? null,
    show: record.show ?? null,
    save: record.save ?? null,
  };
}
