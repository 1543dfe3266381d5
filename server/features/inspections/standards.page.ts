import { formatMoment } from '../../domain/calendar/format-date.js';
import { gradeName, grades } from '../../domain/forms/scales.js';
import { standardsJudged } from '../../domain/inspections/frameworks.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { state, table, text, type Table } from '../../platform/table.js';
import { isLead } from './inspection-for.js';
import type { Inspection } from './inspections.store.js';
import { preparationsOf } from './preparations.store.js';
import { proposalsOf, standardRatingsOf, type StandardRating } from './standard-ratings.store.js';

export interface StandardsPage {
  where: string;
  table: Table;
  none: string;
  backHref: string;
}

/** The standards judged as a whole: what is proposed, by whom, and whether a second person has confirmed it. */
export function standardsPage(c: Showing, inspection: Inspection): StandardsPage {
  const rated = new Map(standardRatingsOf(c.db, inspection.id).map((one) => [one.standard, one]));
  const evidence = preparationsOf(c.db, inspection.id).filter(({ kind }) => kind === 'evidence');
  return {
    where: inspection.name,
    table: table({
      key: 'standards',
      title: 'Standards judged on evidence',
      sentence: 'A rating holds once a second person has confirmed it.',
      columns: [
        { key: 'standard', head: 'Standard', kind: 'text' },
        { key: 'evidence', head: 'Evidence', kind: 'text' },
        { key: 'rating', head: 'Rating', kind: 'text' },
        { key: 'by', head: 'By', kind: 'text' },
      ],
      rows: standardsJudged(inspection.framework, inspection.kind).map(({ key, title }) => {
        const own = evidence.filter(({ standard }) => standard === key);
        return {
          standard: text(`${key} ${title}`, { href: `/inspections/${inspection.id}/standards/${key}` }),
          evidence: text(
            own.length === 0
              ? 'none listed'
              : `${own.filter((one) => one.state === 'done').length} of ${own.length} there`,
          ),
          ...ratingCells(rated.get(key)),
        };
      }),
    }),
    none: 'In this inspection no standard is judged as a whole.',
    backHref: `/inspections/${inspection.id}`,
  };
}

function ratingCells(rated: StandardRating | undefined) {
  if (!rated) return { rating: text('Not judged'), by: text('') };
  const name = gradeName(rated.rating);
  return rated.confirmedByName === null
    ? { rating: state('gap', `${name}, proposed`), by: text(rated.proposedByName) }
    : {
        rating: text(name, { strong: true }),
        by: text(`${rated.proposedByName}, confirmed by ${rated.confirmedByName}`),
      };
}

export interface JudgedStandardPage {
  title: string;
  where: string;
  evidence: { text: string; line: string }[];
  proposals: { text: string; line: string }[];
  confirm: string | null;
  propose: {
    action: string;
    rating: { value: string; fault: string | null; options: { value: string; text: string }[] };
    reason: { value: string; fault: string | null };
  } | null;
  backHref: string;
}

/** One standard: its evidence, every rating that was proposed, and what this person may do. */
export function judgedStandardPage(
  c: Showing,
  inspection: Inspection,
  standard: { key: string; title: string },
): JudgedStandardPage {
  const here = `/inspections/${inspection.id}/standards/${standard.key}`;
  const proposals = proposalsOf(c.db, inspection.id, standard.key);
  const last = proposals.at(-1);
  const isOpen = inspection.state !== 'closed';
  return {
    title: `${standard.key} ${standard.title}`,
    where: inspection.name,
    evidence: preparationsOf(c.db, inspection.id)
      .filter((one) => one.kind === 'evidence' && one.standard === standard.key)
      .map(({ title, place, owner, state: how }) => ({
        text: title,
        line: [{ open: 'asked for', done: 'there', missing: 'not to be had' }[how], place, owner]
          .filter((part) => part !== null)
          .join(', '),
      })),
    proposals: proposals.map((one) => ({
      text: gradeName(one.rating),
      line: `${one.reason} Proposed by ${one.proposedByName}, ${formatMoment(one.proposedAt)}${one.confirmedByName ? `; confirmed by ${one.confirmedByName}` : ''}.`,
    })),
    confirm: isOpen && last && last.confirmedBy === null && last.proposedBy !== c.me.id ? `${here}/confirmation` : null,
    propose:
      isOpen && isLead(c.me, inspection)
        ? {
            action: here,
            rating: {
              value: typed(c, 'rating'),
              fault: faultAt(c, 'rating'),
              options: grades.map((value) => ({ value, text: gradeName(value) })),
            },
            reason: { value: typed(c, 'reason'), fault: faultAt(c, 'reason') },
          }
        : null,
    backHref: `/inspections/${inspection.id}/standards`,
  };
}
