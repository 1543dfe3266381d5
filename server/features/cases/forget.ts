import type { Db } from '../../platform/sqlite/open.js';
import { emptyFaultsBefore } from './imports.store.js';
import { removeUploadFile, uploadFiles } from './upload-files.js';
import { isUpload, removeUploadsBefore } from './uploads.store.js';

const dayInMs = 86_400_000;
/** Faults hold cells of a register: so long they serve whoever puts the register right. */
const daysOfFaults = 30;

/**
 * Forgets what has served: uploads that were stopped a day ago, files that no upload names, and faults of old lists.
 * To be called at start and every hour.
 */
export function forgetOldImports(db: Db, now: string): void {
  removeUploadsBefore(db, now);
  for (const id of uploadFiles(db)) if (!isUpload(db, id)) removeUploadFile(db, id);
  emptyFaultsBefore(db, new Date(Date.parse(now) - daysOfFaults * dayInMs).toISOString());
}
