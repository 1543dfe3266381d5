import type { NextFunction, Request, Response } from 'express';

declare module 'express-serve-static-core' {
  interface Request {
    /** Set when a page is asked for as a file of its tables. */
    asFile?: 'csv' | 'xlsx';
  }
}

declare module 'express-session' {
  interface SessionData {
    person?: number;
  }
}

/** Takes `.csv` or `.xlsx` off an address, so that every page with tables is also a file. */
export function asFile(req: Request, _res: Response, next: NextFunction): void {
  const [path = '', query] = req.url.split('?', 2);
  const match = /^(.+)\.(csv|xlsx)$/.exec(path);
  if (req.method !== 'POST' && match?.[1] && !path.startsWith('/assets/')) {
    req.asFile = match[2] === 'csv' ? 'csv' : 'xlsx';
    req.url = query === undefined ? match[1] : `${match[1]}?${query}`;
  }
  next();
}
