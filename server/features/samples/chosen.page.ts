import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { auditors } from './auditors.store.js';
import { drawPart, type DrawPart } from './draw-part.js';
import { fieldsOf, newAtFirst } from './new-sample.js';

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
