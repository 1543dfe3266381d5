import Database from 'better-sqlite3';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../server/app.js';
import { routes } from '../../server/features/reports/routes.js';
import { createViews } from '../../server/platform/handlebars/views.js';
import { measured, type Measured } from './figures.js';
import { millisecondsOf, page, signIn } from './load.js';
import { root, type Server } from './processes.js';

/** A service with so many agreed audits, on a server of its own. */
export interface Grown {
  audits: string;
  folder: string;
  server: Server;
}

interface Reader {
  name: string;
  password: string;
}

/**
 * Each report as the head of service opens it, in a service of two years and in one that has done the same for longer,
 * against the statements that the page runs; then the older service against the younger.
 */
export async function openingReports(young: Grown, old: Grown, reader: Reader, rounds: number): Promise<Measured[]> {
  const services = await Promise.all([young, old].map((grown) => prepared(grown, reader)));
  const [few, many] = services;
  if (!few || !many) throw new Error('Two services are compared.');
  const figures: Measured[] = [];
  for (const path of reportPaths) {
    const address = filledIn(path, few.db);
    const bare = [];
    for (const { grown, headers, db } of services) {
      await page(`${grown.server.url}${address}`, headers);
      bare.push(statements(db, await statementsOfPage(grown.folder, address, reader)));
    }
    const times = services.map((): { page: number[]; sql: number[] } => ({ page: [], sql: [] }));
    for (let i = 0; i < rounds; i += 1) {
      for (const [at, { grown, headers }] of services.entries()) {
        times[at]?.page.push(await millisecondsOf(`${grown.server.url}${address}`, headers));
        times[at]?.sql.push(bare[at]?.() ?? 0);
      }
    }
    const name = `opening ${path}`;
    times.forEach((time, at) =>
      figures.push(measured(`${name}, ${services[at]?.grown.audits ?? ''} audits (ms)`, 1, time.page, time.sql)),
    );
    const [younger, older] = times;
    if (younger && older)
      figures.push(
        measured(`${name}, ${many.grown.audits} against ${few.grown.audits} (ms)`, 1, older.page, younger.page, {
          atMost: 1.5,
        }),
      );
  }
  services.forEach(({ db }) => db.close());
  return figures;
}

/** Every report that can be opened: whoever adds one has it measured. */
const reportPaths = routes.flatMap(({ path, show }) => (show === null ? [] : [path]));

/** Ids in an address: the person with the most agreed audits, and what every form asks about. */
function filledIn(path: string, db: Database.Database): string {
  const busiest = db
    .prepare<[], { id: number }>(
      `SELECT work_of_id AS id FROM audits WHERE agreed_on >= date('now', '-1 year') AND work_of_id IS NOT NULL
       GROUP BY work_of_id ORDER BY count(*) DESC LIMIT 1`,
    )
    .get();
  return path
    .replace('practitioners/:id', `practitioners/${busiest?.id ?? 0}`)
    .replace(/:(theme|key|id)/, 'assessment');
}

async function prepared(grown: Grown, { name, password }: Reader) {
  const db = new Database(join(grown.folder, 'assay.sqlite'), { readonly: true });
  db.pragma('cache_size = -16000');
  return { grown, db, headers: await signIn(grown.server.url, name, password) };
}

/** What the page reads, with its values: the application runs once in this process, on the same file. */
async function statementsOfPage(folder: string, address: string, { name, password }: Reader): Promise<string[]> {
  const ran: string[] = [];
  const db = new Database(join(folder, 'assay.sqlite'), { verbose: (text) => ran.push(String(text)) });
  const now = () => new Date().toISOString();
  const app = createApp({
    db,
    views,
    log: pino({ level: 'silent' }),
    clock: now,
    random: (bytes) => 'f'.repeat(bytes * 2),
    secret: 'bench',
    secureCookies: false,
    setUpCode: { make: () => '', fits: () => false, end: () => undefined },
    dataDir: folder,
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const headers = await signIn(url, name, password);
  ran.length = 0;
  await page(`${url}${address}`, headers);
  server.close();
  server.closeAllConnections();
  db.close();
  return ran.filter((text) => /^\s*(SELECT|WITH)\b/i.test(text));
}

const views = createViews(join(root, 'views'));

/** Runs them all and gives the milliseconds; each is prepared beforehand. */
function statements(db: Database.Database, texts: readonly string[]): () => number {
  const all = texts.map((text) => db.prepare(text));
  return () => {
    const from = process.hrtime.bigint();
    for (const one of all) one.all();
    return Number(process.hrtime.bigint() - from) / 1e6;
  };
}
