import { formatDate, formatMoment } from '../../domain/calendar/format-date.js';
import { notFound } from '../../domain/problems.js';
import { fewestForRange } from '../../domain/statistics/small-numbers.js';
import type { Table } from '../../platform/table.js';
import { viewsOf } from '../trail/trail.store.js';
import { alwaysListed, type Listed } from './always-listed.js';
import { auditsTable } from './audits-table.js';
import { auditsOfPerson, type CountedAudit } from './audits.store.js';
import { auditsAround, gradedIn, isGoodOrBetter, saysGood } from './graded.js';
import { auditorsOf, type Auditors } from './auditors.js';
import { complianceBeside, type ComplianceBeside } from './compliance-beside.js';
import { frame, periodInFull, type Frame } from './frame.js';
import { questionJudgements, sectionJudgements, type Judgements } from './judged.js';
import { actionsOfPractitioner } from './listed.store.js';
import { formMeans, type FormMeans } from './means.js';
import { practitionerById } from './practitioners.store.js';
import { narrowed, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';
import { whichCases } from './which-cases.js';
import { samplesBehind, type SampleBehind } from './which-samples.js';
import { leftOutSections, notesOf, ownWords, whatChanged, type Said } from './written.js';

/** One person's quality: judgements, notes and what changed first; figures only where there are enough for them. */
export interface PractitionerPage {
  frame: Frame;
  name: string;
  where: string;
  sentence: string;
  acts: { text: string; href: string }[];
  /** Null where there is something to read. */
  empty: string | null;
  judged: Judgements[];
  leftOut: string | null;
  listed: Listed[];
  twin: { left: Quotes; right: Quotes };
  changed: Table | null;
  goals: { text: string; line: string; says: string; state: 'late' | null; href: string }[];
  means: FormMeans[];
  tooFewForMeans: string | null;
  compliance: ComplianceBeside | null;
  auditors: Auditors | null;
  cases: { name: string; text: string }[];
  samples: SampleBehind[];
  own: { said: Said[]; sum: string; title: string };
  opened: string;
  audits: Table;
  /** All tables of the page, the audits first. */
  tables: Table[];
}

interface Quotes {
  title: string;
  said: Said[];
  none: string;
}

export function practitionerPage(r: Reporting, id: number): PractitionerPage {
  const person = practitionerById(r.db, id, r.reach, r.today);
  if (!person) throw notFound();
  const audits = auditsOfPerson(r.db, id, r.selection, r.reach, r.today);
  if (person.isWithin === 0 && audits.length === 0) throw notFound();
  const quality = audits.filter(({ measures }) => measures === 'quality');
  const changed = whatChanged(r, quality);
  const means = formMeans(r, id, quality);
  const compliance = complianceBeside(r, id, audits);
  const auditors = quality.length === 0 ? null : auditorsOfPerson(r, quality);
  const list = auditsTable(r, audits);
  return {
    frame: frame(r, { counted: countedInWords(quality.length, audits.length - quality.length), person: id }),
    name: person.name,
    where: ['Practitioner', person.teams].filter(Boolean).join(' · '),
    sentence: sentenceOf(r, quality.length),
    acts: [
      { text: 'Sheet for supervision', href: `/reports/practitioners/${id}/sheet${queryOf(r.selection, r.today)}` },
    ],
    empty: audits.length === 0 ? `No audit of ${person.name}’s work was agreed in this period.` : null,
    judged: judgedOf(r, quality),
    leftOut: leftOutInWords(r, quality),
    listed: alwaysListed(r, audits, false),
    twin: {
      left: quotes(r, quality, 'close-strengths', 'What was done well'),
      right: quotes(r, quality, 'close-improve', 'What must improve'),
    },
    changed,
    goals: goalsOf(r, id),
    means,
    tooFewForMeans: tooFewInWords(r, quality),
    compliance,
    auditors,
    cases: whichCases(r, id, quality),
    samples: samplesBehind(r, audits),
    own: { ...ownWords(r, id, audits), title: `${person.name}’s own words` },
    opened: openedInWords(r, id),
    audits: list,
    tables: [
      list,
      ...means.map((one) => one.table),
      ...(changed ? [changed] : []),
      ...(compliance ? [compliance.table] : []),
      ...(auditors ? [auditors.table] : []),
    ],
  };
}

const countedInWords = (quality: number, other: number): string =>
  `${quality} of quality${other === 0 ? '' : `, ${other} of compliance beside`}`;

function sentenceOf(r: Reporting, n: number): string {
  const agreed = `${n} ${n === 1 ? 'audit' : 'audits'} of quality agreed in ${periodInFull(r)}.`;
  if (n === 0) return agreed;
  return n < fewestForRange
    ? `${agreed} With fewer than five there is no chart and no comparison: read what was written.`
    : `${agreed} Read what was written first: the figures stand below it.`;
}

function judgedOf(r: Reporting, quality: readonly CountedAudit[]): Judgements[] {
  const bySection = sectionJudgements(r, quality);
  const byQuestion = [...new Set(quality.map(({ form }) => form))].flatMap(
    (form) => questionJudgements(r, form, quality) ?? [],
  );
  return [...(bySection ? [bySection] : []), ...byQuestion];
}

function leftOutInWords(r: Reporting, quality: readonly CountedAudit[]): string | null {
  const sections = leftOutSections(r, quality);
  if (sections.length === 0) return null;
  return `${sections.join(', ')} was judged too and is not shown here: it judges the manager.`;
}

const quotes = (
  r: Reporting,
  audits: readonly CountedAudit[],
  item: 'close-strengths' | 'close-improve',
  title: string,
): Quotes => ({ title, said: notesOf(r, audits, item, 4), none: 'Nothing was written in this period.' });

function goalsOf(r: Reporting, id: number): PractitionerPage['goals'] {
  const states = { open: 'Open', completed: 'Completed, not verified yet', verified: 'Verified', dropped: 'Dropped' };
  return actionsOfPractitioner(r.db, id, 6).map((action) => {
    const isLate = action.state === 'open' && action.dueOn < r.today;
    const due = `${isLate ? 'Overdue since' : 'Due'} ${formatDate(action.dueOn)}`;
    return {
      text: action.wording ?? 'Words erased',
      line: action.goodLooksLike ? `Good looks like: ${action.goodLooksLike}` : '',
      says: action.state === 'open' ? due : states[action.state],
      state: isLate ? 'late' : null,
      href: `/actions/${action.id}`,
    };
  });
}

function tooFewInWords(r: Reporting, quality: readonly CountedAudit[]): string | null {
  const few = [...new Set(quality.map(({ form }) => form))].flatMap((form) => {
    const n = quality.filter((audit) => audit.form === form && audit.practiceScore !== null).length;
    return n > 0 && n < fewestForRange ? [`${n} with ${r.form(form)}`] : [];
  });
  if (few.length === 0) return null;
  return `Too few for a mean: ${few.join(', ')}. Their scores stand one by one in the list of audits below.`;
}

function auditorsOfPerson(r: Reporting, quality: readonly CountedAudit[]): Auditors {
  const forms = [...new Set(quality.map(({ form }) => form))].sort();
  const everywhere = narrowed(r, { team: null, sample: null });
  const all = auditsAround(everywhere);
  const judged = gradedIn(all, forms).map(({ audit, own }) => ({
    audit,
    mark: isGoodOrBetter(own) ? ('yes' as const) : ('no' as const),
  }));
  return auditorsOf(everywhere, quality, judged, {
    head: 'Good or better',
    says: saysGood,
    what: { own: 'good-or-better', forms: forms.join(',') },
  });
}

/** Everybody who may open the page sees who did. */
function openedInWords(r: Reporting, id: number): string {
  const views = viewsOf(r.db, 'people', id);
  const names = [...new Set(views.map(({ name }) => name ?? 'Somebody'))];
  const each = names.map((name) => {
    const theirs = views.filter((view) => (view.name ?? 'Somebody') === name);
    const last = theirs[0] ? formatMoment(theirs[0].at) : '';
    return `${name}, on ${theirs.length} ${theirs.length === 1 ? 'day' : 'days'}, last ${last}`;
  });
  return each.length === 0 ? 'Nobody yet.' : `${each.join('. ')}. Nobody else.`;
}
