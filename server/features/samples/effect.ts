import { reasons, type RuleKey } from '../../domain/sampling/eligibility.js';
import type { Rules } from '../../domain/sampling/rules.js';
import { number, state, table, text, blank, type Table } from '../../platform/table.js';
import type { Listed } from './frame.js';
import { notRecorded } from './not-recorded.js';

export interface Effect {
  eligible: number;
  listed: number;
  /** Null when nobody is left out. */
  reasons: Table | null;
}

/** The rules in the order in which they are asked; `listHref` leads to the cases that one leaves out. */
export function effectOf(
  frame: readonly Listed[],
  rules: Rules,
  listHref: (rule: RuleKey, missing: boolean) => string,
): Effect {
  const eligible = frame.filter((row) => row.excludedBy === null).length;
  const left = frame.length - eligible;
  if (left === 0) return { eligible, listed: frame.length, reasons: null };
  return { eligible, listed: frame.length, reasons: reasonsTable(frame, rules, left, listHref) };
}

function reasonsTable(
  frame: readonly Listed[],
  rules: Rules,
  left: number,
  listHref: (rule: RuleKey, missing: boolean) => string,
) {
  const rows = ruleKeys.flatMap((rule) =>
    [false, true].flatMap((missing) => {
      const cases = frame.filter((row) => row.excludedBy === rule && notRecorded(row) === missing).length;
      if (cases === 0) return [];
      const why = missing
        ? state('gap', `${reasonIn(rule, rules)}: not recorded. Put it right in the register first`)
        : text(reasonIn(rule, rules));
      return [{ why, cases: number(cases), which: text('List', { href: listHref(rule, missing) }) }];
    }),
  );
  return table({
    key: 'not-eligible',
    title: `Why ${left} ${left === 1 ? 'case' : 'cases'} may not be drawn`,
    sentence: 'A case counts once, under the first reason that holds, in this order.',
    columns: [
      { key: 'why', head: 'Why not', kind: 'text' },
      { key: 'cases', head: 'Cases', kind: 'number' },
      { key: 'which', head: 'Which', kind: 'text' },
    ],
    rows,
    total: { why: text('Not eligible'), cases: number(left), which: blank() },
  });
}

/** A reason as these rules ask it: 'Open or closed' says little where only open orders may be drawn. */
export function reasonIn(rule: RuleKey, { status }: Rules): string {
  if (rule === 'status' && status !== 'any') return status === 'open' ? 'The order is closed' : 'The order is open';
  return reasons[rule];
}

export const isRule = (key: string): key is RuleKey => Object.hasOwn(reasons, key);

const ruleKeys = Object.keys(reasons).filter(isRule);
