import { formatDate } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { partsOf } from '../../domain/inspections/frameworks.js';
import { rulesInWords } from '../../domain/sampling/rules-in-words.js';
import { may, type Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { table, text, number, type Table } from '../../platform/table.js';
import { frameOf } from '../samples/frame-rows.store.js';
import { namesIn, rulesOf } from '../samples/record.js';
import { samplesOfInspection } from '../samples/samples.store.js';
import type { Inspection } from './inspections.store.js';
import { isIn, type Rated } from './rated.js';
import { readersOf } from './readers.store.js';
import { leftPlacesOf, readingsOf } from './readings.store.js';
import { settledOf } from './settled.store.js';

/** The annex on method and sample. */
export interface Method {
  draws: Table;
  rules: string[];
  said: string[];
}

export function methodOf(db: Db, me: Me, inspection: Inspection, rated: Rated): Method {
  const samples = samplesOfInspection(db, inspection.id);
  return {
    draws: drawsTable(db, me, inspection, rated, samples),
    rules: samples.map(
      (sample) =>
        `${titleOf(inspection, sample.inspectionPart)}: ${rulesInWords(rulesOf(sample), namesIn(db)).join(' ')}`,
    ),
    said: [
      readersInWords(db, inspection.id),
      leftInWords(db, inspection.id),
      secondInWords(db, inspection.id),
      ...rulesSaid[inspection.framework],
    ],
  };
}

const titleOf = ({ framework }: Inspection, key: string | null): string =>
  partsOf(framework).find((part) => part.key === key)?.title ?? key ?? '';

const drawsTable = (
  db: Db,
  me: Me,
  inspection: Inspection,
  { cases }: Rated,
  samples: ReturnType<typeof samplesOfInspection>,
): Table =>
  table({
    key: 'draws',
    title: 'How the cases were drawn',
    sentence:
      'Ranks are the order of SHA-256 of seed, newline and unit; the seed was made after the list was fixed. The certificate draws it again.',
    columns: [
      { key: 'draw', head: 'Draw', kind: 'text' },
      { key: 'eligible', head: 'Could be drawn', kind: 'number' },
      { key: 'size', head: 'Drawn', kind: 'number' },
      { key: 'read', head: 'Read', kind: 'number' },
      { key: 'drawn', head: 'Drawn on', kind: 'text' },
      { key: 'seed', head: 'Seed', kind: 'reference' },
      { key: 'frame', head: 'Digest of the list', kind: 'file' },
    ],
    rows: samples.map((sample) => ({
      draw: text(
        titleOf(inspection, sample.inspectionPart),
        may(me, 'samples.read') ? { href: `/samples/${sample.id}/certificate` } : {},
      ),
      eligible: number(frameOf(db, sample.id).filter(({ rank }) => rank !== null).length),
      size: number(sample.size),
      read: number(cases.filter((one) => one.sampleId === sample.id && isIn(one)).length),
      drawn: text(`${formatDate(londonDate(sample.drawnAt))}, ${sample.drawnByName ?? 'command line'}`),
      seed: text(sample.seed),
      frame: text(sample.frameDigest),
    })),
  });

/** Those who read, and where they are from. */
function readersInWords(db: Db, inspection: number): string {
  const read = new Set(
    readingsOf(db, inspection)
      .filter(isIn)
      .map(({ auditorId }) => auditorId),
  );
  const named = readersOf(db, inspection)
    .filter(({ id }) => read.has(id))
    .map(({ name, kind, fromService }) => {
      const from = kind === 'own' ? 'of this service' : fromService ? `of ${fromService}` : 'from outside';
      return `${name}, ${from}`;
    });
  return named.length === 0 ? 'Nobody has read a case yet.' : `Read by ${named.join('; ')}.`;
}

function leftInWords(db: Db, inspection: number): string {
  const left = leftPlacesOf(db, inspection);
  if (left.length === 0) return 'No case left the draw.';
  return `${left.length === 1 ? 'One case' : `${left.length} cases`} left the draw, each for the next in reserve: ${left.map(({ reason }) => reason).join('; ')}.`;
}

/** Two people on one case: how many, and how many judgements were settled afterwards. */
function secondInWords(db: Db, inspection: number): string {
  const twice = readingsOf(db, inspection).filter(
    ({ reading, state }) => reading === 'second' && state !== 'withdrawn',
  ).length;
  const settled = settledOf(db, inspection).filter(({ secondValue }) => secondValue !== null).length;
  if (twice === 0) return 'No case was read twice.';
  return `${twice === 1 ? 'One case was' : `${twice} cases were`} read a second time, blind to the first; ${settled === 1 ? 'one judgement was' : `${settled} judgements were`} settled with a reason.`;
}

const rulesSaid = {
  '2018-2024': [
    'A key question is judged sufficient or not in each case, by judgement. Cases that the inspector judges Low leave planning, delivery and reviewing for that risk, so each key question has its own number of cases.',
    'A share is rounded to a whole per cent, halves up: under 50 Inadequate, 50 to 64 Requires improvement, 65 to 79 Good, 80 and over Outstanding. The lowest key question gives the standard its rating.',
    'Twelve standards, 0 to 3 points each: 0 to 6 Inadequate, 7 to 18 Requires improvement, 19 to 30 Good, 31 to 36 Outstanding. Resettlement is not in the sum.',
    'The rules are those of the inspectorate’s reports of 2018 to 2024; rounding, and what one case means, are choices of this tool where the published text is silent.',
  ],
  '2025': [
    'Each key question is judged sufficient or not in each case. Shares stand by stage and strand with their 95% ranges; the form is a draft from public reports, not the inspectorate’s.',
    'No rating is made unless the published rule was entered with its source.',
  ],
  '2017': [
    'Answers ‘Yes, well enough’ are counted of all that apply, by theme and without weights; beside them the files whose theme was judged sufficient.',
    'In the manner of the screening of 2012 to 2017. Its own tool was not seen.',
  ],
} as const;
