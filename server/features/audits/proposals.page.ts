import { subjectInSentence } from '../../domain/audits/subject.js';
import { dueByDefault } from '../../domain/actions/due-by-default.js';
import { proposalsFrom } from '../../domain/actions/proposals.js';
import { mostActions } from '../../domain/audits/needs-actions.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { themes } from '../../domain/forms/themes.js';
import type { Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { faultAt, typedList } from '../../platform/http/typed.js';
import type { Typed } from '../../platform/http/route.js';
import { aboutWords, type About } from '../actions/about.js';
import { actionsOfAudit } from '../actions/actions.store.js';
import { ownersToChoose } from '../actions/owners.js';
import type { Audit } from './audits.store.js';

interface Again {
  typed: Typed | null;
  faults: readonly Fault[];
}

interface Choice {
  value: string;
  text: string;
}

interface ProposalRow {
  row: string;
  legend: string;
  kept: boolean;
  keepFault: string | null;
  wording: string;
  good: string;
  owner: string;
  due: string;
  about: string;
  theme: string;
  faults: { wording: string | null; good: string | null; owner: string | null; due: string | null };
}

export interface ProposalsPage {
  title: string;
  where: string;
  sentence: string;
  rows: ProposalRow[];
  owners: Choice[];
  abouts: Choice[];
  themes: Choice[];
  resultAt: string;
}

/** Each line of what must improve as an action to be filled in: the practitioner owns it, and it is due in four weeks. */
export function proposalsPage(
  db: Db,
  audit: Audit,
  improve: string | null,
  again: Again,
  today: string,
): ProposalsPage {
  const left = mostActions - actionsOfAudit(db, audit.id).filter(({ state }) => state !== 'dropped').length;
  const lines = proposalsFrom(improve);
  const proposed = Array.from({ length: Math.max(lines.length, left, 1) }, (_, i) => lines[i] ?? '');
  const owner = audit.workOfId ?? audit.practitionerId;
  return {
    title: 'Make actions',
    where: `${audit.formTitle} · ${subjectInSentence(audit)}`,
    sentence: 'One to three actions, each small enough to be done. Untick what is not made into one.',
    rows: proposed.map((wording, i) =>
      rowOf(
        i,
        {
          wording,
          owner,
          about: audit.subject === 'service' ? 'service' : 'practice',
          kept: wording !== '' && i < left,
          today,
        },
        again,
      ),
    ),
    owners: [{ value: '', text: 'Choose' }, ...ownersToChoose(db, today)],
    abouts: (Object.keys(aboutWords) as About[]).map((value) => ({ value, text: aboutWords[value] })),
    themes: [{ value: '', text: 'None' }, ...themes.map(({ key, name }) => ({ value: key, text: name }))],
    resultAt: `/audits/${audit.id}/result`,
  };
}

interface Filled {
  wording: string;
  owner: number | null;
  about: About;
  kept: boolean;
  today: string;
}

function rowOf(i: number, filled: Filled, again: Again): ProposalRow {
  const row = String(i + 1);
  const at = (field: string, saved: string): string => (again.typed ? (typedList(again, field)[i] ?? '') : saved);
  return {
    row,
    legend: `Action ${row}`,
    kept: again.typed ? typedList(again, 'keep').includes(row) : filled.kept,
    keepFault: faultAt(again, `keep-${row}`),
    wording: at('wording', filled.wording),
    good: at('good', ''),
    owner: at('owner', filled.owner === null ? '' : String(filled.owner)),
    due: at('due', formatDate(dueByDefault(filled.today))),
    about: at('about', filled.about),
    theme: at('theme', ''),
    faults: {
      wording: faultAt(again, `wording-${row}`),
      good: faultAt(again, `goodLooksLike-${row}`),
      owner: faultAt(again, `owner-${row}`),
      due: faultAt(again, `dueOn-${row}`),
    },
  };
}
