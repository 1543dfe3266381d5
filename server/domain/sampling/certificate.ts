import type { SampleCertificate } from './certificate-document.js';
import type { Ranked } from './draw.js';
import { sortedByUnit } from './frame.js';

/** A sample after its draw: there is no certificate, and no seed to tell, before it. */
export interface DrawnSample extends Omit<SampleCertificate, 'document' | 'version' | 'ranks'> {
  ranks: readonly Omit<Ranked, 'hash'>[];
}

/**
 * The certificate of a drawn sample, checked against `schemas/sample-certificate.schema.json` where it is written. The
 * digest is the one kept at the draw, not a fresh one: a frame that was changed since shows.
 * @example verifyCertificate(certificate(sample)).same // true
 */
export function certificate(sample: DrawnSample): SampleCertificate {
  return {
    document: 'sample-certificate',
    version: 1,
    name: sample.name,
    purpose: sample.purpose,
    form: { key: sample.form.key, version: sample.form.version, title: sample.form.title },
    drawnAt: sample.drawnAt,
    drawnBy: sample.drawnBy,
    registerAt: sample.registerAt,
    again: sample.again,
    rules: [...sample.rules],
    rulesAsData: sample.rulesAsData,
    method: sample.method,
    reason: sample.reason,
    size: sample.size,
    seed: sample.seed,
    frame: sortedByUnit(sample.frame).map(({ unit, excludedBy, stratum }) => ({ unit, excludedBy, stratum })),
    frameDigest: sample.frameDigest,
    ranks: sample.ranks.map(({ unit, stratum, rank }) => ({ unit, stratum, rank })).toSorted(inOrderOfDraw),
    swaps: sample.swaps
      .map(({ leaves, takes, at, reason }) => ({ leaves, takes, at, reason }))
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  };
}

type Rank = SampleCertificate['ranks'][number];

function inOrderOfDraw(a: Rank, b: Rank): number {
  if (a.stratum === b.stratum) return a.rank - b.rank;
  return (a.stratum ?? '') < (b.stratum ?? '') ? -1 : 1;
}
