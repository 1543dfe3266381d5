import { formatDate } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Inspection } from './inspections.store.js';
import { possibleReaders } from './leads.store.js';
import { readersOf, type Reader } from './readers.store.js';

interface Field {
  value: string;
  fault: string | null;
}

export interface ReadersPage {
  where: string;
  readers: { name: string; line: string; href: string }[];
  visiting: { action: string; name: Field; from: Field };
  own: { action: string; person: Field & { options: { value: string; text: string }[] } };
  access: string;
}

export function readersPage(c: Showing, inspection: Inspection): ReadersPage {
  const here = `/inspections/${inspection.id}/readers`;
  const readers = readersOf(c.db, inspection.id);
  const reading = new Set(readers.filter(({ endedAt }) => endedAt === null).map(({ id }) => id));
  const field = (name: string): Field => ({ value: typed(c, name), fault: faultAt(c, name) });
  return {
    where: inspection.name,
    readers: readers.map((reader) => ({
      name: reader.name,
      line: readerLine(reader),
      href: `${here}/${reader.id}`,
    })),
    visiting: { action: `${here}/invitation`, name: field('name'), from: field('from') },
    own: {
      action: here,
      person: {
        ...field('person'),
        options: [
          { value: '', text: 'Choose an auditor' },
          ...possibleReaders(c.db, c.today)
            .filter(({ id }) => !reading.has(id))
            .map(({ id, name }) => ({ value: String(id), text: name })),
        ],
      },
    },
    access: `Their accounts open this inspection only, and end after ${formatDate(inspection.accessUntil)}.`,
  };
}

/** What is known of a reader, in a line. */
export function readerLine(reader: Reader): string {
  const where =
    reader.kind === 'own'
      ? 'Auditor of the service'
      : `Visiting${reader.fromService ? ` from ${reader.fromService}` : ''}`;
  if (reader.endedAt !== null)
    return `${where}; reads no more since ${formatDate(londonDate(reader.endedAt))}: ${reader.endReason ?? ''}`;
  const account =
    reader.kind === 'own' || reader.signInName !== null
      ? ''
      : reader.linkUntil === null
        ? '; has no link'
        : `; link not used yet, works until ${formatDate(londonDate(reader.linkUntil))}`;
  return `${where}${account}; ${reader.holds === 0 ? 'holds no reading' : `holds ${reader.holds} not submitted`}`;
}

export interface ReaderPage {
  title: string;
  where: string;
  line: string;
  /** Null for people of the service, and once they read no more. */
  link: { action: string } | null;
  end: { action: string; reason: Field } | null;
  backHref: string;
}

export function readerPage(c: Showing, inspection: Inspection, reader: Reader): ReaderPage {
  const here = `/inspections/${inspection.id}/readers`;
  const reads = reader.endedAt === null;
  return {
    title: reader.name,
    where: inspection.name,
    line: readerLine(reader),
    link: reads && reader.kind === 'visiting' ? { action: `${here}/${reader.id}/link` } : null,
    end: reads
      ? { action: `${here}/${reader.id}`, reason: { value: typed(c, 'reason'), fault: faultAt(c, 'reason') } }
      : null,
    backHref: here,
  };
}

export interface LinkPage {
  name: string;
  link: string;
  sentence: string;
  backHref: string;
}

/** The page that shows a link: the answer to the press that made it, and nowhere else. */
export const linkPage = (inspection: Inspection, name: string, token: string): LinkPage => ({
  name,
  link: `/sign-in/invitations/${token}`,
  sentence: `Put the address of your Assay before it and send it to nobody else. It works once, and access ends after ${formatDate(inspection.accessUntil)}.`,
  backHref: `/inspections/${inspection.id}/readers`,
});
