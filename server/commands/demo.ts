import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { visitors } from './demo/inspections.js';
import { roleNames } from '../domain/rights.js';
import { openDataFolder } from '../data-folder.js';
import { takeShippedForms } from '../features/forms/take-shipped.js';
import { readSettings } from '../settings.js';
import { startService } from '../service.js';
import { buildDemonstration } from './demo/build.js';
import { demoPassword, workers } from './demo/northbeck.js';
import { signInName } from './demo/service.js';

/** Starts on a data folder of its own, filled with an invented service. Never beyond this machine. */
function demo(): void {
  const settings = readSettings({ ...process.env, DATA_DIR: process.env['DATA_DIR'] ?? './data-demo' });
  if (!isLoopback(settings.host)) {
    throw new Error(
      `The demonstration listens on this machine only. Leave HOST unset, or set it to 127.0.0.1 (it is ${settings.host}).`,
    );
  }
  const fresh = !existsSync(join(settings.dataDir, 'assay.sqlite'));
  const { db, secret } = openDataFolder(settings.dataDir);
  const now = new Date().toISOString();
  takeShippedForms(db, now);
  if (fresh) {
    console.log('Making two years of an invented service: this takes some seconds ...');
    buildDemonstration(db, now);
  }
  console.log(accounts());
  startService(settings, db, secret);
}

/** One account a role. */
function accounts(): string {
  const lines = Object.entries(roleNames).flatMap(([role, name]) => {
    const holders = workers.filter((w) => w.roles.some((one) => one === role));
    const holder = holders.find((w) => w.roles.length === 1) ?? holders[0];
    return holder ? [`  ${signInName(holder.name).padEnd(8)}${holder.name}, ${name}`] : [];
  });
  lines.push(...visitors.map((name) => `  ${signInName(name).padEnd(8)}${name}, ${roleNames.inspector}`));
  return `Sign in with the password ‘${demoPassword}’ as\n${lines.join('\n')}`;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

try {
  demo();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
