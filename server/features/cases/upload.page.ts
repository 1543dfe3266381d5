import { formatDate, formatMoment, formatTime } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { faultAt } from '../../platform/http/typed.js';
import type { Showing } from '../../platform/http/route.js';
import { newestImport } from './imports.store.js';
import { stepAddress } from './next-step.js';
import { uploadsOf } from './uploads.store.js';

export const largestFile = 20 * 1024 * 1024;

/** The page where a case list is chosen. */
export interface UploadPage {
  fileFault: string | null;
  last: { text: string; href: string } | null;
  stopped: { text: string; href: string; line: string }[];
}

export function uploadPage(c: Showing): UploadPage {
  const newest = newestImport(c.db);
  return {
    fileFault: faultAt(c, 'file'),
    last: newest
      ? {
          text: `The list of ${formatMoment(newest.madeAt)}: ${newest.cases} cases`,
          href: `/cases/imports/${newest.id}`,
        }
      : null,
    stopped: uploadsOf(c.db, c.me.id)
      .filter((upload) => upload.expiresAt > c.now)
      .map((upload) => ({
        text: `Go on with ‘${upload.name}’`,
        href: stepAddress(upload.id, 'sheet'),
        line: `chosen ${formatMoment(upload.receivedAt)}; forgotten ${until(upload.expiresAt)}`,
      })),
  };
}

function until(expiresAt: string): string {
  return `${formatDate(londonDate(expiresAt))} at ${formatTime(expiresAt)}`;
}
