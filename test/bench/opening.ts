import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measured, type Measured } from './figures.js';
import { page, requestsASecond, type Client } from './load.js';
import type { Server } from './processes.js';

interface Opening {
  assay: Server;
  bare: Server;
  /** Where the bare server finds the bytes of the pages. */
  bareFolder: string;
  headers: Record<string, string>;
  audits: readonly number[];
  rounds: number;
  amount: number;
}

/**
 * Opening the form of 41 questions, half filled in, against sending the same bytes: once the same section again and
 * again, and once so many that each has to be drawn anew, however many the server keeps.
 */
export async function openingTheForm(opening: Opening): Promise<Measured[]> {
  const [first] = opening.audits;
  const all: string[] = [];
  for (const audit of opening.audits) all.push(...(await sectionsOf(audit, opening)));
  return [
    ...(await opened(
      'opening the 41-item form, its longest section',
      [`/audits/${first}/sections/harm-assessment`],
      opening,
    )),
    ...(await opened('opening the 41-item form, a section of another audit each time', all, opening)),
    ...(await opened('opening the 41-item form on one sheet', [`/audits/${first}/sheet`], opening)),
  ];
}

/** The sections that the page offers at the side: what is not asked is not there. */
async function sectionsOf(audit: number, { assay, headers }: Opening): Promise<string[]> {
  const html = await page(`${assay.url}/audits/${audit}/sections/harm-assessment`, headers);
  return [...new Set(html.match(new RegExp(`/audits/${audit}/sections/[a-z-]+`, 'g')))];
}

async function opened(
  name: string,
  paths: readonly string[],
  { assay, bare, bareFolder, headers, rounds, amount }: Opening,
): Promise<Measured[]> {
  const copies: string[] = [];
  for (const path of paths) {
    const file = path.slice(1).replaceAll('/', '-');
    writeFileSync(join(bareFolder, `${file}.html`), await page(`${assay.url}${path}`, headers));
    copies.push(`/pages/${file}`);
  }
  const figures: Measured[] = [];
  for (const clients of [1, 8]) {
    const [ours, theirs]: [number[], number[]] = [[], []];
    const all = (addresses: readonly string[]) => readers(clients, addresses, headers);
    await requestsASecond(assay.url, all(paths), amount);
    await requestsASecond(bare.url, all(copies), amount);
    for (let i = 0; i < rounds; i += 1) {
      ours.push(await requestsASecond(assay.url, all(paths), amount));
      theirs.push(await requestsASecond(bare.url, all(copies), amount));
    }
    figures.push(measured(`${name} (requests a second)`, clients, ours, theirs, { atLeast: 0.5 }));
  }
  return figures;
}

/** They take turns at the pages, so that nobody opens what somebody else has just opened. */
function readers(clients: number, paths: readonly string[], headers: Record<string, string>): Client[] {
  let turn = 0;
  const next: Client['next'] = () => ({ method: 'GET', path: paths[turn++ % paths.length] ?? '/', headers });
  return Array.from({ length: clients }, () => ({ next, answered: () => undefined }));
}
