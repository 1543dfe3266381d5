import { formatDate } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { isReadable, isUnfinished, stateNames } from '../../domain/audits/states.js';
import { isOrderType, orderTypes } from '../../domain/register/orders.js';
import { orderName } from '../../domain/sampling/order-name.js';
import { blank, number, state, table, text, type Cell, type Row, type Table } from '../../platform/table.js';
import { leftCodes, type PlaceRow } from './places.store.js';
import { readFacts } from './row-facts.js';

type Key = 'place' | 'case' | 'order' | 'practitioner' | 'auditor' | 'state' | 'change';

/** The places of a sample in the order drawn; a swap stands below what it took the place of. No level is shown. */
export function placesTable(sampleId: number, places: readonly PlaceRow[], today: string, mayChange: boolean): Table {
  return table<Key>({
    key: 'places',
    title: 'Cases drawn',
    sentence: 'In the order drawn.',
    columns: [
      { key: 'place', head: 'Place', kind: 'number' },
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'order', head: 'Order', kind: 'text' },
      { key: 'practitioner', head: 'Practitioner', kind: 'text' },
      { key: 'auditor', head: 'Auditor', kind: 'text' },
      { key: 'state', head: 'State', kind: 'text' },
      ...(mayChange ? ([{ key: 'change', head: 'Change', kind: 'text' }] as const) : []),
    ],
    rows: places.map((place): Row<Key> => {
      const { type } = readFacts(place.facts);
      return {
        place: number(place.rank),
        case:
          place.caseId === null
            ? text('The service')
            : text(place.reference ?? 'erased', { href: `/cases/${place.caseId}` }),
        order: text(type === null ? '' : shortName(type)),
        practitioner: text(place.practitioner ?? (place.caseId === null ? '' : 'Nobody')),
        auditor: text(place.leftAt === null ? (place.auditor ?? '') : '–'),
        state: stateOf(place, places, today),
        change: changeable(place)
          ? text('Swap or reassign', { href: `/samples/${sampleId}/places/${place.unit}` })
          : blank(),
      };
    }),
  });
}

/** A case may leave its place, or change hands, until its audit is submitted. The service itself is not swapped. */
export function changeable(place: PlaceRow): boolean {
  return place.caseId !== null && place.leftAt === null && place.state !== null && isUnfinished(place.state);
}

function stateOf(place: PlaceRow, places: readonly PlaceRow[], today: string): Cell {
  if (place.leftAt !== null) return text(leftWords(place, places), { note: place.leftReason });
  if (place.state === null) return blank();
  const words = stateNames[place.state];
  const late = place.dueOn !== null && place.dueOn < today;
  if (late && (isUnfinished(place.state) || place.state === 'returned'))
    return state('late', `${words}, was due ${formatDate(place.dueOn ?? today)}`);
  const href = isReadable(place.state) && place.auditId !== null ? `/audits/${place.auditId}` : null;
  if (place.state === 'agreed' && place.agreedOn !== null)
    return text(`Agreed ${formatDate(place.agreedOn)}`, { href });
  if (place.state === 'submitted' && place.factsUntil !== null && place.factsUntil >= today) {
    return text(`Submitted, with the practitioner until ${formatDate(place.factsUntil)}`, { href });
  }
  if (isUnfinished(place.state) && place.dueOn !== null) return text(`${words}, due ${formatDate(place.dueOn)}`);
  return text(words, { href });
}

const shortName = (type: string): string => (isOrderType(type) ? orderTypes[type].short : orderName(type));

function leftWords(place: PlaceRow, places: readonly PlaceRow[]): string {
  const taker = places.find(({ inPlaceOf }) => inPlaceOf === place.unit);
  const why = leftCodes[place.leftCode ?? 'other'];
  const on = place.leftAt === null ? '' : ` on ${formatDate(londonDate(place.leftAt))}`;
  if (place.caseId === null) return `Withdrawn${on}`;
  return taker ? `Swapped for place ${taker.rank}${on}: ${why}` : `Left empty${on}: ${why}; the reserve was used up`;
}
