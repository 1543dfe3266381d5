import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createApp } from './app.js';
import { openDataFolder } from './data-folder.js';
import { takeShippedForms } from './features/forms/take-shipped.js';
import { createSetUpCode } from './features/sign-in/set-up-code.js';
import { anyAccount } from './features/people/accounts.store.js';
import { createViews } from './platform/handlebars/views.js';
import { createLog } from './platform/log/log.js';
import { readSettings } from './settings.js';

const now = (): string => new Date().toISOString();

function start(): void {
  const settings = readSettings(process.env);
  const log = createLog(settings.logLevel);
  const { db, secret } = openDataFolder(settings.dataDir);
  takeShippedForms(db, now());
  const setUpCode = createSetUpCode(now, (bytes) => randomBytes(bytes).toString('hex'));
  const app = createApp({
    db,
    views: createViews(join(__dirname, '..', 'views')),
    log,
    clock: now,
    random: (bytes) => randomBytes(bytes).toString('hex'),
    secret,
    secureCookies: settings.secureCookies,
    setUpCode,
    dataDir: settings.dataDir,
  });
  const server = app.listen(settings.port, settings.host, (error?: Error) => {
    if (error) return fail(error);
    const bound = server.address();
    const port = typeof bound === 'object' && bound ? bound.port : settings.port;
    console.log(`Assay is ready at http://${settings.host}:${port}`);
    if (!anyAccount(db)) console.log(`First visit: open the address and type this code: ${setUpCode.make()}`);
  });
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

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

try {
  start();
} catch (error) {
  fail(error);
}
