import { openDataFolder } from './data-folder.js';
import { takeShippedForms } from './features/forms/take-shipped.js';
import { startService } from './service.js';
import { readSettings } from './settings.js';

try {
  const settings = readSettings(process.env);
  const { db, secret } = openDataFolder(settings.dataDir);
  takeShippedForms(db, new Date().toISOString());
  startService(settings, db, secret);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
