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
  audit: number;
  rounds: number;
  amount: number;
}

const sections = ['harm-assessment', 'harm-planning', 'harm-delivery', 'harm-reviewing', 'oversight'];

/** Opening the form of 41 questions, half filled in, against sending the same bytes. */
export async function openingTheForm(opening: Opening): Promise<Measured[]> {
  const base = `/audits/${opening.audit}`;
  const longest = sections.slice(0, 1).map((section) => `${base}/sections/${section}`);
  return [
    ...(await opened('opening its longest section (requests a second)', longest, opening)),
    ...(await opened(
      'opening the 41-item form section by section (requests a second)',
      sections.map((section) => `${base}/sections/${section}`),
      opening,
    )),
    ...(await opened('opening the 41-item form on one sheet (requests a second)', [`${base}/sheet`], opening)),
  ];
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
    const all = (addresses: readonly string[]) => Array.from({ length: clients }, () => reader(addresses, headers));
    await requestsASecond(assay.url, all(paths), amount);
    await requestsASecond(bare.url, all(copies), amount);
    for (let i = 0; i < rounds; i += 1) {
      ours.push(await requestsASecond(assay.url, all(paths), amount));
      theirs.push(await requestsASecond(bare.url, all(copies), amount));
    }
    figures.push(measured(name, clients, ours, theirs, { atLeast: 0.5 }));
  }
  return figures;
}

function reader(paths: readonly string[], headers: Record<string, string>): Client {
  let turn = 0;
  return {
    next: () => ({ method: 'GET', path: paths[turn++ % paths.length] ?? '/', headers }),
    answered: () => undefined,
  };
}
