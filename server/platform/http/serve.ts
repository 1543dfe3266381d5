import type { Express, NextFunction, Request, Response } from 'express';
import type { Who } from '../../domain/by.js';
import { Problem, notAllowed, notFound } from '../../domain/problems.js';
import { sendResult, wantsJson } from './answer.js';
import { checked } from './checked.js';
import { begin, fieldsOf, type Context, type Started } from './context.js';
import type { House } from './house.js';
import { problemResult, statusOf } from './problem-pages.js';
import type { Result } from './results.js';
import type { Route } from './route.js';
import { sameOrigin } from './same-origin.js';
import { readUpload } from './upload.js';

/** Registers one route: guard, right, same origin, body, prepare, perform, answer. */
export function serve(app: Express, house: House, route: Route): void {
  const handle = async (req: Request, res: Response): Promise<void> => {
    const started = begin(house, route, req);
    try {
      guard(started, req);
      await answer(house, route, req, res, started);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      const result = refusal(route, req, started.context, problem);
      await sendResult(house, req, res, started.context, result, problem);
    }
  };
  app.get(route.path, (req, res, next: NextFunction) => void handle(req, res).catch(next));
  app.post(route.path, (req, res, next: NextFunction) => void handle(req, res).catch(next));
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
    const typed = req.method === 'POST' ? fieldsOf(req.body) : null;
    return sendResult(house, req, res, context, house.signIn(req.originalUrl, typed), 'sign-in');
  }
  context.query = checked(route.query, fieldsOf(req.query));
  if (req.method !== 'POST') {
    if (!route.show) throw notFound();
    return sendResult(house, req, res, context, route.show(context as never), null);
  }
  if (!route.save) throw notFound();
  context.upload = route.upload ? await readUpload(req, res, route.upload) : null;
  context.body = checked(route.body, fieldsOf(req.body));
  context.prepared = route.prepare ? await route.prepare(context as never) : null;
  return sendResult(house, req, res, context, save(house, route, context), null);
}

function save(house: House, route: Route, context: Context): Result {
  const work = route.save as (c: Context) => Result;
  const { now, random } = context;
  const who: Who = { me: context.me, now, random, from: 'before sign-in' };
  if (route.trail === false) return house.db.transaction(() => work(context)).immediate();
  return house.perform(house.db, who, route.trail, (by) => work({ ...context, entry: by.entry }));
}

/** What could not be taken is shown again at the same address, as it was typed; all else is a plain page. */
function refusal(route: Route, req: Request, context: Context, problem: Problem): Result {
  const again = problem.kind === 'invalid' || problem.kind === 'conflict';
  if (!again || req.method !== 'POST' || !route.show || wantsJson(req)) return problemResult(problem);
  context.typed = fieldsOf(req.body);
  context.faults = problem.faults.length > 0 ? problem.faults : [{ field: null, at: null, message: problem.message }];
  try {
    context.query = checked(route.query, fieldsOf(req.query));
    const result = route.show(context as never);
    return result.kind === 'page' ? { ...result, status: statusOf(problem) } : problemResult(problem);
  } catch (other) {
    if (!(other instanceof Problem)) throw other;
    return problemResult(other);
  }
}
