import { subjectInSentence } from '../../domain/audits/subject.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { stateNames, isUnfinished } from '../../domain/audits/states.js';
import type { Me } from '../../domain/rights.js';
import { may } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { formVersion } from '../forms/forms.store.js';
import type { Audit } from './audits.store.js';
import { readAudit } from './carrying-out.page.js';
import { movesOf } from './moves.store.js';
import { howFar } from './where-left-off.js';

/** An audit that is not begun, or whose answers are not this reader's to see. */
export interface UnfinishedPage {
  title: string;
  where: string;
  sentence: string;
  facts: { name: string; text: string }[];
  /** Address to begin at; null for everybody but its auditor. */
  begin: string | null;
  beginText: string;
  purpose: string;
  /** What is kept back until the auditor’s own levels are put; null where the service itself is read. */
  hidden: string | null;
  formHref: string;
  ways: { text: string; href: string }[];
  moves: { text: string; line: string }[];
}

export function unfinishedPage(db: Db, audit: Audit, me: Me, today: string): UnfinishedPage {
  const { document, version } = formVersion(db, audit.formVersionId);
  const isMine = audit.auditorId === me.id;
  const progress = audit.begunAt === null ? 'Not begun' : howFar(readAudit(db, audit, me.id, today));
  const { from, to } = document.about.minutes;
  return {
    title: `Audit of ${subjectInSentence(audit)}`,
    where: audit.formTitle,
    sentence: isMine
      ? `${from === to ? from : `${from} to ${to}`} minutes. Due ${formatDate(audit.dueOn)}.`
      : `${stateNames[audit.state]}. Its answers are the auditor’s until it is submitted.`,
    facts: [
      ...whoseCase(audit),
      { name: 'Auditor', text: audit.auditorName },
      { name: 'Due', text: formatDate(audit.dueOn) },
      { name: 'State', text: stateNames[audit.state] },
      { name: 'How far', text: progress },
    ],
    begin: isMine && audit.state === 'assigned' ? `/audits/${audit.id}/beginning` : null,
    beginText: audit.begunAt === null ? 'Begin the audit' : 'Take it up',
    purpose: document.about.purpose,
    hidden: audit.subject === 'service' ? null : levelsHidden,
    formHref: `/forms/${audit.formKey}?version=${version}`,
    ways: waysFrom(audit, me, isMine),
    moves: movesOf(db, audit.id).map(({ toState, auditorName, reason, byName, at }) => ({
      text: `${toState === 'assigned' ? `Given to ${auditorName ?? 'an auditor'}` : stateNames[toState]}, ${formatDate(at.slice(0, 10))}`,
      line: [byName === null ? null : `by ${byName}`, reason].filter((part) => part !== null).join(': '),
    })),
  };
}

const levelsHidden = 'The service’s risk levels stay hidden until you have put your own.';

const whoseCase = (audit: Audit): UnfinishedPage['facts'] =>
  audit.subject === 'service'
    ? []
    : [
        { name: 'Practitioner', text: audit.practitionerName ?? 'Not recorded' },
        { name: 'Team', text: audit.teamName ?? 'Not recorded' },
      ];

function waysFrom(audit: Audit, me: Me, isMine: boolean): { text: string; href: string }[] {
  if (!isUnfinished(audit.state)) return [];
  const at = `/audits/${audit.id}`;
  const leads = audit.teamId !== null && me.teamsLed.includes(audit.teamId);
  const manages = leads || me.roles.has('head');
  return [
    ...(isMine ? [{ text: 'I can’t audit this one', href: `${at}/decline` }] : []),
    ...((isMine || manages) && audit.inspectionId === null ? [{ text: 'Hand it over', href: `${at}/hand-over` }] : []),
    ...(manages && audit.inspectionId === null && may(me, 'audits.withdraw')
      ? [{ text: 'Withdraw it', href: `${at}/withdrawal` }]
      : []),
    ...(isMine ? [{ text: 'Print the form to take to the file', href: `${at}/sheet` }] : []),
  ];
}
