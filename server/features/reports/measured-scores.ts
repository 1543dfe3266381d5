import { mine, countedOf, idOf, themeNamed, workOf, type Measured } from './asked.js';
import { auditsAround, saysOfScore, scoredIn } from './graded.js';
import { meanOf } from './mean.js';
import { practiceScores, saysOfPractice, scoredOn } from './means.js';
import type { Reporting } from './reporting.js';
import { themesOfAudit } from './themes.store.js';
import type { What } from './what.js';

/** The mean score of one form. */
export function scoreOfForm(r: Reporting, what: What): Measured {
  const form = r.selection.form ?? '';
  const all = scoredIn(auditsAround(r), form);
  const { rows, hold } = countedOf(r, all, what);
  const says = saysOfScore(r.form(form));
  return { name: says, head: 'Score', figure: meanOf(r, rows, { says, href: null, hold }), listed: mine(r, all) };
}

/** The mean score of one person's work with one form, in all or on one theme. */
export function scoreOfPerson(r: Reporting, what: What): Measured {
  const person = idOf(what.of ?? '');
  const audits = workOf(r, what.of ?? '').filter(
    ({ measures, form }) => measures === 'quality' && (!r.selection.form || form === r.selection.form),
  );
  const on = what.theme ? themeNamed(what.theme) : null;
  const given = on ? audits.flatMap(({ id }) => themesOfAudit(r.db, id)).filter(asksPractice) : [];
  const scored = on ? scoredOn(audits, given, on.key) : practiceScores(audits);
  const says = `${saysOfPractice(r, person)}${on ? `, ${on.name.toLowerCase()}` : ''}`;
  const figure = meanOf(r, scored, { says, href: null, hold: false });
  return { name: says, head: 'Score', figure, listed: scored };
}

const asksPractice = ({ practiceWeight }: { practiceWeight: number }): boolean => practiceWeight > 0;
