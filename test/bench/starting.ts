import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { measured, type Measured } from './figures.js';
import { millisecondsOf } from './load.js';
import { startAssay, startBare, type Server } from './processes.js';

/** From the command on an empty folder until the first page (which asks to set it up) is read whole. */
export async function startToFirstPage(folder: string, rounds: number): Promise<Measured[]> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let i = 0; i < rounds; i += 1) {
    ours.push(await timeToPage(() => startAssay(mkdtempSync(join(folder, 'start-')))));
    theirs.push(await timeToPage(() => startBare(mkdtempSync(join(folder, 'bare-')))));
  }
  return [measured('start to first page (ms)', 1, ours, theirs)];
}

async function timeToPage(start: () => Promise<Server>): Promise<number> {
  const from = process.hrtime.bigint();
  const server = await start();
  await millisecondsOf(`${server.url}/`, {});
  const took = Number(process.hrtime.bigint() - from) / 1e6;
  await server.stop();
  return took;
}
