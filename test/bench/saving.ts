import { measured, type Measured } from './figures.js';
import { page, requestsASecond, type Client } from './load.js';
import type { Server } from './processes.js';

interface Saving {
  assay: Server;
  bare: Server;
  /** Headers of the auditor whose audits these are. */
  headers: Record<string, string>;
  audits: readonly number[];
  rounds: number;
  /** Requests a round. */
  amount: number;
}

const section = 'harm-assessment';
const item = 'harm-sources';
const note = 'Police information of March and the report of the school say the same; the plan names neither.';

/** Saving one answer, as the script of the page sends it, against one row that is committed to the disk. */
export async function savingAnAnswer({ assay, bare, headers, audits, rounds, amount }: Saving): Promise<Measured[]> {
  const auditors = await Promise.all(audits.map((audit) => auditor(assay, headers, audit)));
  const others = audits.map(() => bareClient());
  const figures: Measured[] = [];
  for (const clients of [1, audits.length]) {
    const [ours, theirs]: [number[], number[]] = [[], []];
    const round = async (server: Server, all: readonly Client[]) =>
      requestsASecond(server.url, all.slice(0, clients), amount);
    await round(assay, auditors);
    await round(bare, others);
    for (let i = 0; i < rounds; i += 1) {
      ours.push(await round(assay, auditors));
      theirs.push(await round(bare, others));
    }
    figures.push(measured('saving one answer (requests a second)', clients, ours, theirs, { atLeast: 0.5 }));
  }
  return figures;
}

/** Goes between two answers of one question of an audit, always upon the version that was saved last. */
async function auditor(assay: Server, headers: Record<string, string>, audit: number): Promise<Client> {
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
        [`${item}__note`]: note,
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

const bareClient = (): Client => ({
  next: () => ({
    method: 'POST',
    path: '/answers',
    headers: form,
    body: new URLSearchParams({ item, value: 'yes', note }).toString(),
  }),
  answered: () => undefined,
});
