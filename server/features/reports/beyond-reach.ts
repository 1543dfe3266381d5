import { formatDate } from '../../domain/calendar/format-date.js';
import { lastFourQuarters } from '../../domain/reports/period.js';
import type { Beyond } from './frame.js';
import { narrowed, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';

/** How audits out of reach count in figures of the service, said to whoever has any; null for the others. */
export function beyondReach(r: Reporting, kept: Readonly<Record<string, string>> = {}): Beyond | null {
  const { reach, selection, today } = r;
  if (reach.kind === 'all' || selection.team !== null) return null;
  if (selection.sample !== null)
    return { text: 'With a sample chosen, only audits that you may open yourself are counted.', link: null };
  const whole = lastFourQuarters(today);
  const isWhole = selection.from <= whole.from && selection.until >= whole.until;
  return {
    text: 'Audits that you may not open yourself count by whole quarters that have ended, joined within a year until they are five of one form and of three people’s work: then nobody’s own result can be worked out from two figures. Audits that you may open count to the day.',
    link: isWhole
      ? null
      : {
          text: `Show the last four whole quarters, ${formatDate(whole.from)} to ${formatDate(whole.until)}.`,
          href: `${r.address}${queryOf(narrowed(r, whole).selection, today, kept)}`,
        },
  };
}
