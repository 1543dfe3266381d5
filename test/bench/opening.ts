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

/** Opening the form of 41 questions, half filled in, against sending the same bytes. */
export async function openingTheForm(opening: Opening): Promise<Measured[]> {
  const [first] = opening.audits;
  const section = `/audits/${first}/sections/harm-assessment`;
  return [
    ...(await opened('opening the 41-item form, its longest section', section, opening)),
    ...(await opened('opening the 41-item form on one sheet', `/audits/${first}/sheet`, opening)),
  ];
}

async function opened(
  name: string,
  path: string,
  { assay, bare, bareFolder, headers, rounds, amount }: Opening,
): Promise<Measured[]> {
  const file = path.slice(1).replaceAll('/', '-');
  writeFileSync(join(bareFolder, `${file}.html`), await page(`${assay.url}${path}`, headers));
  const copy = `/pages/${file}`;
  const figures: Measured[] = [];
  for (const clients of [1, 8]) {
    const [ours, theirs]: [number[], number[]] = [[], []];
    const all = (address: string) => readers(clients, address, headers);
    await requestsASecond(assay.url, all(path), amount);
    await requestsASecond(bare.url, all(copy), amount);
    for (let i = 0; i < rounds; i += 1) {
      ours.push(await requestsASecond(assay.url, all(path), amount));
      theirs.push(await requestsASecond(bare.url, all(copy), amount));
    }
    figures.push(measured(`${name} (requests a second)`, clients, ours, theirs, { atLeast: 0.5 }));
  }
  return figures;
}

function readers(clients: number, path: string, headers: Record<string, string>): Client[] {
  const next: Client['next'] = () => ({ method: 'GET', path, headers });
  return Array.from({ length: clients }, () => ({ next, answered: () => undefined }));
}
