import type { Request, Response } from 'express';
import type { Me } from '../../domain/rights.js';
import type { Fault, Problem } from '../../domain/problems.js';
import { tableAsCsv } from '../csv/write.js';
import { tableAsWorkbook } from '../xlsx/write.js';
import type { Result, SessionChange } from './results.js';
import type { House } from './serve.js';

interface Started {
  context: {
    me: Me;
    now: string;
    address: string;
    faults: readonly Fault[];
    viewed: (thing: string, id: number) => void;
  };
}

/** Turns a result into an answer: a page, JSON for a script that asked for it, a file, or an address. */
export function sendResult(
  house: House,
  req: Request,
  res: Response,
  started: Started,
  result: Result,
  why: Problem | 'sign-in' | null,
): void {
  const change = result.kind === 'file' ? undefined : result.session;
  changeSession(req, change, (error) => {
    if (error) throw error;
    send(house, req, res, started, result, why);
  });
}

function changeSession(req: Request, change: SessionChange | undefined, done: (error?: unknown) => void): void {
  if (change === undefined) return done();
  if (change === 'end') {
    req.session.destroy(done);
    return;
  }
  req.session.regenerate((error: unknown) => {
    if (error) return done(error);
    req.session.person = change.person;
    req.session.save(done);
  });
}

function send(
  house: House,
  req: Request,
  res: Response,
  started: Started,
  result: Result,
  why: Problem | 'sign-in' | null,
) {
  if (result.kind === 'file') {
    res.attachment(result.name).type(result.type).send(result.body);
    return;
  }
  if (wantsJson(req)) return sendJson(res, result, why);
  if (result.kind === 'to') {
    res.redirect(303, result.address);
    return;
  }
  const { context } = started;
  const extension = extensionOf(req);
  if (extension !== null && result.status === 200) return sendTable(req, res, started, result, extension);
  const faults = context.faults.map((f) => ({
    message: f.message,
    href: f.at ?? (f.field === null ? null : `#${f.field}`),
  }));
  const html = house.views.render(result.view, result.model, {
    ...house.chrome(context.me, context.address, context.now, faults.length > 0),
    title: result.options.title,
    crumbs: result.options.crumbs ?? [],
    faults,
    layout: result.options.layout ?? 'page',
    scripts: result.options.scripts ?? [],
  });
  const status = why === 'sign-in' && req.method === 'POST' ? 401 : result.status;
  res.status(status).type('html').send(html);
}

function sendJson(res: Response, result: Exclude<Result, { kind: 'file' }>, why: Problem | 'sign-in' | null): void {
  if (why === 'sign-in') {
    res.status(401).json({ signIn: true });
    return;
  }
  if (why) {
    res.status(result.kind === 'page' ? result.status : 422).json({ message: why.message, faults: why.faults });
    return;
  }
  if (result.kind === 'to') {
    res.json({ ...result.outcome, to: result.address });
    return;
  }
  res.status(result.status).json(result.outcome ?? {});
}

const wantsJson = (req: Request): boolean => (req.get('Accept') ?? '').startsWith('application/json');

/** `.csv` or `.xlsx` after a page's address; set aside before routing by `asFile`. */
function extensionOf(req: Request): 'csv' | 'xlsx' | null {
  return req.asFile ?? null;
}

/** The same table object as on the page, so page and file can't part. */
function sendTable(
  req: Request,
  res: Response,
  started: Started,
  result: Result & { kind: 'page' },
  extension: 'csv' | 'xlsx',
) {
  const tables = result.options.tables ?? [];
  const wanted = typeof req.query['table'] === 'string' ? req.query['table'] : tables[0]?.key;
  const table = tables.find((t) => t.key === wanted);
  if (!table) {
    res.status(404).type('text').send('This page has no such table.');
    return;
  }
  started.context.viewed('downloads', 0);
  const made = {
    title: result.options.title,
    at: started.context.now,
    by: started.context.me.name,
    address: req.originalUrl,
  };
  const name = `${table.key}.${extension}`;
  if (extension === 'csv') {
    res.attachment(name).type('text/csv; charset=utf-8').send(tableAsCsv(table, made));
    return;
  }
  tableAsWorkbook(table, made).then(
    (bytes) =>
      res.attachment(name).type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(bytes),
    (error: unknown) => req.next?.(error),
  );
}
