import { Type as T } from '@sinclair/typebox';
import { notFound } from '../../domain/problems.js';
import { reasons } from '../../domain/sampling/eligibility.js';
import type { Showing } from '../../platform/http/route.js';
import { table, text, type Table } from '../../platform/table.js';
import { isRule, reasonIn } from './effect.js';
import { listCases, rulesWithin, teamsToDrawFrom, type Listed } from './frame.js';
import { levelsHiddenFrom } from './hidden-levels.store.js';
import { givenIn } from './new.page.js';
import { addressOf, newFields, readNew, type NewFields } from './new-sample.js';
import { notRecorded } from './not-recorded.js';

export const leftOutFields = T.Object({
  ...newFields.properties,
  rule: T.String({ default: '', maxLength: 40 }),
  missing: T.String({ default: '', maxLength: 1 }),
});

export interface LeftOutPage {
  title: string;
  sentence: string;
  table: Table;
  backHref: string;
}

/** The cases that one rule leaves out, each with the sentence that answers 'why am I not in the list?'. */
export function leftOutPage(c: Showing<NewFields & { rule: string; missing: string }>): LeftOutPage {
  const { rule } = c.query;
  if (!isRule(rule)) throw notFound();
  const given = givenIn(c);
  const { wanted } = readNew(given);
  const within = teamsToDrawFrom(c.db, c.me, c.reach);
  const rows = listCases(c.db, within, rulesWithin(wanted.rules, within), wanted.method, c.today).filter(
    (row) => row.excludedBy === rule && notRecorded(row) === (c.query.missing === '1'),
  );
  const hidden = hiddenCases(c);
  const held = rows.filter((row) => tellsLevel(row) && hidden.has(row.case.id)).length;
  return {
    title: reasonIn(rule, wanted.rules),
    sentence: `${rows.length} ${rows.length === 1 ? 'case' : 'cases'} may not be drawn for this reason.${held > 0 ? ` ${held} of them you audit: not listed until you have put your own levels.` : ''}`,
    table: table({
      key: 'not-eligible',
      title: reasonIn(rule, wanted.rules),
      sentence: 'Under the first reason that holds.',
      columns: [
        { key: 'case', head: 'Case', kind: 'reference' },
        { key: 'practitioner', head: 'Practitioner', kind: 'text' },
        { key: 'team', head: 'Team', kind: 'text' },
        { key: 'why', head: 'Why not', kind: 'text' },
      ],
      rows: rows
        .filter((row) => !(tellsLevel(row) && hidden.has(row.case.id)))
        .map((row) => ({
          case: text(row.case.reference, { href: `/cases/${row.case.id}` }),
          practitioner: text(row.order?.practitioner ?? 'Nobody'),
          team: text(row.order?.team ?? 'None'),
          why: text(row.verdict.eligible ? '' : row.verdict.words),
        })),
    }),
    backHref: addressOf('/samples/new', given),
  };
}

/** A case that somebody audits tells them nothing of its levels until they have put their own. */
export function hiddenCases(c: Pick<Showing, 'db' | 'me'>): Set<number> {
  return new Set(levelsHiddenFrom(c.db, c.me.id).map(({ caseId }) => caseId));
}

const tellsLevel = (row: Listed): boolean =>
  row.excludedBy === 'harm-level' || row.excludedBy === 'safety-level' || row.excludedBy === 'reoffending-level';

/** Why one case may not be drawn, or that it may: in the words of the rule. */
export function whyNot(row: Listed, hidden: ReadonlySet<number>): { answer: string; in: boolean } {
  if (hidden.has(row.case.id) && (row.verdict.eligible || tellsLevel(row))) {
    return {
      answer: 'You audit this case: you see whether it is in the list once you have put your own levels.',
      in: false,
    };
  }
  if (row.verdict.eligible) return { answer: 'It is in the list: it may be drawn.', in: true };
  return { answer: `${reasons[row.verdict.rule]}. ${row.verdict.words}`, in: false };
}
