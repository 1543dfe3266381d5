import type { Fault } from '../../domain/problems.js';
import { keptFact, type KeptFactKey } from '../../domain/register/kept-facts.js';
import type { Typed } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Audit } from './audits.store.js';

/** What the service keeps of its cases and does not know of this one: asked once, before the questions. */
export interface CaseFactsPage {
  where: string;
  sentence: string;
  action: string;
  fields: CaseFactField[];
  onward: string;
}

interface CaseFactField {
  name: string;
  label: string;
  hint: string | null;
  value: string;
  options: { value: string; text: string }[] | null;
  fault: string | null;
}

export function caseFactsPage(
  c: { typed: Typed | null; faults: readonly Fault[] },
  audit: Audit,
  facts: readonly KeptFactKey[],
): CaseFactsPage {
  const n = facts.length === 1 ? 'One thing' : `${facts.length} things`;
  return {
    where: `${audit.reference ?? 'Erased case'}, ${audit.formTitle}`,
    sentence: `${n} that the service keeps of its cases and does not know of this one. Each fills in a question and stays on the case; leave what you don’t know.`,
    action: `/audits/${audit.id}/case-facts`,
    fields: facts.map((fact) => {
      const { says, holds, values } = keptFact(fact);
      return {
        name: fact,
        label: says.charAt(0).toUpperCase() + says.slice(1),
        hint: hints[holds],
        value: typed(c, fact, ''),
        options: optionsOf(holds, values),
        fault: faultAt(c, fact),
      };
    }),
    onward: `/audits/${audit.id}`,
  };
}

const hints = {
  'yes-no': null,
  choice: null,
  number: 'A whole number',
  date: 'For example 24 Nov 2026',
  dates: 'Dates with semicolons between them',
};

function optionsOf(holds: string, values: Readonly<Record<string, string>> = {}): CaseFactField['options'] {
  const unknown = { value: '', text: 'Not known' };
  if (holds === 'choice') return [unknown, ...Object.entries(values).map(([value, text]) => ({ value, text }))];
  const yesNo = [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ];
  return holds === 'yes-no' ? [unknown, ...yesNo] : null;
}
