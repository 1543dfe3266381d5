import { formatDate, formatMoment } from '../../domain/calendar/format-date.js';
import { gradeName } from '../../domain/forms/scales.js';
import type { Way } from '../../domain/ratings/framework-document.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Showing } from '../../platform/http/route.js';
import { frameworkAt } from './framework-document.js';
import { frameworkEntered } from './framework-documents.store.js';

/** The framework of 2025 with or without the rule, and the place to enter the rule once somebody has read it. */
export interface FrameworkPage {
  title: string;
  rule: { name: string; text: string }[] | null;
  areas: { text: string; line: string }[];
  version: number;
  text: string;
  fault: string | null;
}

export function frameworkPage(c: Showing): FrameworkPage {
  const document = frameworkAt(c.db, c.now);
  const entered = frameworkEntered(c.db, document.key, c.now);
  const { rollUp } = document;
  return {
    title: document.title,
    rule: rollUp
      ? [
          { name: 'Source', text: `${rollUp.source.name}, ${formatDate(rollUp.source.publishedOn)}` },
          {
            name: 'Bands',
            text: rollUp.bands.map(({ rating, from, to }) => `${gradeName(rating)} ${from} to ${to}`).join(', '),
          },
          ...Object.entries(rollUp.areas).map(([area, way]) => ({ name: `Parts of ${area}`, text: wayInWords(way) })),
          ...Object.entries(rollUp.overall).map(([kind, way]) => ({
            name: kind === 'full' ? 'Overall, full inspection' : 'Overall, cases only',
            text: wayInWords(way as Way),
          })),
          {
            name: 'Entered',
            text: entered ? `${formatMoment(entered.enteredAt)}, ${entered.enteredBy ?? 'command line'}` : '',
          },
        ]
      : null,
    areas: document.areas.map(({ title, parts }) => ({
      text: title,
      line: parts.map((part) => part.title).join(', '),
    })),
    version: document.version,
    text: typed(c, 'document', JSON.stringify(document, null, 2)),
    fault: faultAt(c, 'document'),
  };
}

function wayInWords(way: Way): string {
  if (way.how === 'lowest') return 'by the lowest';
  if (way.how === 'table') return `by a table of ${way.rows.length} combinations`;
  return `by their points: ${way.bands.map(({ rating, from, to }) => `${gradeName(rating)} ${from} to ${to}`).join(', ')}`;
}
