import { keptFact, keptFactKeys } from '../../domain/register/kept-facts.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typedList } from '../../platform/http/typed.js';
import { latestVersions } from '../forms/forms.store.js';
import { factsKept } from './kept-facts.js';

/** Which facts of its cases the service keeps beyond the register. */
export interface FactsPage {
  options: { value: string; text: string; hint: string }[];
  kept: readonly string[];
  fault: string | null;
}

export function factsPage(c: Showing): FactsPage {
  const forms = latestVersions(c.db);
  return {
    options: keptFactKeys.map((fact) => {
      const { says, fills, from } = keptFact(fact);
      const items = new Set<string>(fills.map(({ item }) => item));
      const asking = forms.filter(({ document }) =>
        document.sections.some((s) => s.items.some(({ key }) => items.has(key))),
      );
      return {
        value: fact,
        text: says.charAt(0).toUpperCase() + says.slice(1),
        hint: `From: ${from}. Fills in ${asking.length === 0 ? 'no form in use' : asking.map(({ title }) => title).join(', ')}.`,
      };
    }),
    kept: typedList(c, 'facts', factsKept(c.db)),
    fault: faultAt(c, 'facts'),
  };
}
