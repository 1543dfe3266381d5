import { levelDifference, type LevelKind } from '../../domain/forms/levels.js';
import type { Level } from '../../domain/forms/scales.js';
import type { CountedAudit } from './audits.store.js';

/** An audit with both levels: the auditor's first, put before the service's was shown, and the service's. */
export interface Compared {
  audit: CountedAudit;
  own: Level | null;
  service: Level | null;
  step: Step;
}

/** How the service's level lies to the auditor's. */
export type Step = 'under' | 'same' | 'over';

export const steps: readonly { step: Step; name: string }[] = [
  { step: 'under', name: 'Service lower than the auditor: under-estimated' },
  { step: 'same', name: 'The same' },
  { step: 'over', name: 'Service higher than the auditor: over-estimated' },
];

export const levelKinds: readonly { kind: LevelKind; title: string }[] = [
  { kind: 'harm', title: 'Risk of serious harm to others' },
  { kind: 'safety', title: 'Concern for the child’s own safety' },
];

/** The audits that have both levels of a kind. */
export const compared = (audits: readonly CountedAudit[], kind: LevelKind): Compared[] =>
  audits.flatMap((audit) => {
    const own = kind === 'harm' ? audit.harmFirst : audit.safetyFirst;
    const service = kind === 'harm' ? audit.harmService : audit.safetyService;
    const difference = levelDifference(own, service);
    return difference === null ? [] : [{ audit, own, service, step: stepOf(difference) }];
  });

const stepOf = (difference: number): Step => (difference > 0 ? 'under' : difference < 0 ? 'over' : 'same');

/** What is counted, in words that follow a count: 'with the service’s level of ... lower than the auditor’s first'. */
export function saysOfStep(step: Step, title: string): string {
  const of = `with the service’s level of ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  if (step === 'same') return `${of} the same as the auditor’s first`;
  return `${of} ${step === 'under' ? 'lower' : 'higher'} than the auditor’s first`;
}
