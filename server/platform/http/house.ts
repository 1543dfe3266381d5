import type { Logger } from 'pino';
import type { By, Who } from '../../domain/by.js';
import type { Act, Me, Reach } from '../../domain/rights.js';
import type { Chrome } from '../handlebars/chrome.js';
import type { Views } from '../handlebars/views.js';
import type { Db } from '../sqlite/open.js';
import type { Result } from './results.js';
import type { Typed } from './route.js';

/** What the wrapper needs of the product; app.ts hands it over, so that the platform knows no capability. */
export interface House {
  db: Db;
  views: Views;
  log: Pick<Logger, 'error'>;
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
  ) => Omit<Chrome, 'title' | 'crumbs' | 'faults' | 'layout' | 'scripts'>;
  /** The page that takes a sign-in; `carried` is what was typed when the sign-in ran out. */
  signIn: (next: string, carried: Typed | null) => Result;
}
