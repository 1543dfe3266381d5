import { reachOf } from '../../domain/rights.js';
import { sampleById } from '../samples/samples.store.js';
import { files } from './figure.js';
import type { CountedAudit } from './audits.store.js';
import { grouped } from './grouped.js';
import type { Reporting } from './reporting.js';

/** A sample that audits of a figure were drawn in. */
export interface SampleBehind {
  name: string;
  /** 'drawn at random, 12 files here' */
  text: string;
  /** Its certificate, where the reader may read it. */
  href: string | null;
}

const methods: Readonly<Record<string, string>> = {
  simple: 'drawn at random',
  'per-practitioner': 'drawn at random for each practitioner',
  whole: 'all that were eligible',
  chosen: 'chosen by hand, with a reason',
};

/** The samples listed beneath a figure, oldest first: who reads a count can see how its cases came to be in it. */
export function samplesBehind(r: Reporting, audits: readonly CountedAudit[]): SampleBehind[] {
  const bySample = [...grouped(audits, ({ sample }) => sample)].sort(([a], [b]) => a - b);
  const reach = reachOf(r.me, 'samples.read');
  return bySample.map(([id, theirs]) => {
    const drawn = r.method(id);
    const mayRead = reach !== null && sampleById(r.db, id, reach, r.today) !== undefined;
    return {
      name: drawn?.name ?? `Sample ${id}`,
      text: `${methods[drawn?.method ?? ''] ?? 'drawn'}, ${files(theirs.length)} here`,
      href: mayRead ? `/samples/${id}/certificate` : null,
    };
  });
}
