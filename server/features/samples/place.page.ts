import { notFound } from '../../domain/problems.js';
import { orderName } from '../../domain/sampling/order-name.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { auditors } from './auditors.store.js';
import { holdersOfCase } from './frame.store.js';
import { changeable } from './places-table.js';
import { leftCodes, placesOf, type PlaceRow } from './places.store.js';
import { readFacts } from './row-facts.js';
import type { Sample } from './samples.store.js';

export interface PlacePage {
  title: string;
  where: string;
  facts: { name: string; text: string; reference?: boolean }[];
  swap: {
    action: string;
    codes: { value: string; text: string }[];
    code: string;
    codeFault: string | null;
    reason: string;
    reasonFault: string | null;
  };
  hand: {
    action: string;
    options: { value: string; text: string }[];
    to: string;
    toFault: string | null;
    why: string;
    whyFault: string | null;
  };
  backHref: string;
}

/** One place whose audit is not submitted yet. Out of reach, or too late, there is no such page. */
export function placeFor(
  c: Pick<Showing, 'db' | 'params' | 'reach' | 'today'>,
  sample: Sample,
): PlaceRow & { auditId: number } {
  const place = placesOf(c.db, sample.id, c.reach, c.today).find(({ unit }) => unit === c.params['unit']);
  const ofInspection = sample.inspectionId !== null;
  if (!place || !changeable(place) || place.auditId === null || ofInspection)
    throw notFound('This place can’t be changed: the case has left it, or its audit is submitted.');
  return { ...place, auditId: place.auditId };
}

export function placePage(c: Showing, sample: Sample): PlacePage {
  const place = placeFor(c, sample);
  const barred = holdersOfCase(c.db, place.caseId);
  const { type } = readFacts(place.facts);
  const here = `/samples/${sample.id}/places/${place.unit}`;
  return {
    title: `Place ${place.rank}`,
    where: sample.name,
    facts: [
      { name: 'Case', text: place.reference ?? 'erased', reference: true },
      { name: 'Order', text: type === null ? '' : orderName(type) },
      { name: 'Practitioner', text: place.practitioner ?? 'Nobody' },
      { name: 'Auditor', text: place.auditor ?? '' },
    ],
    swap: {
      action: `${here}/swap`,
      codes: Object.entries(leftCodes).map(([value, text]) => ({ value, text })),
      code: typed(c, 'code'),
      codeFault: faultAt(c, 'code'),
      reason: typed(c, 'reason'),
      reasonFault: faultAt(c, 'reason'),
    },
    hand: {
      action: `${here}/auditor`,
      options: [
        { value: '', text: 'Choose an auditor' },
        ...auditors(c.db, c.today)
          .filter(({ id }) => id !== place.auditorId && !barred.includes(id))
          .map(({ id, name, holds }) => ({ value: String(id), text: `${name} (holds ${holds})` })),
      ],
      to: typed(c, 'to'),
      toFault: faultAt(c, 'to'),
      why: typed(c, 'why'),
      whyFault: faultAt(c, 'why'),
    },
    backHref: `/samples/${sample.id}`,
  };
}
