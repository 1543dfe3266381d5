import type { Express, NextFunction, Request, Response } from 'express';
import type { By, Who } from '../../domain/by.js';
import { Problem, notAllowed, notFound, type Fault } from '../../domain/problems.js';
import type { Act, Me, Reach } from '../../domain/rights.js';
import type { Chrome } from '../handlebars/chrome.js';
import type { Views } from '../handlebars/views.js';
import type { Db } from '../sqlite/open.js';
import { sendResult } from './answer.js';
import { checked } from './checked.js';
import type { Result } from './results.js';
import type { Preparing, Route, Saving, Showing, Typed } from './route.js';
import { sameOrigin } from './same-origin.js';
import { TooLarge, readUpload } from './upload.js';

/** What the wrapper needs of the product; app.ts hands it over, so that the platform knows no capability. */
export interface House {
  db: Db;
  views: Views;
  clock: () => string;
  today: (now: string) => string;
  random: (bytes: number) => string;
  whoIsAsking: (db: Db, personId: number, today: string) => Me | null;
  reachOf: (me: Me, act: Act) => Reach | null;
  perform: <R>(db: Db, who: Who, act: string, work: (by: By) => R) => R;
  viewed: (db: Db, who: Who & { today: string }, thing: string, id: number) => void;
  chrome: (
    me: Me | null,
    address: string,
    now: string,
    isFault: boolean,
  ) => Omit<Chrome, 'title' | 'crumbs' | 'faults' | 'layout' | 'scripts'>;
  /** The page that takes a sign-in; `carried` is what was typed when the sign-in ran out. */
  signIn: (next: string, carried: Typed | null) => Result;
}

type Context = Showing & Preparing & Saving;

/** Registers one route: guard, right, same origin, body, prepare, perform, answer. */
export function serve(app: Express, house: House, route: Route): void {
  const handle = async (req: Request, res: Response): Promise<void> => {
    const started = begin(house, route, req);
    try {
      guard(started, req);
      await answer(house, route, req, res, started);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      sendResult(house, req, res, started, refusal(route, req, started, problem), problem);
    }
  };
  app.get(route.path, (req, res, next) => void handle(req, res).catch(next));
  app.post(route.path, (req, res, next) => void handle(req, res).catch(next));
}

interface Started {
  context: Context;
  signedIn: boolean;
  /** Signed in, and none of their roles may. */
  refused: boolean;
}

function begin(house: House, route: Route, req: Request): Started {
  const now = house.clock();
  const today = house.today(now);
  const person = req.session.person;
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
    viewed: (thing: string, id: number) => house.viewed(house.db, { me, now, today, random: house.random }, thing, id),
    me: me as Me,
    reach: reach as Reach,
    query: {},
    body: {},
    upload: null,
    prepared: null,
    entry: { about: () => undefined },
  } satisfies Context;
  const refused = me !== null && route.may !== 'anyone' && reach === null;
  return { context, signedIn: me !== null, refused };
}

function guard(started: Started, req: Request): void {
  if (started.refused) {
    throw notAllowed(
      'This page is for other roles than yours. ‘Who may do what’, at the foot of each page, says whose.',
    );
  }
  if (req.method === 'POST' && !sameOrigin(req)) {
    throw notAllowed('This change did not come from one of our own pages, so nothing was changed.');
  }
}

async function answer(house: House, route: Route, req: Request, res: Response, started: Started): Promise<void> {
  const { context } = started;
  if (route.may !== 'anyone' && !started.signedIn) {
    const typed = req.method === 'POST' ? typedIn(req) : null;
    sendResult(house, req, res, started, house.signIn(req.originalUrl, typed), 'sign-in');
    return;
  }
  context.query = checked(route.query, queryOf(req));
  if (req.method !== 'POST') {
    if (!route.show) throw notFound();
    sendResult(house, req, res, started, route.show(context as never), null);
    return;
  }
  if (!route.save) throw notFound();
  context.upload = route.upload ? await readUpload(req, res, route.upload) : null;
  context.body = checked(route.body, typedIn(req));
  context.prepared = route.prepare ? await route.prepare(context as never) : null;
  sendResult(house, req, res, started, save(house, route, context), null);
}

