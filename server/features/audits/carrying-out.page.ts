import type { ApplyingSection } from '../../domain/forms/applies.js';
import { formatMoment } from '../../domain/calendar/format-date.js';
import { isUnfinished } from '../../domain/audits/states.js';
import type { Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { concernsOfAudit } from '../concerns/concerns.store.js';
import { telephoneOf } from '../concerns/contacts.store.js';
import { people } from '../people/people.store.js';
import type { Audit } from './audits.store.js';
import { besideOf, type Beside } from './beside.page.js';
import { caseBar, type CaseBar } from './casebar.page.js';
import { comeBacksOf } from './come-backs.store.js';
import { filledAudit } from './filled-audit.js';
import { keptDetails } from './kept-details.store.js';
import { readingOf, type Reading } from './reading.js';
import { openReturns } from './returns.store.js';
import { filters, sectionPage, type Filter, type SectionPage } from './section.page.js';
import type { Redraw } from './question.page.js';

/** A section of an audit as its auditor sees it. */
export interface CarryingOutPage {
  casebar: CaseBar;
  action: string;
  me: number;
  faults: { message: string; href: string | null }[];
  concerns: Told[];
  sentBack: string[];
  section: SectionPage;
  beside: Beside;
  factsHref: string;
  ways: { text: string; href: string }[];
}

interface Told {
  title: string;
  text: string;
  href: string;
}

export interface Drawing {
  show: Filter;
  redraw: Redraw;
  faults: readonly Fault[];
}

/** All that the pages of an audit are drawn from. */
export function readAudit(db: Db, audit: Audit, me: number, today: string): Reading {
  const names = people(db).map(({ name }) => name);
  const [comeBacks, isKept] = [comeBacksOf(db, audit.id, me), keptDetails(db, audit.id)];
  return readingOf(filledAudit(db, audit), { comeBacks, isKept, me, names, today });
}

export function carryingOutPage(
  db: Db,
  audit: Audit,
  reading: Reading,
  current: ApplyingSection,
  drawing: Drawing,
): CarryingOutPage {
  const action = `${reading.base}/${current.section.key}`;
  const returns = audit.state === 'returned' ? openReturns(db, audit.id) : [];
  const sentBack = new Map<string, string[]>();
  for (const { item, reason } of returns)
    if (item !== null) sentBack.set(item, [...(sentBack.get(item) ?? []), reason ?? '']);
  return {
    casebar: caseBar(audit, reading, action),
    action,
    me: reading.me,
    faults: drawing.faults.map(({ message, field, at }) => ({
      message,
      href: at ?? (field === null ? null : `#${field}`),
    })),
    concerns: concernsTold(db, audit),
    sentBack: returns.filter(({ item }) => item === null).map(({ reason }) => reason ?? ''),
    section: sectionPage(reading, current, drawing.show, drawing.redraw, sentBack),
    beside: besideOf(reading),
    factsHref: `/audits/${audit.id}/facts`,
    ways: waysOut(audit),
  };
}

/** Concerns that are not closed: who has it, and that this page does not ring. */
export function concernsTold(db: Db, audit: Audit): Told[] {
  return concernsOfAudit(db, audit.id)
    .filter(({ state }) => state !== 'closed')
    .map(({ id, named, namedId, raisedAt, state }) => {
      const telephone = telephoneOf(db, namedId);
      const acknowledged = `${named} has acknowledged it.`;
      const ring = `Ring ${named} now${telephone === null ? '' : `, ${telephone}`}; this page does not ring for you.`;
      return {
        title: `A concern was raised on ${formatMoment(raisedAt)}`,
        text: state === 'acknowledged' ? acknowledged : ring,
        href: `/concerns/${id}`,
      };
    });
}

function waysOut(audit: Audit): CarryingOutPage['ways'] {
  const at = `/audits/${audit.id}`;
  const unfinished = [
    { text: 'I can’t audit this one', href: `${at}/decline` },
    // A reading of an inspection is the lead’s to give to another reader.
    ...(audit.inspectionId === null ? [{ text: 'Hand it over', href: `${at}/hand-over` }] : []),
  ];
  const talk = `/inspections/${audit.inspectionId ?? 0}/readings/${audit.id}/talk`;
  return [
    ...(audit.inspectionId === null ? [] : [{ text: 'The talk with the practitioner', href: talk }]),
    ...(isUnfinished(audit.state) ? unfinished : []),
    { text: 'Print', href: `${at}/sheet` },
  ];
}

/** Narrows what an address says. */
export const filterOf = (text: string): Filter => filters.find((filter) => filter === text) ?? 'all';
