import { mine, byAuditor, capital, countedOf, idOf, ofAuditor, themeNamed, workOf, type Measured } from './asked.js';
import { counting } from './counting.js';
import { shareOf } from './figure.js';
import { auditsAround } from './graded.js';
import { everybody } from './grid.page.js';
import { answersTo } from './items.store.js';
import { answersFigure, questionsOf, yesTo } from './questions.js';
import type { Reporting } from './reporting.js';
import { goodOn, judgedOnTheme, ofQuality, practiceOnTheme } from './theme-judged.js';
import { themeInPeriod } from './themes.store.js';
import type { What } from './what.js';

/** How many audits were good enough on a theme: of the service, of one auditor, or of the people within reach. */
export function theme(r: Reporting, what: What, key: string): Measured {
  const asked = themeNamed(key);
  const given = themeInPeriod(r.db, asked.key, r.around);
  const head = 'Good enough';
  if (what.of) {
    const judged = practiceOnTheme(
      workOf(r, what.of).filter(({ measures }) => measures === 'quality'),
      given,
    );
    const whose = what.of === everybody ? '' : `, ${r.person(idOf(what.of))}`;
    const says = `${goodOn(asked)}${whose}`;
    const figure = shareOf(r, judged, { says: goodOn(asked), href: null, hold: false });
    return { name: capital(says), head, figure, listed: judged };
  }
  const judged = judgedOnTheme(auditsAround(r).filter(ofQuality), given);
  const { rows, hold } = countedOf(r, judged, what);
  const says = byAuditor(r, goodOn(asked), what);
  const figure = shareOf(r, rows, { says, href: null, hold });
  return { name: capital(says), head, figure, listed: mine(r, ofAuditor(judged, what)) };
}

/** How often a question was answered 'Yes'. */
export function question(r: Reporting, what: What, key: string): Measured {
  const byId = new Map(auditsAround(r).map((audit) => [audit.id, audit]));
  const results = answersTo(r.db, key, r.around).filter(({ worth, weight }) => worth !== null && weight > 0);
  const found = questionsOf(r, results, byId).find(
    ({ apart, form }) => (!what.asked || apart === what.asked) && (!r.selection.form || form === r.selection.form),
  );
  if (!found) return { name: 'This question', head: 'Well enough', figure: null, listed: [] };
  const says = yesTo(found.asked);
  const figure = answersFigure(r, counting(r, found.answers)(r.selection), { says, href: null });
  return { name: says, head: 'Well enough', figure, listed: mine(r, found.answers) };
}
