import type { Fault } from '../../domain/problems.js';
import { sectionStates } from '../../domain/audits/section-states.js';
import { faultAt, typed, typedList } from '../../platform/http/typed.js';
import type { Typed } from '../../platform/http/route.js';
import type { Db } from '../../platform/sqlite/open.js';
import type { Audit } from './audits.store.js';
import { caseBar, type CaseBar } from './casebar.page.js';
import { hiddenUntilAnswered } from './hidden-earlier.js';
import { filledAudit } from './filled-audit.js';
import { holdersOfOrder } from './holders.store.js';
import { readsSameCase } from './reaudits.store.js';
import { readiness, type ToDo } from './readiness.js';
import type { Reading } from './reading.js';
import { sectionsList, type SectionsList } from './section.page.js';

/** The last page before an audit is submitted: what is missing, what should not be in notes, and whose work it is. */
export interface SubmissionPage {
  casebar: CaseBar;
  sections: SectionsList;
  title: string;
  where: string;
  action: string;
  gaps: ToDo[];
  gapsTitle: string;
  details: ToDo[];
  keepOptions: { value: string; text: string }[];
  detailsKept: readonly string[];
  detailsFault: string | null;
  /** Null where the service itself was read. */
  workOf: { value: string; options: { value: string; text: string }[]; fault: string | null } | null;
  told: string;
  /** The two readings side by side, once every question of a re-audit is answered. */
  beforeAndAfter: string | null;
  back: string;
}

export function submissionPage(
  c: { db: Db; today: string; typed: Typed | null; faults: readonly Fault[] },
  audit: Audit,
  reading: Reading,
): SubmissionPage {
  const { gaps, details } = readiness(c.db, filledAudit(c.db, audit), c.today);
  const states = sectionStates(reading.applying, reading.missing);
  return {
    casebar: caseBar(audit, reading, `/audits/${audit.id}/submission`),
    sections: sectionsList(reading, states, ''),
    title: gaps.length === 0 ? 'Submit this audit' : 'Before you submit',
    where: audit.formTitle,
    action: `/audits/${audit.id}/submission`,
    gaps,
    gapsTitle: `${gaps.length} ${gaps.length === 1 ? 'thing' : 'things'} before you can submit`,
    details,
    keepOptions: [{ value: 'kept', text: 'I have looked at these: they are needed' }],
    detailsKept: typedList(c, 'details'),
    detailsFault: faultAt(c, 'details'),
    workOf: audit.subject === 'service' || audit.inspectionId !== null ? null : workOf(c, audit),
    told: toldAfter(audit),
    beforeAndAfter:
      !readsSameCase(c.db, audit) || hiddenUntilAnswered(c.db, audit) ? null : `/audits/${audit.id}/before-and-after`,
    back: `${reading.base}/${states.at(-1)?.key ?? ''}`,
  };
}

const workOf = (c: { db: Db; typed: Typed | null; faults: readonly Fault[] }, audit: Audit) => ({
  value: typed(c, 'workOf', String(audit.workOfId ?? audit.practitionerId ?? '')),
  options: [
    ...holdersOfOrder(c.db, audit),
    { value: 'shared', text: 'Shared: listed, and counted in nobody’s figures' },
  ],
  fault: faultAt(c, 'workOf'),
});

const toldAfter = ({ subject, practitionerName, inspectionId }: Audit): string =>
  inspectionId !== null
    ? 'The lead of the inspection has it at the same moment, and agrees it or sends it back. It counts in no figure of a person.'
    : subject === 'service'
      ? 'The head of service has it at the same moment, and agrees it or sends it back. It counts in nobody’s figures.'
      : `${practitionerName ?? 'The practitioner'} and the lead of the team have it at the same moment. Then five working days begin in which facts can be put right.`;
