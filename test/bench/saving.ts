import { measured, type Measured } from './figures.js';
import { page, requestsASecond, type Client } from './load.js';
import type { Server } from './processes.js';

/** A form under load: its audits, a section of theirs, and a question in it that is answered again and again. */
export interface UnderLoad {
  assay: Server;
  bare: Server;
  /** Where the bare server finds the bytes of the pages. */
  bareFolder: string;
  /** Headers of the auditor whose audits these are. */
  headers: Record<string, string>;
  /** '41-item form'. */
  form: string;
  /** One for each client. */
  audits: readonly number[];
  section: string;
  item: string;
  rounds: number;
  /** Requests a round. */
  amount: number;
}

const note = 'Police information of March and the report of the school say the same; the plan names neither.';

/** Saving one answer, as the script of the page sends it, against one row that is committed to the disk. */
export async function savingAnAnswer(load: UnderLoad): Promise<Measured[]> {
  const auditors = await Promise.all(load.audits.map((audit) => auditor(load, audit)));
  const others = load.audits.map(() => bareClient(load.item));
  return sideBySide(`saving one answer of the ${load.form} (requests a second)`, load, auditors, others);
}

/** The same with 1 and with all clients: rounds of ours and of the bare server's in turns. */
export async function sideBySide(
  name: string,
  { assay, bare, rounds, amount }: UnderLoad,
  ours: readonly Client[],
  theirs: readonly Client[],
): Promise<Measured[]> {
  const figures: Measured[] = [];
  for (const clients of [1, ours.length]) {
    const took: [number[], number[]] = [[], []];
    for (let round = -1; round < rounds; round += 1) {
      const us = await requestsASecond(assay.url, ours.slice(0, clients), amount);
      const them = await requestsASecond(bare.url, theirs.slice(0, clients), amount);
      // The first round warms both up.
      if (round >= 0) took.forEach((list, i) => list.push(i === 0 ? us : them));
    }
    figures.push(measured(name, clients, ...took, { atLeast: 0.5 }));
  }
  return figures;
}

/** Goes between two answers of one question of an audit, always upon the version that was saved last. */
export async function auditor({ assay, headers, section, item }: UnderLoad, audit: number): Promise<Client> {
  const path = `/audits/${audit}/sections/${section}`;
  const html = await page(`${assay.url}${path}`, headers);
  let seen = Number(new RegExp(`name="${item}__seen"[^>]*value="(\\d+)"`).exec(html)?.[1]);
  if (!Number.isInteger(seen)) throw new Error(`${path} does not ask ${item}.`);
  let value = 'yes';
  return {
    next() {
      value = value === 'yes' ? 'in-part' : 'yes';
      const fields = {
        do: 'save',
        show: 'all',
        [item]: value,
        // Never the same twice, whatever was saved before: the same again would not be written.
        [`${item}__note`]: `${note} Read ${seen + 1} times.`,
        [`${item}__evidence`]: '',
        [`${item}__seen`]: String(seen),
      };
      const body = new URLSearchParams(fields).toString();
      return { method: 'POST', path, headers: { ...headers, ...form, Accept: 'application/json' }, body };
    },
    answered(body) {
      const version = (JSON.parse(body) as { versions: Record<string, number> }).versions[item];
      if (version !== seen + 1) throw new Error(`Version ${version} was saved after ${seen}.`);
      seen = version;
    },
  };
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

export const bareClient = (item: string): Client => ({
  next: () => ({
    method: 'POST',
    path: '/answers',
    headers: form,
    body: new URLSearchParams({ item, value: 'yes', note }).toString(),
  }),
  answered: () => undefined,
});
