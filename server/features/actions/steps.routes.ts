import { Type as T } from '@sinclair/typebox';
import { whyNot, type StepKind } from '../../domain/actions/steps.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { notAllowed } from '../../domain/problems.js';
import { page, to, type Result } from '../../platform/http/results.js';
import { route, type Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { actionById } from './actions.store.js';
import { completeAction } from './complete.js';
import { dropAction } from './drop.js';
import { handOverAction } from './hand-over.js';
import { moveAction } from './move.js';
import { ownersToChoose } from './owners.js';
import { reopenAction } from './reopen.js';
import { verifyAction } from './verify.js';

const words = T.String({ default: '', maxLength: 5000 });
const actionAt = (id: number): string => `/actions/${id}`;

/** The steps of an action, each a page with one thing to say. */
export const stepRoutes = [
  route({
    path: '/actions/:id/completion',
    may: 'actions.do',
    body: T.Object({ evidence: words }),
    show: (c) =>
      stepPage(c, 'completed', {
        title: 'Complete',
        field: 'evidence',
        label: 'What shows that it is done',
        press: 'Complete this action',
      }),
    save: (c) => {
      completeAction(c.db, c, c.id('id'), c.body);
      return to(actionAt(c.id('id')));
    },
  }),
  route({
    path: '/actions/:id/verification',
    may: 'actions.verify',
    body: T.Object({ said: words }),
    show: (c) =>
      stepPage(c, 'verified', {
        title: 'Verify',
        field: 'said',
        label: 'What you looked at',
        press: 'Verify this action',
      }),
    save: (c) => {
      verifyAction(c.db, c, c.id('id'), c.body);
      return to(actionAt(c.id('id')));
    },
  }),
  route({
    path: '/actions/:id/reopening',
    may: 'actions.verify',
    body: T.Object({ reason: words }),
    show: (c) =>
      stepPage(c, 'reopened', {
        title: 'Reopen',
        field: 'reason',
        label: 'What is still missing',
        press: 'Reopen this action',
      }),
    save: (c) => {
      reopenAction(c.db, c, c.id('id'), c.body);
      return to(actionAt(c.id('id')));
    },
  }),
  route({
    path: '/actions/:id/date',
    may: 'actions.change',
    body: T.Object({ dueOn: words, reason: words }),
    show: (c) =>
      stepPage(c, 'moved', {
        title: 'Move the date',
        field: 'reason',
        label: 'Why the date moves',
        press: 'Move the date',
      }),
    save: (c) => {
      moveAction(c.db, c, c.id('id'), c.body);
      return to(actionAt(c.id('id')));
    },
  }),
  route({
    path: '/actions/:id/owner',
    may: 'actions.change',
    body: T.Object({ owner: words, reason: words }),
    show: (c) =>
      stepPage(c, 'handed-over', {
        title: 'Hand over',
        field: 'reason',
        label: 'Why it is handed over',
        press: 'Hand over',
      }),
    save: (c) => {
      handOverAction(c.db, c, c.id('id'), { owner: Number(c.body.owner), reason: c.body.reason });
      return to(actionAt(c.id('id')));
    },
  }),
  route({
    path: '/actions/:id/dropping',
    may: 'actions.drop',
    body: T.Object({ reason: words }),
    show: (c) =>
      stepPage(c, 'dropped', { title: 'Drop', field: 'reason', label: 'Why it is dropped', press: 'Drop this action' }),
    save: (c) => {
      dropAction(c.db, c, c.id('id'), c.body);
      return to(actionAt(c.id('id')));
    },
  }),
];

export interface StepPage {
  title: string;
  where: string;
  good: string;
  due: { value: string; fault: string | null } | null;
  owner: { value: string; fault: string | null; options: { value: string; text: string }[] } | null;
  field: string;
  label: string;
  said: string;
  fault: string | null;
  press: string;
  back: string;
}

function stepPage(c: Showing, step: StepKind, asks: Pick<StepPage, 'title' | 'field' | 'label' | 'press'>): Result {
  const action = actionById(c.db, c.id('id'), c.reach, c.today);
  const why = whyNot(step, action, c.me);
  if (why) throw notAllowed(why);
  const model: StepPage = {
    ...asks,
    where: action.wording ?? 'An action',
    good: action.goodLooksLike ?? 'No longer kept',
    due: step === 'moved' ? { value: typed(c, 'dueOn', formatDate(action.dueOn)), fault: faultAt(c, 'dueOn') } : null,
    owner:
      step === 'handed-over'
        ? {
            value: typed(c, 'owner'),
            fault: faultAt(c, 'owner'),
            options: [{ value: '', text: 'Choose' }, ...ownersToChoose(c.db, c.today)],
          }
        : null,
    said: typed(c, asks.field),
    fault: faultAt(c, asks.field),
    back: actionAt(action.id),
  };
  const crumbs = [
    { text: 'Actions', href: '/actions' },
    { text: model.where, href: model.back },
  ];
  return page('actions/step', model, { title: asks.title, crumbs });
}
