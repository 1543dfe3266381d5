import { certificate } from '../../domain/sampling/certificate.js';
import type { SampleCertificate } from '../../domain/sampling/certificate-document.js';
import { rulesInWords } from '../../domain/sampling/rules-in-words.js';
import type { Rules } from '../../domain/sampling/rules.js';
import type { Db } from '../../platform/sqlite/open.js';
import { formVersion } from '../forms/forms.store.js';
import { personById } from '../people/people.store.js';
import { teams } from '../people/teams.store.js';
import { frameOf, ranksOf } from './frame-rows.store.js';
import { registerAt } from './frame.store.js';
import { leftCodes, swapsOf } from './places.store.js';
import { purposes } from './purposes.js';
import { sampleById, type Sample } from './samples.store.js';

/** The record of a draw as an outsider can check it: no name of a case, only numbers. */
export function recordOf(db: Db, sample: Sample, today: string): SampleCertificate {
  const form = formVersion(db, sample.formVersionId);
  const first = sample.againOf === null ? undefined : sampleById(db, sample.againOf, { kind: 'all' }, today);
  return certificate({
    name: sample.name,
    purpose: purposes[sample.purpose],
    form: { key: form.key, version: form.version, title: form.title },
    drawnAt: sample.drawnAt,
    drawnBy: drawnBy(sample),
    registerAt: sample.importId === null ? null : registerAt(db, sample.importId),
    again: first ? { of: first.name, drawnAt: first.drawnAt, reason: sample.againReason ?? '' } : null,
    rules: rulesInWords(rulesOf(sample), namesIn(db)),
    rulesAsData: asDocument(rulesOf(sample)),
    method: sample.method,
    reason: sample.reason,
    size: sample.size,
    seed: sample.seed,
    frame: frameOf(db, sample.id),
    frameDigest: sample.frameDigest,
    ranks: ranksOf(db, sample.id),
    swaps: swapsOf(db, sample.id).map(({ code, ...swap }) => ({ ...swap, reason: leftCodes[code] })),
  });
}

export const drawnBy = (sample: Sample): string => sample.drawnByName ?? 'Command line';

/** As they were checked at the draw, and never changed since. */
export const rulesOf = (sample: Sample): Rules => JSON.parse(sample.rules) as Rules;

export function namesIn(db: Db): { team: (id: number) => string; person: (id: number) => string } {
  const teamNames = new Map(teams(db).map(({ id, name }) => [id, name]));
  return {
    team: (id) => teamNames.get(id) ?? `Team ${id}`,
    person: (id) => personById(db, id)?.name ?? `Person ${id}`,
  };
}

/** Whether the rules tell something about a level. */
export const asksForLevels = (rules: Rules): boolean => rules.harmLevels.length + rules.safetyLevels.length > 0;

function asDocument(rules: Rules): SampleCertificate['rulesAsData'] {
  return {
    ...rules,
    orderGroups: [...rules.orderGroups],
    orderTypes: [...rules.orderTypes],
    teams: [...rules.teams],
    practitioners: [...rules.practitioners],
    harmLevels: [...rules.harmLevels],
    safetyLevels: [...rules.safetyLevels],
    reoffendingLevels: [...rules.reoffendingLevels],
  };
}
