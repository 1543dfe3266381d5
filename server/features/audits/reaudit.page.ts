import { subjectInSentence } from '../../domain/audits/subject.js';
import { addDays } from '../../domain/calendar/days.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { differences } from '../../domain/forms/draft/differences.js';
import { placesOf } from '../../domain/forms/check/places.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { latestVersion } from '../forms/forms.store.js';
import type { Audit } from './audits.store.js';
import { whyWholeForm } from './earlier-audit.js';
import { outcomeOf } from './outcome.js';
import { reauditOf, reauditors } from './start-reaudit.js';

/** What a re-audit would ask, and who reads it. */
export interface ReauditPage {
  title: string;
  where: string;
  sentence: string;
  advice: string | null;
  /** What is asked again, by section; empty when nothing fell short or nothing is left. */
  sections: { title: string; questions: { text: string }[] }[];
  count: string;
  nothing: string;
  dropped: { text: string; because: string }[];
  /** What a later version of the form says otherwise. */
  newer: { title: string; lines: string[] } | null;
  auditor: { options: { value: string; text: string }[]; value: string; fault: string | null };
  due: { value: string; fault: string | null };
  resultAt: string;
}

export function reauditPage(c: Pick<Showing, 'db' | 'today' | 'typed' | 'faults'>, audit: Audit): ReauditPage {
  const outcome = outcomeOf(c.db, audit);
  const { document } = outcome.form;
  const { taken, dropped } = reauditOf(c.db, audit, { seed: '', today: c.today, version: 1 });
  const asked = placesOf(document).filter(({ item }) => taken.includes(item.key));
  const questionOf = (key: string) => placesOf(document).find(({ item }) => item.key === key)?.item.question ?? key;
  return {
    title: `Re-audit of ${subjectInSentence(audit)}`,
    where: `${audit.formTitle} · agreed ${formatDate(audit.agreedOn ?? '')}`,
    sentence:
      'Asks again what fell short, in the same words, for the time since. Whoever reads it does not see the earlier answers until all of theirs are given.',
    advice: whyWholeForm(c.db, outcome),
    sections: document.sections
      .map((section) => ({
        title: section.title,
        questions: asked.filter((place) => place.section === section).map(({ item }) => ({ text: item.question })),
      }))
      .filter(({ questions }) => questions.length > 0),
    count: `${taken.length} ${taken.length === 1 ? 'question' : 'questions'}, and what they need`,
    nothing:
      dropped.length === 0
        ? 'Nothing fell short in this audit, so there is nothing to ask again.'
        : 'Nothing that fell short can be asked of the case as it is today.',
    dropped: dropped.map(({ item, because, kind }) => ({
      text: questionOf(item),
      because: `${kind === 'not-yet-due' ? 'Not yet due' : 'No longer possible'}: ${because}.`,
    })),
    newer: newerThan(c, audit),
    auditor: {
      options: [
        { value: '', text: 'Choose an auditor' },
        ...reauditors(c.db, audit, c.today).map(({ id, name, holds }) => ({
          value: String(id),
          text: holds === 0 ? name : `${name}, holds ${holds}`,
        })),
      ],
      value: typed(c, 'auditor'),
      fault: faultAt(c, 'auditor'),
    },
    due: { value: typed(c, 'due', formatDate(addDays(c.today, 28))), fault: faultAt(c, 'due') },
    resultAt: `/audits/${audit.id}/result`,
  };
}

/** The words of the earlier version stay: what a later one changed is told. */
function newerThan({ db }: Pick<Showing, 'db'>, audit: Audit): ReauditPage['newer'] {
  const { form } = outcomeOf(db, audit);
  const latest = latestVersion(db, form.key);
  if (!latest || latest.version <= form.version) return null;
  return {
    title: `Version ${latest.version} of the form says otherwise; this asks in the words of version ${form.version}`,
    lines: differences(form.document, latest.document),
  };
}
