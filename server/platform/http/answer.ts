import type { Request, Response } from 'express';
import type { Problem } from '../../domain/problems.js';
import { tableAsCsv } from '../csv/write.js';
import { tableAsWorkbook } from '../xlsx/write.js';
import type { Context } from './context.js';
import type { Result, SessionChange } from './results.js';
import type { House } from './house.js';

type Page = Extract<Result, { kind: 'page' }>;
type Answered = Pick<Context, 'me' | 'now' | 'address' | 'faults' | 'viewed'>;
type Why = Pick<Problem, 'message' | 'faults'> | 'sign-in' | null;

/** Turns a result into an answer: a page, JSON for a script that asked for it, a file, or an address. */
export async function sendResult(
  house: House,
  req: Request,
  res: Response,
  context: Answered,
  result: Result,
  why: Why,
): Promise<void> {
  if (result.kind === 'file') {
    res.attachment(result.name).type(result.type).send(result.body);
    return;
  }
  if (result.session) await changeSession(req, result.session);
  if (wantsJson(req)) {
    sendJson(res, result, why);
    return;
  }
  if (result.kind === 'to') {
    res.redirect(303, result.address);
    return;
  }
  if (req.asFile && result.status === 200) return sendTable(req, res, context, result, req.asFile);
  const status = why === 'sign-in' && req.method === 'POST' ? 401 : result.status;
  res
    .status(status)
    .type('html')
    .send(html(house, context, result));
}

/** A new sign-in has a new id, so that nobody can plant one beforehand. */
async function changeSession(req: Request, change: SessionChange): Promise<void> {
  const { session } = req;
  if (change === 'end') {
    await new Promise<void>((resolve, reject) => session.destroy(settle(resolve, reject)));
    return;
  }
  await new Promise<void>((resolve, reject) => session.regenerate(settle(resolve, reject)));
  req.session.person = change.person;
  await new Promise<void>((resolve, reject) => req.session.save(settle(resolve, reject)));
}

const settle =
  (resolve: () => void, reject: (error: unknown) => void) =>
  (error: unknown): void => {
    if (error) reject(error);
    else resolve();
  };

function html(house: House, context: Answered, result: Page): string {
  const faults = context.faults.map((f) => ({
    message: f.message,
    href: f.at ?? (f.field === null ? null : `#${f.field}`),
  }));
  return house.views.render(result.view, result.model, {
    ...house.chrome(context.me, context.address, context.now),
    title: result.options.title,
    crumbs: result.options.crumbs ?? [],
    faults,
    layout: result.options.layout ?? 'page',
    scripts: result.options.scripts ?? [],
  });
}

function sendJson(res: Response, result: Exclude<Result, { kind: 'file' }>, why: Why): void {
  if (why === 'sign-in') {
    res.status(401).json({ signIn: true });
    return;
  }
  const status = result.kind === 'page' ? result.status : 200;
  if (why) {
    res.status(status).json({ message: why.message, faults: why.faults });
    return;
  }
  res.status(status).json(result.kind === 'to' ? { ...result.outcome, to: result.address } : (result.outcome ?? {}));
}

/** Whether a script asks, not a person in front of a page. */
export const wantsJson = (req: Request): boolean => (req.get('Accept') ?? '').startsWith('application/json');

/** The same table object as on the page, so page and file can't part. */
async function sendTable(
  req: Request,
  res: Response,
  context: Answered,
  result: Page,
  extension: 'csv' | 'xlsx',
): Promise<void> {
  const tables = result.options.tables ?? [];
  const wanted = typeof req.query['table'] === 'string' ? req.query['table'] : tables[0]?.key;
  const table = tables.find((t) => t.key === wanted);
  if (!table) {
    res.status(404).type('text').send('This page has no such table.');
    return;
  }
  context.viewed('downloads', 0);
  const made = {
    title: result.options.title,
    at: context.now,
    by: context.me.name,
    address: req.originalUrl,
  };
  const body = extension === 'csv' ? tableAsCsv(table, made) : await tableAsWorkbook(table, made);
  res.attachment(`${table.key}.${extension}`).type(types[extension]).send(body);
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
