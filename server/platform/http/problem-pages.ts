import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { Problem } from '../../domain/problems.js';
import { sendResult } from './answer.js';
import { begin } from './context.js';
import type { Result } from './results.js';
import type { House } from './house.js';
import { TooLarge } from './upload.js';

const headings = {
  'not-found': 'Not found',
  'not-allowed': 'Not for you to do',
  invalid: 'This can’t be taken as it is',
  conflict: 'Somebody else changed this',
};

/** A problem as a plain page: what is in the way, and the way home. */
export const problemResult = (problem: Problem): Result =>
  plainPage(statusOf(problem), headings[problem.kind], problem.message);

export function statusOf(problem: Problem): number {
  if (problem instanceof TooLarge) return 413;
  return { 'not-found': 404, 'not-allowed': 403, invalid: 422, conflict: 409 }[problem.kind];
}

/** An address that no route answers. */
export function noSuchPage(house: House): RequestHandler {
  return (req: Request, res: Response) => {
    const problem = new Problem('not-found', 'There is no page at this address.');
    return sendResult(house, req, res, begin(house, { may: 'anyone' }, req).context, problemResult(problem), problem);
  };
}

/** What no route answered for: a broken request gets a plain sentence, a defect a page and an entry in the log. */
export function lastResort(house: House): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const status = statusOfError(error);
    const { heading, message } = status < 500 ? broken : defect;
    // The method and the pattern of the route, never the address; only what we could mend.
    const route = (req.route as { path: string } | undefined)?.path;
    if (status >= 500) house.log.error({ err: error, method: req.method, route }, 'defect');
    try {
      const { context } = begin(house, { may: 'anyone' }, req);
      await sendResult(house, req, res, context, plainPage(status, heading, message), { message, faults: [] });
    } catch {
      res.status(status).type('text').send(`${heading}. ${message}`);
    }
  };
}

function plainPage(status: number, heading: string, message: string): Result {
  return { kind: 'page', status, view: 'problems/problem', model: { heading, message }, options: { title: heading } };
}

function statusOfError(error: unknown): number {
  if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return 503;
  const given = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  return given >= 400 && given < 500 ? given : 500;
}

const broken = {
  heading: 'This can’t be taken as it is',
  message: 'The request was broken or too large. Nothing was changed. Go back and try again.',
};

const defect = {
  heading: 'Something is wrong on our side',
  // A page can fail after its act was kept, so this promises neither.
  message:
    'If you were saving something, look whether it was kept before you save it again. If this stays, tell whoever runs Assay here the time.',
};
