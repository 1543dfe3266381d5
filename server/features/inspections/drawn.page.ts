import { formatMoment } from '../../domain/calendar/format-date.js';
import type { Part } from '../../domain/inspections/frameworks.js';
import { rulesInWords } from '../../domain/sampling/rules-in-words.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import type { Table } from '../../platform/table.js';
import { balanceTable, practitionersIn } from '../samples/balance.js';
import { frameOf } from '../samples/frame-rows.store.js';
import { levelsHiddenFrom } from '../samples/hidden-levels.store.js';
import { everTaken } from '../samples/places.store.js';
import { namesIn, rulesOf } from '../samples/record.js';
import { samplesOfInspection } from '../samples/samples.store.js';
import type { Inspection } from './inspections.store.js';

export interface DrawnPage {
  title: string;
  where: string;
  sentence: string;
  facts: { name: string; text: string }[];
  balance: Table;
  practitioners: string;
  /** For whoever may see samples. */
  certificate: string | null;
  backHref: string;
}

/** How the cases of a part were drawn and whether they look like the caseload; null while they are not drawn. */
export function drawnPage(c: Showing, inspection: Inspection, part: Part): DrawnPage | null {
  const sample = samplesOfInspection(c.db, inspection.id).find(({ inspectionPart }) => inspectionPart === part.key);
  if (!sample) return null;
  const frame = frameOf(c.db, sample.id);
  const taken = everTaken(c.db, sample.id);
  const eligible = frame.filter(({ rank }) => rank !== null);
  const reserve = eligible.filter(({ unit }) => !taken.has(unit));
  const twice = JSON.parse(sample.readTwice ?? '[]') as number[];
  const hidden = levelsHiddenFrom(c.db, c.me.id).some(({ sampleId }) => sampleId === sample.id);
  return {
    title: `Drawn: ${part.title}`,
    where: inspection.name,
    sentence: `${Math.min(sample.size, eligible.length)} of ${eligible.length} cases, drawn on ${formatMoment(sample.drawnAt)} by ${sample.drawnByName ?? 'command line'}.`,
    facts: [
      { name: 'Who could be drawn', text: rulesInWords(rulesOf(sample), namesIn(c.db)).join(' ') },
      { name: 'Read twice', text: twice.length === 0 ? 'none' : `places ${twice.join(', ')}, chosen before the draw` },
      {
        name: 'Of one practitioner',
        text: sample.mostEach === null ? 'as many as come: the whole caseload is read' : `at most ${sample.mostEach}`,
      },
      { name: 'In reserve', text: reserveWords(reserve.map(({ rank }) => rank ?? 0)) },
    ],
    balance: balanceTable(frame, sample.size, hidden),
    practitioners: practitionersIn(frame, sample.size),
    certificate: may(c.me, 'samples.read') ? `/samples/${sample.id}/certificate` : null,
    backHref: `/inspections/${inspection.id}`,
  };
}

function reserveWords(places: readonly number[]): string {
  if (places.length === 0) return 'nobody';
  return `${places.length}; next are places ${places.slice(0, 2).join(' and ')}`;
}
