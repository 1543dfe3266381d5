import { mine, idOf, workOf, type Measured } from './asked.js';
import { auditsAround } from './graded.js';
import { grades, levels } from './measured-grades.js';
import { compliance, entries, rules } from './measured-rules.js';
import { scoreOfForm, scoreOfPerson } from './measured-scores.js';
import { question, theme } from './measured-themes.js';
import type { Reporting } from './reporting.js';
import type { What } from './what.js';

/** Reads what an address asks for. @throws notFound for what no figure counts */
export function measured(r: Reporting, what: What): Measured {
  if (what.score) return what.of ? scoreOfPerson(r, what) : scoreOfForm(r, what);
  if (what.entries) return entries(r);
  if (what.rules) return what.of ? compliance(r, what) : rules(r, what);
  if (what.levels) return levels(r, what);
  if (what.own) return grades(r, what);
  if (what.item) return question(r, what, what.item);
  if (what.theme) return theme(r, what, what.theme);
  return everyAudit(r, what);
}

function everyAudit(r: Reporting, what: What): Measured {
  const all = what.of ? workOf(r, what.of) : auditsAround(r);
  const audits = all.filter(({ measures }) => !what.measures || measures === what.measures);
  const name = what.of ? `Agreed audits of ${r.person(idOf(what.of))}’s work` : 'Agreed audits';
  return {
    name,
    head: null,
    figure: null,
    listed: mine(
      r,
      audits.map((audit) => ({ audit })),
    ),
  };
}
