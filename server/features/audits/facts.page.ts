import { subjectName } from '../../domain/audits/subject.js';
import { factKinds } from '../../domain/audits/correctable.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { caseFactOf } from '../../domain/forms/facts.js';
import type { Fault } from '../../domain/problems.js';
import type { Typed } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Audit } from './audits.store.js';
import type { AuditFact } from './facts.store.js';

export interface FactsPage {
  where: string;
  fields: FactField[];
  back: string;
}

interface FactField {
  name: string;
  label: string;
  value: string;
  options: { value: string; text: string }[] | null;
  /** What the register says, where the auditor found something else. */
  hint: string | null;
  fault: string | null;
}

/** The facts that an auditor can put right for an audit; the service's levels only once they are shown. */
export function factsPage(
  c: { typed: Typed | null; faults: readonly Fault[] },
  audit: Audit,
  facts: readonly AuditFact[],
): FactsPage {
  const kept = new Map(facts.map((fact) => [fact.fact, fact]));
  return {
    where: `${subjectName(audit)}, ${audit.formTitle}`,
    fields: shownFacts(audit).flatMap(([name, kind]) => {
      const fact = kept.get(name);
      const asShown = (value: string | null) =>
        value !== null && caseFactOf(name)?.holds === 'date' ? formatDate(value) : (value ?? '');
      const isWrong = fact?.correctedAt !== null && fact?.registerValue !== fact?.value;
      const said =
        kind.options?.find(({ value }) => value === fact?.registerValue)?.text ?? asShown(fact?.registerValue ?? null);
      return {
        name,
        label: kind.name,
        value: typed(c, name, asShown(fact?.value ?? null)),
        options: kind.options && [{ value: '', text: 'Not recorded' }, ...kind.options],
        hint: isWrong ? `The register says: ${said === '' ? 'nothing' : said}` : null,
        fault: faultAt(c, name),
      };
    }),
    back: `/audits/${audit.id}`,
  };
}

/** Names and kinds of the facts that this auditor may see now. */
export const shownFacts = (audit: Audit) =>
  Object.entries(factKinds).flatMap(([name, kind]) =>
    kind && (!kind.hidden || audit.levelsShownAt !== null) ? [[name, kind] as const] : [],
  );
