import { isUnfinished } from '../../domain/audits/states.js';
import { standardsJudged } from '../../domain/inspections/frameworks.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { whatStopsClosing } from './close.js';
import type { Inspection } from './inspections.store.js';
import { readingsOf } from './readings.store.js';
import { standardRatingsOf } from './standard-ratings.store.js';

export interface ClosingPage {
  title: string;
  where: string;
  sentence: string;
  told: { text: string }[];
  action: string;
  press: string;
  label: string;
  reason: { value: string; fault: string | null };
  mayPress: boolean;
  backHref: string;
}

/** The last look before an inspection is closed. */
export function closingPage(c: Showing, inspection: Inspection): ClosingPage {
  const readings = readingsOf(c.db, inspection.id);
  const stops = whatStopsClosing(readings);
  const unread = readings.filter(({ state }) => isUnfinished(state)).length;
  const judged = standardRatingsOf(c.db, inspection.id).filter(({ confirmedBy }) => confirmedBy !== null).length;
  const standards = standardsJudged(inspection.framework, inspection.kind).length;
  return {
    title: 'Close the inspection',
    where: inspection.name,
    sentence:
      'What stands is written down, and nothing in it changes any more. Only the head of service can reopen it.',
    told: [
      ...stops.map((text) => ({ text })),
      ...(unread > 0
        ? [{ text: `${unread} ${unread === 1 ? 'case was' : 'cases were'} not read and will be left out.` }]
        : []),
      ...(judged < standards
        ? [{ text: `${standards - judged} of ${standards} standards are not judged and confirmed.` }]
        : []),
    ],
    action: c.address,
    press: 'Close',
    label: unread > 0 ? 'Why cases were not read' : 'A note on the closing, if there is one',
    reason: { value: typed(c, 'reason'), fault: faultAt(c, 'reason') },
    mayPress: stops.length === 0 && inspection.state === 'running',
    backHref: `/inspections/${inspection.id}`,
  };
}

export const reopeningPage = (c: Showing, inspection: Inspection): ClosingPage => ({
  title: 'Reopen the inspection',
  where: inspection.name,
  sentence: 'What stood at the closing is kept, and so is what comes after it.',
  told: [],
  action: c.address,
  press: 'Reopen',
  label: 'Why it is reopened',
  reason: { value: typed(c, 'reason'), fault: faultAt(c, 'reason') },
  mayPress: inspection.state === 'closed',
  backHref: `/inspections/${inspection.id}`,
});
