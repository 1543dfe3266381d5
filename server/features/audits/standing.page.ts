import { closedWords, factDaysOver } from '../../domain/audits/fact-days.js';
import { isOwnWork, outcomeWords } from '../../domain/audits/fact-points.js';
import { whatStopsAgreement, whyNotAgreer, type ToAgree } from '../../domain/audits/may-agree.js';
import { needsActions } from '../../domain/audits/needs-actions.js';
import { formatDate, formatDateInFull } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import type { Me } from '../../domain/rights.js';
import type { Link } from '../../platform/handlebars/chrome.js';
import type { Audit } from './audits.store.js';
import type { FactPoint } from './fact-points.store.js';
import type { Move } from './moves.store.js';

/** Something that this reader can do now, or what is waited for. */
export interface Told {
  title: string;
  text: string;
  links: Link[];
  /** One press that ends the days. */
  nothing: string | null;
}

export interface Step {
  text: string;
  current: boolean;
}

/** Where an audit stands, from assigned to agreed. */
export function standingSteps(audit: Audit, moves: readonly Move[], today: string): Step[] {
  const dated = (name: string, state: string): string => {
    const move = moves.filter(({ toState }) => toState === state).at(-1);
    return move ? `${name} ${formatDate(londonDate(move.at))}` : name;
  };
  const at = audit.state;
  return [
    { text: dated('Assigned', 'assigned'), current: at === 'assigned' },
    { text: at === 'returned' ? 'With its auditor again' : 'Read', current: at === 'in-progress' || at === 'returned' },
    { text: submittedWords(audit, dated('Submitted', 'submitted'), today), current: at === 'submitted' },
    { text: audit.agreedOn ? `Agreed ${formatDate(audit.agreedOn)}` : 'Agreed', current: at === 'agreed' },
  ];
}

function submittedWords(audit: Audit, submitted: string, today: string): string {
  if (audit.state !== 'submitted') return audit.submittedAt && audit.state === 'agreed' ? submitted : 'Submitted';
  if (audit.subject === 'service' || audit.inspectionId !== null) return submitted;
  if (audit.factsClosed !== null) return `${submitted}, ${closedWords[audit.factsClosed]}`;
  if (factDaysOver(audit, today) || audit.factsUntil === null) return `${submitted}, days to put facts right over`;
  return `${submitted}, with ${audit.practitionerName ?? 'the practitioner'} until ${formatDate(audit.factsUntil)} to put facts right`;
}

/** What the reader can do with a submitted audit, by who they are. */
export function toldTo(audit: Audit, now: ToAgree, points: readonly FactPoint[], me: Me, today: string): Told[] {
  const at = `/audits/${audit.id}`;
  const told: Told[] = [];
  if (isOwnWork(audit, me.id)) told.push(...toPractitioner(audit, now, at, today));
  if (audit.auditorId === me.id && audit.inspectionId === null) told.push(...toAuditor(now, points, at));
  if (audit.state === 'submitted' && whyNotAgreer(me, now) === null) told.push(toAgreer(now, at, today));
  return told;
}

function toPractitioner(audit: Audit, now: ToAgree, at: string, today: string): Told[] {
  const days = audit.state === 'submitted' || now.agreement === 'light';
  if (!days || factDaysOver(audit, today) || audit.factsUntil === null) return [];
  return [
    {
      title: `You have until ${formatDateInFull(audit.factsUntil)} to put facts right`,
      text: `Say at which question something is not so, and where the file shows it; ${audit.auditorName} answers each point.`,
      links: [{ text: 'Put a fact right', href: `${at}/points/new` }],
      nothing: audit.state === 'submitted' ? `${at}/nothing-to-put-right` : null,
    },
  ];
}

function toAuditor(now: ToAgree, points: readonly FactPoint[], at: string): Told[] {
  const told: Told[] = [];
  const [first, ...more] = points.filter(({ outcome }) => outcome === null);
  if (first) {
    const open = 1 + more.length;
    const title =
      open === 1 ? 'One point of the practitioner waits for you' : `${open} points of the practitioner wait for you`;
    const href = open === 1 ? `${at}/points/${first.id}` : `${at}/points`;
    told.push({ title, text: '', links: [{ text: 'Answer', href }], nothing: null });
  }
  if (now.state === 'submitted' && needsActions(now.ownGrade, now.computedGrade) && now.actions === 0) {
    told.push({
      title: 'A grade is below Good',
      text: 'Make one to three actions from what must improve.',
      links: [{ text: 'Make actions', href: `${at}/actions` }],
      nothing: null,
    });
  }
  return told;
}

function toAgreer(now: ToAgree, at: string, today: string): Told {
  const stops = whatStopsAgreement(now, '', today);
  const open = !factDaysOver(now, today);
  const asks = needsActions(now.ownGrade, now.computedGrade) && now.actions === 0;
  return {
    title: stops.length === 0 ? 'This audit can be agreed' : 'This audit waits for your agreement',
    text: stops.join(' '),
    links: [
      { text: stops.length === 0 ? 'Agree or send back' : 'Look at it, send it back', href: `${at}/agreement` },
      ...(asks ? [{ text: 'Make actions', href: `${at}/actions` }] : []),
      ...(open ? [{ text: 'Read together, or given on paper', href: `${at}/days` }] : []),
    ],
    nothing: null,
  };
}

export interface PointShown {
  number: string;
  said: string;
  by: string;
  /** Null while the auditor has not answered. */
  outcome: string | null;
  reply: string | null;
  waiting: string;
}

export function pointsShown(
  audit: Audit,
  points: readonly FactPoint[],
  numberOf: (item: string) => string,
): PointShown[] {
  return points.map((point) => ({
    number: point.item === null ? 'The whole' : numberOf(point.item) || 'A question no longer asked',
    said: point.said ?? 'No longer kept',
    by: `${point.byName}, ${formatDate(londonDate(point.at))}`,
    outcome: point.outcome && outcomeWords[point.outcome],
    reply: point.reply,
    waiting: `${audit.auditorName} has not answered`,
  }));
}
