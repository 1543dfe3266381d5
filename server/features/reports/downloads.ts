import type { Table } from '../../platform/table.js';
import type { Reporting } from './reporting.js';
import { queryOf } from './selection.js';

export interface Download {
  title: string;
  csv: string;
  xlsx: string;
}

/** Where each table of a page can be taken away, under the filters that hold. */
export function downloadsOf(
  r: Reporting,
  tables: readonly Table[],
  kept: Readonly<Record<string, string>> = {},
): Download[] {
  return tables.map(({ key, title }) => {
    const query = queryOf(r.selection, r.today, { ...kept, table: key });
    return { title, csv: `${r.address}.csv${query}`, xlsx: `${r.address}.xlsx${query}` };
  });
}