function save(house: House, route: Route, context: Context): Result {
  const work = route.save as (c: Context) => Result;
  const who: Who = { me: (context.me as Me | null) ?? null, now: context.now, random: context.random, from: 'before sign-in' };
  if (route.trail === false) return house.db.transaction(() => work(context)).immediate();
  return house.perform(house.db, who, route.trail, (by) => work({ ...context, entry: by.entry }));
}

/** What could not be taken is shown again at the same address, as it was typed; all else is a plain page. */
function refusal(route: Route, req: Request, started: Started, problem: Problem): Result {
  const again = problem.kind === 'invalid' || problem.kind === 'conflict';
  if (again && req.method === 'POST' && route.show) {
    const faults: readonly Fault[] = problem.faults.length
      ? problem.faults
      : [{ field: null, at: null, message: problem.message }];
    started.context.typed = typedIn(req);
    started.context.faults = faults;
    const result = route.show(started.context as never);
    if (result.kind === 'page') return { ...result, status: statusOf(problem) };
  }
  return problemResult(problem);
}

function problemResult(problem: Problem): Result {
  const heading = headings[problem.kind];
  const model = { heading, message: problem.message };
  return { kind: 'page', status: statusOf(problem), view: 'problems/problem', model, options: { title: heading } };
}

/** A plain page for a problem outside any route. */
export function problemPage(house: House, req: Request, res: Response, problem: Problem): void {
  sendResult(house, req, res, begin(house, nowhere, req), problemResult(problem), problem);
}

const nowhere = {
  path: '',
  may: 'anyone',
  query: null,
  body: null,
  trail: false,
  upload: null,
  prepare: null,
  show: null,
  save: null,
} as const;

const headings = {
  'not-found': 'Not found',
  'not-allowed': 'Not for you to do',
  invalid: 'This can’t be taken as it is',
  conflict: 'Somebody else changed this',
};

export function statusOf(problem: Problem): number {
  if (problem instanceof TooLarge) return 413;
  return { 'not-found': 404, 'not-allowed': 403, invalid: 422, conflict: 409 }[problem.kind];
}

function idOf(value: string | undefined): number {
  if (value === undefined || !/^[1-9]\d{0,14}$/.test(value)) throw notFound();
  return Number(value);
}

function queryOf(req: Request): Typed {
  return strings(req.query);
}

function typedIn(req: Request): Typed {
  return strings(req.body);
}

/** Only text and lists of text come in; nested shapes fall away. */
function strings(given: unknown): Typed {
  if (typeof given !== 'object' || given === null) return {};
  const kept: Record<string, string | string[]> = {};
  for (const [key, value] of Object.entries(given) as [string, unknown][]) {
    if (typeof value === 'string') kept[key] = value;
    else if (Array.isArray(value)) kept[key] = value.filter((part): part is string => typeof part === 'string');
  }
  return kept;
}

/** Errors that no route answered: a broken request gets a plain sentence, a defect a page and an entry in the log. */
export function lastResort(house: House) {
  return (error: unknown, req: Request, res: Response, next: NextFunction): void => {
    if (res.headersSent) return next(error);
    const given = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
    const client = given >= 400 && given < 500;
    const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
    const status = busy ? 503 : client ? given : 500;
    if (!client) req.log.error({ err: error }, busy ? 'database busy' : 'defect');
    const model = client
      ? {
          heading: 'This can’t be taken as it is',
          message: 'The request was broken or too large. Nothing was changed. Go back and try again.',
        }
      : {
          heading: 'Something is wrong on our side',
          message: 'Nothing was changed by this. Try again; if it stays, tell whoever runs Assay here the time.',
        };
    const context = begin(house, nowhere, req);
    sendResult(
      house,
      req,
      res,
      context,
      { kind: 'page', status, view: 'problems/problem', model, options: { title: model.heading } },
      null,
    );
  };
}
