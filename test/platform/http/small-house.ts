import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import session from 'express-session';
import { pino } from 'pino';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { openDataFolder } from '../../../server/data-folder';
import { reachOf, type Me, type Role } from '../../../server/domain/rights';
import { perform } from '../../../server/features/trail/perform';
import { asFile } from '../../../server/platform/http/as-file';
import { lastResort, noSuchPage } from '../../../server/platform/http/problem-pages';
import { shown, to } from '../../../server/platform/http/results';
import type { House } from '../../../server/platform/http/house';
import { serve } from '../../../server/platform/http/serve';
import type { Route } from '../../../server/platform/http/route';
import type { Db } from '../../../server/platform/sqlite/open';

/** The wrapper around a few routes of a test: pages come as JSON of what they were given, people sign in by a header. */
export function smallHouse(routes: Route[]) {
  const folder = mkdtempSync(join(tmpdir(), 'assay-http-'));
  const { db } = openDataFolder(folder);
  const lines: string[] = [];
  const app = express();
  app.set('query parser', 'simple');
  app.use(asFile);
  app.use(session({ secret: 'x', resave: false, saveUninitialized: false }));
  app.use((req, _res, next) => {
    if (req.get('X-Person')) req.session.person = Number(req.get('X-Person'));
    next();
  });
  app.use(express.urlencoded({ extended: false, limit: '20kb', parameterLimit: 50 }));
  const house = { ...houseOn(db), log: pino({ level: 'error' }, { write: (line) => void lines.push(line) }) };
  for (const route of routes) serve(app, house, route);
  app.use(noSuchPage(house));
  app.use(lastResort(house));
  return {
    app,
    db,
    /** What was written to the log, a line each. */
    lines,
    as: (person: keyof typeof people | null): TestAgent => {
      const agent = request.agent(app).set('Sec-Fetch-Site', 'same-origin');
      return person === null ? agent : agent.set('X-Person', String(people[person].id));
    },
    acts: (): unknown[] => db.prepare('SELECT act FROM trail ORDER BY id').pluck().all(),
    /** From now on no page can be drawn. */
    breakPages: () => {
      house.views.render = () => {
        throw new Error('no template');
      };
    },
    close: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const person = (id: number, name: string, ...roles: Role[]): Me => ({ id, name, roles: new Set(roles), teamsLed: [] });
const people = { head: person(1, 'Helen Pryce', 'head'), auditor: person(2, 'Ruth Ashdown', 'auditor') };

function houseOn(db: Db): Omit<House, 'log'> {
  const insert = db.prepare('INSERT INTO people (id, name, added_at) VALUES (?, ?, ?)');
  for (const { id, name } of Object.values(people)) insert.run(id, name, '2026-01-01');
  return {
    db,
    views: {
      render: (view, model, { title, faults }) => JSON.stringify({ view, model, title, faults }),
    },
    clock: () => '2026-11-24T14:02:00.000Z',
    today: (now) => now.slice(0, 10),
    random: () => 'ab',
    whoIsAsking: (_db, id) => Object.values(people).find((one) => one.id === id) ?? null,
    reachOf,
    perform,
    viewed: () => undefined,
    chrome: () => ({ service: '', person: null, demo: false, menu: [], printed: '', address: '' }),
    signIn: (next, typed) =>
      typed
        ? shown(200, 'sign-in', { next, typed }, { title: 'Sign in' })
        : to(`/sign-in?next=${encodeURIComponent(next)}`),
  };
}
