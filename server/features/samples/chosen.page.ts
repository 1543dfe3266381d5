import { invalid, type Fault } from '../../domain/problems.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { auditors } from './auditors.store.js';
import { drawPart, type DrawPart } from './draw-part.js';
import { teamsToDrawFrom } from './frame.js';
import { caseByReference } from './frame.store.js';
import { fieldsOf, newAtFirst, referencesIn } from './new-sample.js';

export interface ChosenPage {
  title: string;
  sentence: string;
  references: { value: string; fault: string | null };
  reason: { value: string; fault: string | null };
  draw: DrawPart;
  drawHref: string;
}

/** Cases named by hand. They tell about themselves, never about the service: the page and the certificate say so. */
export function chosenPage(c: Showing): ChosenPage {
  const first = newAtFirst(
    c.today,
    auditors(c.db, c.today).map(({ id }) => id),
  );
  const given = c.typed ? fieldsOf(c.typed, first) : { ...first, purpose: 'targeted' };
  return {
    title: 'Choose cases, with a reason',
    sentence: 'For a question about certain cases. No figure about the service can rest on cases that somebody chose.',
    references: { value: typed(c, 'references'), fault: faultAt(c, 'references') },
    reason: { value: typed(c, 'reason'), fault: faultAt(c, 'reason') },
    draw: drawPart(c, given, [], null),
    drawHref: '/samples/new',
  };
}

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
