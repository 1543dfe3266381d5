import { gradeName } from '../../domain/forms/scales.js';
import { notFound } from '../../domain/problems.js';
import { mine, byAuditor, capital, countedOf, ofAuditor, type Measured } from './asked.js';
import { counting } from './counting.js';
import { shareOf, type Judged } from './figure.js';
import { auditsAround, gradedIn, isGoodOrBetter, saysGood, saysOwn, type Graded } from './graded.js';
import { alikeOf, saysAlike } from './grades-against.js';
import { compared, levelKinds, saysOfStep, steps, type Compared } from './levels-compared.js';
import type { Reporting } from './reporting.js';
import type { What } from './what.js';

/** How the service's level lies to the auditor's first. */
export function levels(r: Reporting, what: What): Measured {
  const kind = levelKinds.find((one) => one.kind === what.levels);
  const step = steps.find((one) => one.step === what.step);
  if (!kind || !step) throw notFound();
  const judgedOf = (rows: readonly Compared[]): Judged[] =>
    rows.map((one) => ({ audit: one.audit, mark: one.step === step.step ? 'yes' : 'no' }));
  const both = compared(auditsAround(r), kind.kind);
  const { rows, hold } = counting(r, both)(r.selection);
  const says = saysOfStep(step.step, kind.title);
  const figure = shareOf(r, judgedOf(rows), { says, href: null, hold });
  return {
    name: `${step.name}, ${kind.title.toLowerCase()}`,
    head: 'Counted so',
    figure,
    listed: mine(r, judgedOf(both)),
  };
}

/** How many audits have a grade, or own and computed grade alike. */
export function grades(r: Reporting, what: What): Measured {
  const audits = auditsAround(r);
  const forms = what.forms ? what.forms.split(',') : [...new Set(audits.map(({ form }) => form))];
  const all = gradedIn(audits, forms);
  const [says, judgedOf] = gradeAsked(what);
  const { rows, hold } = countedOf(r, all, what);
  const named = byAuditor(r, says, what);
  const figure = shareOf(r, judgedOf(rows), { says: named, href: null, hold });
  return { name: capital(named), head: 'Counted so', figure, listed: mine(r, ofAuditor(judgedOf(all), what)) };
}

function gradeAsked({ own, computed }: What): [string, (rows: readonly Graded[]) => Judged[]] {
  if (own === 'alike') return [saysAlike, alikeOf];
  if (own === 'good-or-better') return [saysGood, marked((one) => isGoodOrBetter(one.own))];
  const says = saysOwn(nameOf(own));
  if (!computed) return [says, marked((one) => one.own === own)];
  const worked = computed === 'none' ? 'nothing worked out' : `${nameOf(computed)} worked out`;
  return [`${says}, ${worked}`, marked((one) => one.own === own && (one.computed ?? 'none') === computed)];
}

const marked =
  (is: (one: Graded) => boolean) =>
  (rows: readonly Graded[]): Judged[] =>
    rows.map((one) => ({ audit: one.audit, mark: is(one) ? 'yes' : 'no' }));

function nameOf(grade: string | undefined): string {
  if (grade === 'outstanding' || grade === 'good' || grade === 'requires-improvement' || grade === 'inadequate')
    return gradeName(grade);
  throw notFound();
}
