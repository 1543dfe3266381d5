import { mine, capital, idOf, workOf, type Measured } from './asked.js';
import { complianceFigure, countsRules } from './compliance-beside.js';
import { counting } from './counting.js';
import { entriesFigure, entriesOf, saysOnTime } from './custody-entries.js';
import type { Judged } from './figure.js';
import { auditsAround } from './graded.js';
import type { Reporting } from './reporting.js';
import { rulesOf, together } from './rules.js';
import { judgedBy, metInWords, pooledFigure, ruleFigure, type Which } from './shares-met.js';
import type { What } from './what.js';

/** How often one rule, the rules of a section, or all rules of a form were kept. */
export function rules(r: Reporting, what: What): Measured {
  const which = whichOf(what);
  const form = rulesOf(r, r.selection.form ?? '');
  const section = form.sections.find(({ key }) => key === what.section);
  const inSection = what.section ? (section?.rules ?? []) : form.sections.flatMap((one) => one.rules);
  const rule = inSection.find(({ key, apart }) => key === what.item && (!what.asked || apart === what.asked));
  const head = 'All met';
  if (what.item && rule) {
    const figure = ruleFigure(r, rule, which);
    const name = `${capital(metInWords[which])}: ${rule.asked.item.question}`;
    return { name, head: 'Met', figure, listed: mine(r, judgedBy(rule.counted.rows, which)) };
  }
  if (what.item) return { name: 'This rule', head, figure: null, listed: [] };
  const counted = together(inSection);
  const name = `${capital(metInWords[which])}: ${section?.title ?? form.title ?? 'all rules'}`;
  return {
    name,
    head,
    figure: pooledFigure(r, counted, which, {}),
    listed: mine(r, perAudit(judgedBy(counted.rows, which))),
  };
}

/** The same over one person's work. */
export function compliance(r: Reporting, what: What): Measured {
  const which = whichOf(what);
  const audits = workOf(r, what.of ?? '').filter(countsRules);
  const figure = complianceFigure(r, idOf(what.of ?? ''), audits, which);
  const name = `${capital(metInWords[which])}: ${r.person(idOf(what.of ?? ''))}`;
  const listed = audits.map((audit): Judged => {
    const met = which === 'met' ? audit.met : audit.metAdjusted;
    return { audit, mark: met === audit.due ? 'yes' : met === 0 ? 'no' : 'in-part' };
  });
  return { name, head: 'All met', figure, listed };
}

/** How many entries to custody had every paper on time. */
export function entries(r: Reporting): Measured {
  const all = entriesOf(r, auditsAround(r));
  const { rows, hold } = counting(r, all)(r.selection);
  const listed = perAudit(all.map(({ audit, onTime }) => ({ audit, mark: onTime ? 'yes' : 'no' })));
  return {
    name: `Entries ${saysOnTime}`,
    head: 'All on time',
    figure: entriesFigure(r, rows, hold),
    listed: mine(r, listed),
  };
}

/** One row an audit: filled where all of it was kept. */
function perAudit(judged: readonly Judged[]): Judged[] {
  const audits = [...new Set(judged.map(({ audit }) => audit))];
  return audits.map((audit) => {
    const theirs = judged.filter((one) => one.audit === audit);
    const kept = theirs.filter(({ mark }) => mark === 'yes').length;
    return { audit, mark: kept === theirs.length ? 'yes' : kept === 0 ? 'no' : 'in-part' };
  });
}

const whichOf = ({ rules: which }: What): Which => (which === 'adjusted' ? 'adjusted' : 'met');
