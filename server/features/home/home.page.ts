import { formatDate, formatMoment } from '../../domain/calendar/format-date.js';
import { minutesWaited, inWords, isWithDeputy } from '../../domain/concerns/waiting.js';
import { may, reachOf } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import type { Table } from '../../platform/table.js';
import type { Action } from '../actions/actions.store.js';
import { actionsWaiting } from '../actions/waiting.js';
import { concernsNaming, type Concern } from '../concerns/concerns.store.js';
import { concernHours } from '../settings/concern-hours.js';
import { afterTheService } from './administrator.js';
import { dayInWords, greeting } from './greeting.js';
import { auditsOfMyWork, auditsToCarryOut } from './home.store.js';
import { overdueBy, type Thing } from './late.js';
import { isTheirTurn, ownWork } from './own-work.js';
import { resumeOf, type Resume } from './resume.js';
import { alwaysListed, serviceFigures, type Figure } from './service.js';
import { setUpSteps, type SetUpStep } from './set-up-steps.js';
import { newsFor, waitingFor } from './waiting.js';
import { yoursToAudit } from './yours-to-audit.js';

export interface HomePage {
  title: string;
  sentence: string;
  acts: { text: string; href: string; kind?: 'secondary' }[];
  concerns: { title: string; text: string; href: string; press: string }[];
  setUp: SetUpStep[] | null;
  figures: Figure[] | null;
  resume: Resume | null;
  waiting: Thing[];
  news: Thing[];
  yours: Table;
  yoursCount: string;
  ownWork: Thing[];
  actions: Thing[];
  late: Thing[];
  overdue: Thing[];
  alwaysListed: Thing[];
  service: Thing[];
  hasAside: boolean;
  /** Said in place of every list when all are empty. */
  nothing: string | null;
}

/** What waits for me, what I began, what is late. Each role adds its part, so several add up. */
export function homePage(c: Showing): HomePage {
  const { db, me, now, today } = c;
  const concerns = concernsFor(c);
  const { mine: actions, toVerify, overdueOfOthers } = actionsWaiting(db, me, today);
  const waiting = waitingFor(db, me, today, toVerify);
  const news = newsFor(db, me);
  const yours = auditsToCarryOut(db, me.id);
  const mine = auditsOfMyWork(db, me.id);
  const late = actions.filter((action) => action.dueOn < today);
  const readsAll = reachOf(me, 'audits.read')?.kind === 'all';
  const theirTurn = mine.filter((audit) => isTheirTurn(audit, today)).length;
  const lateAudits = yours.filter((audit) => audit.dueOn < today).length;
  const listed = readsAll ? alwaysListed(db, today) : [];
  const service = afterTheService(db, me, today);
  const setUp = setUpSteps(db, me, today);
  const stepsLeft = setUp?.filter((step) => step.href !== null).length ?? 0;
  const isEmpty = [concerns, waiting, news, yours, mine, actions, overdueOfOthers].every((list) => list.length === 0);
  return {
    title: dayInWords(today),
    sentence: greeting({
      name: me.name,
      now,
      waiting: concerns.length + waiting.length + theirTurn + stepsLeft,
      begun: yours.filter((audit) => audit.state === 'in-progress').length,
      notBegun: yours.filter((audit) => audit.state === 'assigned').length,
      late: late.length + lateAudits,
    }),
    acts: actsOf(c),
    concerns,
    setUp,
    figures: readsAll && !setUp ? serviceFigures(db, now, today) : null,
    resume: resumeOf(db, me.id, today, yours),
    waiting,
    news,
    yours: yoursToAudit(db, yours, today),
    yoursCount: `${yours.length} not submitted`,
    ownWork: ownWork(mine, today),
    actions: actions.filter((action) => action.dueOn >= today).map(actionDue),
    late: late.map((action) => actionLate(action, today)),
    overdue: overdueOfOthers.map((action) => actionLate(action, today, action.owner)),
    alwaysListed: listed,
    service,
    hasAside: [late, listed, service].some((list) => list.length > 0),
    nothing: isEmpty && !setUp ? whatWouldStandHere(c) : null,
  };
}

/** A concern stands above all else: on the page of the manager named, and of the deputy once the hours are over. */
function concernsFor({ db, me, now }: Showing): HomePage['concerns'] {
  const hours = concernHours(db);
  const isMine = (concern: Concern) => concern.namedId === me.id || isWithDeputy(concern.raisedAt, hours, now);
  return concernsNaming(db, me.id)
    .filter((concern) => concern.state === 'raised' && isMine(concern))
    .map((concern) => ({
      title: `Concern, not yet acknowledged: ${inWords(minutesWaited(concern.raisedAt, now))}`,
      text: [
        `Raised ${formatMoment(concern.raisedAt)} by ${concern.raiser}`,
        concern.reference ? ` on ${concern.reference}` : '',
        concern.said ? `: ‘${concern.said}’` : '.',
        concern.namedId === me.id
          ? ` You are named to answer it within ${hours} ${hours === 1 ? 'hour' : 'hours'}.${deputyToo(concern, hours, now)}`
          : ` ${concern.named} has not answered within ${hours} hours, so it is with you as deputy.`,
      ].join(''),
      href: `/concerns/${concern.id}`,
      press: 'Read and acknowledge',
    }));
}

const deputyToo = (concern: Concern, hours: number, now: string): string =>
  concern.deputy !== null && isWithDeputy(concern.raisedAt, hours, now) ? ` ${concern.deputy} has it too.` : '';

function actsOf({ me }: Showing): HomePage['acts'] {
  return [
    ...(may(me, 'concerns.raise')
      ? [{ text: 'Raise a concern', href: '/concerns/new', kind: 'secondary' as const }]
      : []),
    ...(may(me, 'samples.draw') ? [{ text: 'Draw a sample', href: '/samples/new' }] : []),
  ];
}

const actionDue = (action: Action): Thing => ({
  text: action.wording ?? 'Action',
  href: `/actions/${action.id}`,
  ...(action.reference ? { line: action.reference } : {}),
  says: `due ${formatDate(action.dueOn)}`,
});

const actionLate = (action: Action, today: string, owner?: string): Thing => ({
  text: action.wording ?? 'Action',
  href: `/actions/${action.id}`,
  line: [owner, action.reference].filter((part) => part).join(', ') || 'Your action',
  state: 'late',
  says: overdueBy(action.dueOn, today),
});

/** An empty page says what would fill it, in the order of the roles held. */
function whatWouldStandHere({ me }: Showing): string {
  const comes = [
    me.roles.has('auditor') && 'audits assigned to you',
    (me.roles.has('team-lead') || me.roles.has('head')) && 'audits to agree, concerns that name you, actions to verify',
    me.roles.has('practitioner') && 'a case of yours from the moment that it is selected for an audit',
    me.roles.has('administrator') && 'the first steps of the service, while one is left',
  ].filter((part) => part !== false);
  if (comes.length === 0) return 'You hold no role at present. Your administrator can give you one.';
  return `Here will stand: ${comes.join('; ')}.`;
}
