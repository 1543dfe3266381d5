import { partsOf } from '../../domain/inspections/frameworks.js';
import type { Me } from '../../domain/rights.js';
import { isLead } from './inspection-for.js';
import type { Inspection } from './inspections.store.js';

interface Linked {
  text: string;
  href: string;
  line: string;
}

/** The parts of an inspection that somebody may open, in the order in which they are needed. */
export function partsOfInspection(me: Me, inspection: Inspection): Linked[] {
  const here = `/inspections/${inspection.id}`;
  const leads = isLead(me, inspection);
  return [
    ...(leads ? beforeTheDays(inspection) : []),
    { text: 'Opening', href: `${here}/opening`, line: 'The page to print for the first day' },
    { text: 'Timetable', href: `${here}/timetable`, line: 'Who reads what when, and whom they talk to' },
    { text: 'Standards', href: `${here}/standards`, line: 'Judged on evidence, proposed and confirmed' },
    { text: 'What was found', href: `${here}/findings`, line: 'Strengths, areas for improvement, recommendations' },
    ...(leads
      ? [{ text: 'Summary of the day', href: `${here}/summary`, line: 'Done, left, counts so far; no names' }]
      : []),
    ...(leads ? ratingsOf(inspection) : []),
  ];
}

const beforeTheDays = ({ id, framework }: Inspection): Linked[] => [
  { text: 'Countdown and evidence', href: `/inspections/${id}/preparations`, line: 'What, who, where, until when' },
  { text: 'Who reads', href: `/inspections/${id}/readers`, line: 'Visiting inspectors and own auditors' },
  { text: 'The register', href: `/inspections/${id}/register`, line: 'What is missing before the draw' },
  ...partsOf(framework)
    .filter(({ subject }) => subject === 'order')
    .map(({ key, title }) => ({
      text: `Draw: ${title}`,
      href: `/inspections/${id}/draws/${key}`,
      line: 'Who may be drawn, how many, balance against the caseload',
    })),
];

const ratingsOf = ({ id, framework, state }: Inspection): Linked[] => [
  {
    text: framework === '2018-2024' ? 'Ratings' : 'Where the shares stand',
    href: `/inspections/${id}/ratings`,
    line: 'What the judgements come to so far, and why',
  },
  { text: 'Report', href: `/inspections/${id}/report`, line: 'Ratings, counts, findings, recommendations, method' },
  ...(state === 'closed'
    ? [
        {
          text: 'Internal against external',
          href: `/inspections/${id}/both`,
          line: 'Cases that an internal audit read too',
        },
      ]
    : []),
];
