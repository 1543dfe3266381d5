import { reachOf } from '../../domain/rights.js';
import { sampleById } from '../samples/samples.store.js';
import { files } from './figure.js';
import type { CountedAudit } from './audits.store.js';
import { grouped } from './grouped.js';
import type { Reporting } from './reporting.js';

/** A sample that audits of a figure were drawn in. */
export interface SampleBehind {
  name: string;
  /** 'drawn at random, 12 files' */
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

/**
 * The samples listed beneath a figure, oldest first: who reads a count can see how its cases came to be in it. Those that
 * the reader may not read stand there as a number: a name can say why somebody's cases were chosen.
 */
export function samplesBehind(r: Reporting, audits: readonly CountedAudit[]): SampleBehind[] {
  const reach = reachOf(r.me, 'samples.read');
  const bySample = [...grouped(audits, ({ sample }) => sample)].sort(([a], [b]) => a - b);
  const mayRead = (id: number): boolean => reach !== null && sampleById(r.db, id, reach, r.today) !== undefined;
  const listed = bySample.filter(([id]) => mayRead(id));
  const others = bySample.filter(([id]) => !listed.some(([other]) => other === id));
  return [
    ...listed.map(([id, theirs]) => {
      const drawn = r.method(id);
      const text = `${methods[drawn?.method ?? ''] ?? 'drawn'}, ${files(theirs.length)}`;
      return { name: drawn?.name ?? `Sample ${id}`, text, href: `/samples/${id}/certificate` };
    }),
    ...(others.length === 0 ? [] : [unread(others.length, others.flatMap(([, theirs]) => theirs).length)]),
  ];
}

const unread = (samples: number, n: number): SampleBehind => ({
  name: `${samples} ${samples === 1 ? 'sample' : 'samples'} whose certificates only managers read`,
  text: files(n),
  href: null,
});
