import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createApp } from './app.js';
import { forgetOldImports } from './features/cases/forget.js';
import { anyAccount } from './features/people/accounts.store.js';
import { createSetUpCode } from './features/sign-in/set-up-code.js';
import { createViews } from './platform/handlebars/views.js';
import { createLog } from './platform/log/log.js';
import type { Db } from './platform/sqlite/open.js';
import type { Settings } from './settings.js';

const now = (): string => new Date().toISOString();
const random = (bytes: number): string => randomBytes(bytes).toString('hex');

/** Listens until it is told to stop; then lets requests that run come to their end. */
export function startService(settings: Settings, db: Db, secret: string): void {
  const setUpCode = createSetUpCode(now, random);
  const log = createLog(settings.logLevel);
  const app = createApp({
    db,
    views: createViews(join(__dirname, '..', 'views')),
    log,
    clock: now,
    random,
    secret,
    secureCookies: settings.secureCookies,
    setUpCode,
    dataDir: settings.dataDir,
  });
  const server = app.listen(settings.port, settings.host, (error?: Error) => {
    if (error) {
      console.error(`Assay can't listen at ${settings.host}:${settings.port}: ${error.message}`);
      process.exit(1);
    }
    const bound = server.address();
    const port = typeof bound === 'object' && bound ? bound.port : settings.port;
    console.log(`Assay is ready at http://${settings.host}:${port}`);
    if (!anyAccount(db)) console.log(`First visit: open the address and type this code: ${setUpCode.make()}`);
  });
  const forget = (): void => {
    try {
      forgetOldImports(db, now());
    } catch (error) {
      log.error(error, 'Old uploads could not be forgotten; tried again in an hour');
    }
  };
  forget();
  setInterval(forget, 3_600_000).unref();
  const stop = (): void => {
    server.close(() => {
      db.close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5000).unref();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
