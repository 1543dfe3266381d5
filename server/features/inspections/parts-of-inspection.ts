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
    ...(leads ? [{ text: 'Who reads', href: `${here}/readers`, line: 'Visiting inspectors and own auditors' }] : []),
    ...(leads ? drawsOf(inspection) : []),
  ];
}

const drawsOf = ({ id, framework }: Inspection): Linked[] => [
  { text: 'The register', href: `/inspections/${id}/register`, line: 'What is missing before the draw' },
  ...partsOf(framework)
    .filter(({ subject }) => subject === 'order')
    .map(({ key, title }) => ({
      text: `Draw: ${title}`,
      href: `/inspections/${id}/draws/${key}`,
      line: 'Who may be drawn, how many, balance against the caseload',
    })),
];
