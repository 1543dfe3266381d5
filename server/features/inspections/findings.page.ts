import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { findingKinds, findingsOf, type Finding } from './findings.store.js';
import type { Inspection } from './inspections.store.js';

interface Field {
  value: string;
  fault: string | null;
}

export interface FindingsPage {
  where: string;
  kinds: { title: string; findings: { wording: string; line: string; remove: string | null }[] }[];
  add: {
    action: string;
    kind: Field & { options: { value: string; text: string }[] };
    standard: Field;
    wording: Field;
    forRole: Field;
  } | null;
  backHref: string;
}

const plural = { strength: 'Strengths', improve: 'Areas for improvement', recommendation: 'Recommendations' } as const;

/** What the inspection found: strengths first. */
export function findingsPage(c: Showing, inspection: Inspection): FindingsPage {
  const here = `/inspections/${inspection.id}/findings`;
  const isOpen = inspection.state !== 'closed';
  const all = findingsOf(c.db, inspection.id);
  const field = (name: string): Field => ({ value: typed(c, name), fault: faultAt(c, name) });
  return {
    where: inspection.name,
    kinds: (['strength', 'improve', 'recommendation'] as const).map((kind) => ({
      title: plural[kind],
      findings: all
        .filter((one) => one.kind === kind)
        .map((one) => ({
          wording: one.wording,
          line: lineOf(one),
          remove: isOpen && one.actionId === null ? `${here}/${one.id}/removal` : null,
        })),
    })),
    add: isOpen
      ? {
          action: here,
          kind: {
            ...field('kind'),
            options: Object.entries(findingKinds).map(([value, text]) => ({ value, text })),
          },
          standard: field('standard'),
          wording: field('wording'),
          forRole: field('forRole'),
        }
      : null,
    backHref: `/inspections/${inspection.id}`,
  };
}

const lineOf = ({ standard, forRole, writtenBy, actionId }: Finding): string =>
  [
    standard === null ? null : `on ${standard}`,
    forRole === null ? null : `for: ${forRole}`,
    writtenBy === null ? null : `written by ${writtenBy}`,
    actionId === null ? null : 'became an action',
  ]
    .filter((part) => part !== null)
    .join('; ');
