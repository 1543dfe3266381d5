import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMoment } from '../domain/calendar/format-date.js';
import type { Table } from './table.js';

/** Of which page a file was made, when (UTC) and by whom; the address holds the filters. */
export interface Made {
  readonly title: string;
  readonly at: string;
  readonly by: string;
  readonly address: string;
}

/** The first lines of every file: what it is, what is counted under which filters, when and by what it was made. */
export function bannerOf(table: Table, made: Made): string[] {
  const title = table.title === made.title ? table.title : `${made.title}: ${table.title}`;
  return [
    title,
    table.sentence,
    `From ${made.address}`,
    `Made ${formatMoment(made.at)} by ${made.by}, Assay ${version()}`,
  ].filter((line) => line !== '');
}

let known: string | null = null;

/** The version that stands in package.json. */
export function version(): string {
  known ??= /"version":\s*"([^"]+)"/.exec(readFileSync(join(__dirname, '../../package.json'), 'utf8'))?.[1] ?? '';
  return known;
}
