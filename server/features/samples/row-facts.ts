import type { Level } from '../../domain/forms/scales.js';
import type { OrderGroup } from '../../domain/register/orders.js';
import type { Listed } from './frame.js';

/** What is kept of a case as it was at the draw, to show whether the sample looks like the caseload. */
export interface RowFacts {
  type: string | null;
  group: OrderGroup | null;
  startedOn: string | null;
  harm: Level | null;
  safety: Level | null;
  sex: string | null;
  lookedAfter: 'yes' | 'no' | null;
}

export function rowFacts({ case: found, order }: Listed): RowFacts {
  return {
    type: order?.type ?? null,
    group: order?.group ?? null,
    startedOn: order?.startedOn ?? null,
    harm: order?.harmLevel ?? null,
    safety: order?.safetyLevel ?? null,
    sex: found.sex,
    lookedAfter: found.lookedAfter,
  };
}

/** The service itself has no case. */
export const noCase: RowFacts = {
  type: null,
  group: null,
  startedOn: null,
  harm: null,
  safety: null,
  sex: null,
  lookedAfter: null,
};

/** As it was written at the draw, and never changed since. */
export const readFacts = (kept: string): RowFacts => JSON.parse(kept) as RowFacts;
