import { formatMoment } from '../../domain/calendar/format-date.js';
import { mayAnswer } from '../../domain/concerns/may-answer.js';
import { stateAfter, stateNames, stepNames } from '../../domain/concerns/states.js';
import { inWords, isWithDeputy, minutesWaited } from '../../domain/concerns/waiting.js';
import { notFound } from '../../domain/problems.js';
import { may, reachOf } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { auditById } from '../audits/audits.store.js';
import { concernHours } from '../settings/concern-hours.js';
import { answerers } from './answerers.store.js';
import { concernById, stepsOf, type Concern } from './concerns.store.js';
import { telephoneOf } from './contacts.store.js';
import { questionOf } from './question.js';
import { localAddress } from './raise.page.js';

interface Words {
  value: string;
  fault: string | null;
}

export interface ConcernPage {
  id: number;
  waits: string | null;
  state: string;
  ring: { name: string; telephone: string | null; isMe: boolean } | null;
  deputy: string | null;
  said: string | null;
  facts: { name: string; text: string; reference?: boolean; href?: string }[];
  steps: { text: string; line: string; says: string }[];
  back: string | null;
  /** What this person may do now. */
  mayAcknowledge: boolean;
  mayRecord: boolean;
  mayPassOn: boolean;
  acknowledged: Words;
  done: Words;
  closed: Words;
  inError: Words;
  managers: { value: string; text: string }[];
  to: Words;
  passedOn: Words;
}

export function concernPage(c: Showing<{ back?: string }>): ConcernPage {
  const concern = concernById(c.db, c.id('id'), c.reach, c.today);
  if (!concern) throw notFound();
  c.viewed('concerns', concern.id);
  const answers = may(c.me, 'concerns.acknowledge') && mayAnswer(concern, c.me);
  const words = (field: string): Words => ({ value: typed(c, field), fault: faultAt(c, field) });
  return {
    id: concern.id,
    waits: waitsFor(concern, concernHours(c.db), c.now),
    state: stateNames[concern.state],
    ring:
      concern.state === 'closed'
        ? null
        : { name: concern.named, telephone: telephoneOf(c.db, concern.namedId), isMe: concern.namedId === c.me.id },
    deputy: deputyLine(c, concern),
    said: concern.said,
    facts: factsOf(c, concern),
    steps: stepsOf(c.db, concern.id).map((step) => ({
      text: step.to ? `${stepNames[step.kind]} to ${step.to}` : stepNames[step.kind],
      line: step.said ? `‘${step.said}’` : '',
      says: `${step.by ?? 'Assay'}, ${formatMoment(step.at)}`,
    })),
    back: c.query.back === undefined ? null : localAddress(c.query.back, '/'),
    mayAcknowledge: answers && stateAfter(concern.state, 'acknowledged') !== null,
    mayRecord: answers && stateAfter(concern.state, 'done') !== null,
    mayPassOn: answers && stateAfter(concern.state, 'passed-on') !== null,
    acknowledged: words('acknowledged'),
    done: words('done'),
    closed: words('closed'),
    inError: words('in-error'),
    managers: [
      { value: '', text: 'Choose a manager' },
      ...answerers(c.db, c.today)
        .filter(({ id }) => id !== concern.namedId)
        .map(({ id, name }) => ({ value: String(id), text: name })),
    ],
    to: words('to'),
    passedOn: words('passed-on'),
  };
}

/** @example 'Concern, not yet acknowledged: 1 hour 12 minutes' */
export function waitsFor(concern: Concern, hours: number, now: string): string | null {
  if (concern.state !== 'raised') return null;
  const waited = `Concern, not yet acknowledged: ${inWords(minutesWaited(concern.raisedAt, now))}`;
  const passed = concern.deputy !== null && isWithDeputy(concern.raisedAt, hours, now);
  return passed ? `${waited}; now with ${concern.deputy} too` : waited;
}

function deputyLine(c: Showing, concern: Concern): string | null {
  if (concern.state !== 'raised' || concern.deputyId === null) return null;
  const telephone = telephoneOf(c.db, concern.deputyId);
  const hours = concernHours(c.db);
  const passed = isWithDeputy(concern.raisedAt, hours, c.now);
  const number = telephone ? `, ${telephone}` : '';
  return passed
    ? `The deputy has it too: ${concern.deputy}${number}.`
    : `No answer? The deputy is ${concern.deputy}${number}, who has it here too after ${hours} ${hours === 1 ? 'hour' : 'hours'}.`;
}

function factsOf(c: Showing, concern: Concern): ConcernPage['facts'] {
  const question = questionOf(c.db, concern.auditId, concern.itemKey);
  const reach = reachOf(c.me, 'audits.read');
  const audit = concern.auditId !== null && reach ? auditById(c.db, concern.auditId, reach, c.today) : undefined;
  return [
    { name: 'Raised', text: `${formatMoment(concern.raisedAt)} by ${concern.raiser}` },
    ...(concern.reference ? [{ name: 'Case', text: concern.reference, reference: true }] : []),
    ...(concern.team ? [{ name: 'Team', text: concern.team }] : []),
    ...(audit ? [{ name: 'Audit', text: audit.formTitle, href: `/audits/${audit.id}` }] : []),
    ...(question ? [{ name: 'Question', text: question }] : []),
    { name: 'With', text: [concern.named, telephoneOf(c.db, concern.namedId)].filter((part) => part).join(', ') },
    { name: 'State', text: stateNames[concern.state] },
  ];
}
