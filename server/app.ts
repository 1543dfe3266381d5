import express, { type Express } from 'express';
import session from 'express-session';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { join } from 'node:path';
import { londonDate } from './domain/calendar/london-date.js';
import { reachOf } from './domain/rights.js';
import { capabilities } from './capabilities.js';
import { chromeOf } from './features/home/chrome.js';
import { whoIsAsking } from './features/people/roles.store.js';
import { carry, signInPage } from './features/sign-in/sign-in.page.js';
import { SessionStore } from './features/sign-in/sessions.store.js';
import { ownPasswordFirst } from './features/sign-in/own-password-first.js';
import { onlyAfterSetUp, type SetUpCode } from './features/sign-in/set-up-code.js';
import { perform } from './features/trail/perform.js';
import { viewed } from './features/trail/viewed.js';
import type { Views } from './platform/handlebars/views.js';
import { asFile } from './platform/http/as-file.js';
import { lastResort, noSuchPage } from './platform/http/problem-pages.js';
import { shown, to } from './platform/http/results.js';
import type { House } from './platform/http/house.js';
import { serve } from './platform/http/serve.js';
import type { Db } from './platform/sqlite/open.js';

export interface Parts {
  db: Db;
  views: Views;
  log: Logger;
  clock: () => string;
  random: (bytes: number) => string;
  secret: string;
  secureCookies: boolean;
  setUpCode: SetUpCode;
  dataDir: string;
}

/** The whole application: set-up steps in order, then the capabilities. */
export function createApp(parts: Parts): Express {
  const app = express();
  app.disable('x-powered-by');
  // Pages are never kept by a browser, so there is nothing to compare later. Assets have tags of their own.
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', parts.secureCookies ? 1 : false);
  app.use(helmet(headers(parts.secureCookies)));
  app.use('/assets', express.static(join(__dirname, '..', 'views', 'assets'), { index: false, maxAge: '1h' }));
  app.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  app.use(asFile);
  app.use(
    session({
      name: 'assay',
      secret: parts.secret,
      store: new SessionStore(parts.db, parts.clock),
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure: parts.secureCookies },
      proxy: parts.secureCookies,
    }),
  );
  app.use(express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 5000 }));
  app.use(onlyAfterSetUp(parts.db));
  app.use(ownPasswordFirst(parts.db));

  const house = houseOf(parts);
  for (const route of capabilities(parts)) serve(app, house, route);
  app.use(noSuchPage(house));
  app.use(lastResort(house));
  return app;
}

function houseOf(parts: Parts): House {
  return {
    db: parts.db,
    views: parts.views,
    log: parts.log,
    clock: parts.clock,
    today: londonDate,
    random: parts.random,
    whoIsAsking,
    reachOf,
    perform,
    viewed,
    chrome: (me, address, now) => chromeOf(parts.db, me, address, now),
    signIn: (next, typed) => {
      if (!typed) return to(`/sign-in?next=${encodeURIComponent(next.length > longestNext ? '/' : next)}`);
      const page = signInPage({ typed: null, faults: [] }, { next, carried: carry(next, typed) });
      return shown(200, 'sign-in/sign-in', page, { title: 'Sign in', layout: 'bare' });
    },
  };
}

/** A longer address would make a header that no browser reads. */
const longestNext = 2000;

/** No third party, no inline style, no inline script, no frame. */
function headers(https: boolean): Parameters<typeof helmet>[0] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    hsts: https,
    referrerPolicy: { policy: 'same-origin' },
  };
}
