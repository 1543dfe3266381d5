import { invalid, type Fault } from '../../domain/problems.js';
import type { Showing } from '../../platform/http/route.js';
import { teamsToDrawFrom } from './frame.js';
import { caseByReference } from './frame.store.js';
import { referencesIn } from './new-sample.js';

/** The cases behind typed references; each one that is not there, or not in reach, is named. */
export function casesChosen(c: Pick<Showing, 'db' | 'me' | 'reach'>, references: string): number[] {
  const within = teamsToDrawFrom(c.db, c.me, c.reach);
  const faults: Fault[] = [];
  const cases = referencesIn(references).flatMap((reference) => {
    const found = caseByReference(c.db, reference, within);
    if (found !== null) return [found];
    faults.push({
      field: 'references',
      at: null,
      message: `There is no case ${reference} that you may choose. Check how it is written.`,
    });
    return [];
  });
  if (faults.length > 0) throw invalid(faults.slice(0, 5));
  return cases;
}
