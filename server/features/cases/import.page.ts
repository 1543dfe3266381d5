import { formatMoment } from '../../domain/calendar/format-date.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import type { Table } from '../../platform/table.js';
import { faultTable } from './fault-table.js';
import { faultsOfImport, newestImport, type Import } from './imports.store.js';

/** A list that was brought in: what it came to, and the faults that are left. */
export interface ImportPage {
  title: string;
  sentence: string;
  figures: { n: string; text: string }[];
  faults: Table;
  faultsCount: string;
  faultsFile: string;
  casesHref: string | null;
  sampleHref: string | null;
}

export function importPage(c: Showing, found: Import): ImportPage {
  const isNewest = newestImport(c.db)?.id === found.id;
  const faults = faultTable(faultsOfImport(c.db, found.id), () => 'Put right, then bring in the list again');
  return {
    title: `Case list of ${formatMoment(found.madeAt)}`,
    sentence: `Brought in by ${found.madeBy ?? 'the command line'}: ${found.rows} rows.${isNewest ? ' This is the list that holds now.' : ''}`,
    figures: [
      { n: String(found.cases), text: `cases, with ${found.orders} orders` },
      { n: String(found.added), text: 'new' },
      { n: String(found.changed), text: `changed; ${found.unchanged} the same` },
      { n: String(found.faulty), text: found.faulty === 1 ? 'faulty row, left out' : 'faulty rows, left out' },
    ],
    faults,
    faultsCount: found.faulty > 0 ? `${found.faulty} rows, kept here for 30 days` : 'none',
    faultsFile: `/cases/imports/${found.id}.csv?table=faults`,
    casesHref: may(c.me, 'cases.read') ? '/cases' : null,
    sampleHref: may(c.me, 'samples.draw') ? '/samples/new' : null,
  };
}
