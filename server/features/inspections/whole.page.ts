import { formatMoment } from '../../domain/calendar/format-date.js';
import { gradeName } from '../../domain/forms/scales.js';
import { standardsJudged } from '../../domain/inspections/frameworks.js';
import { notFound } from '../../domain/problems.js';
import type { Inspection } from './inspections.store.js';
import type { Rated } from './rated.js';

/** A standard that was judged as a whole. */
export interface WholePage {
  title: string;
  where: string;
  rating: string;
  reason: string | null;
  by: string | null;
  facts: { name: string; text: string }[] | null;
}

export function wholePage(inspection: Inspection, rated: Rated, key: string): WholePage {
  const standard = standardsJudged(inspection.framework, inspection.kind).find((one) => one.key === key);
  if (!standard) throw notFound();
  const judged = rated.judged.find((one) => one.standard === key);
  return {
    title: `${key} ${standard.title}`,
    where: inspection.name,
    rating: judged ? gradeName(judged.rating) : 'Not judged yet',
    reason: judged?.reason ?? null,
    by: judged?.proposedByName ?? null,
    facts: judged
      ? [
          { name: 'Proposed', text: `${judged.proposedByName}, ${formatMoment(judged.proposedAt)}` },
          {
            name: 'Confirmed',
            text:
              judged.confirmedByName && judged.confirmedAt
                ? `${judged.confirmedByName}, ${formatMoment(judged.confirmedAt)}`
                : 'not yet: a second person confirms it',
          },
        ]
      : null,
  };
}
