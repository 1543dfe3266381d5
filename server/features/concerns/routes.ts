import { Type as T } from '@sinclair/typebox';
import { invalidField } from '../../domain/problems.js';
import { page, to } from '../../platform/http/results.js';
import { route, type Route, type Showing } from '../../platform/http/route.js';
import { concernPage } from './concern.page.js';
import { concernsPage } from './concerns.page.js';
import { passOn } from './pass-on.js';
import { raiseConcern } from './raise.js';
import { auditAsked, localAddress, raiseAlonePage, raiseOnAuditPage, teamOfRaiser } from './raise.page.js';
import { questionOf } from './question.js';
import { caseNamed, teamOfCase } from './subject.store.js';
import { takeStep, type NewStep } from './take-step.js';

const words = T.String({ default: '', maxLength: 4000 });
const address = T.String({ default: '/', maxLength: 500 });
const Back = T.Object({ back: T.Optional(T.String({ maxLength: 500 })) });
const crumbs = [{ text: 'Concerns', href: '/concerns' }];

const showCard = (c: Showing<{ back?: string }>) =>
  page('concerns/concern', concernPage(c), { title: 'Concern', crumbs });

export const routes = [
  route({
    path: '/concerns',
    may: 'concerns.read',
    query: T.Object({ before: T.Optional(T.String({ pattern: '^[1-9]\\d{0,14}$' })) }),
    show: (c) => {
      const model = concernsPage(c);
      return page('concerns/concerns', model, { title: 'Concerns', tables: [model.all] });
    },
  }),

  route({
    path: '/audits/:id/concern',
    may: 'concerns.raise',
    query: T.Object({ item: T.Optional(T.String({ maxLength: 100 })), back: T.Optional(T.String({ maxLength: 500 })) }),
    body: T.Object({ said: words, item: T.String({ default: '', maxLength: 100 }), back: address }),
    show: (c) => page('concerns/raise', raiseOnAuditPage(c), { title: 'Raise a concern', layout: 'bare' }),
    save: (c) => {
      const audit = auditAsked(c);
      const itemKey = questionOf(c.db, audit.id, c.body.item) === null ? null : c.body.item;
      const said = wordsOf(c.body.said);
      const id = raiseConcern(c.db, c, {
        auditId: audit.id,
        caseId: audit.caseId,
        teamId: audit.teamId,
        itemKey,
        said,
      });
      const back = localAddress(c.body.back, `/audits/${audit.id}`);
      return to(`/concerns/${id}?back=${encodeURIComponent(back)}`, { outcome: { concern: id } });
    },
  }),

  route({
    path: '/concerns/new',
    may: 'concerns.raise',
    query: T.Object({ case: T.Optional(T.String({ maxLength: 20 })), back: T.Optional(T.String({ maxLength: 500 })) }),
    body: T.Object({ said: words, reference: T.String({ default: '', maxLength: 100 }), back: address }),
    show: (c) => page('concerns/raise', raiseAlonePage(c), { title: 'Raise a concern', crumbs }),
    save: (c) => {
      const reference = c.body.reference.trim();
      const found = reference === '' ? undefined : caseNamed(c.db, reference);
      if (reference !== '' && !found) {
        throw invalidField('reference', 'No case has this reference. Leave it empty, and say in words who is meant.');
      }
      const teamId = (found && teamOfCase(c.db, found.id)) ?? teamOfRaiser(c);
      const said = wordsOf(c.body.said);
      const id = raiseConcern(c.db, c, { auditId: null, caseId: found?.id ?? null, teamId, itemKey: null, said });
      return to(`/concerns/${id}?back=${encodeURIComponent(localAddress(c.body.back, '/'))}`);
    },
  }),

  route({ path: '/concerns/:id', may: 'concerns.read', query: Back, show: showCard }),

  step('acknowledgement', 'acknowledged', 'concerns.acknowledge'),
  step('record', 'done', 'concerns.done'),
  step('closing', 'closed', 'concerns.close'),
  step('mistake', 'in-error', 'concerns.in-error'),

  route({
    path: '/concerns/:id/passing-on',
    may: 'concerns.acknowledge',
    trail: 'concerns.pass-on',
    query: Back,
    body: T.Object({ to: T.String({ default: '', maxLength: 20 }), 'passed-on': words }),
    show: showCard,
    save: (c) => {
      const said = c.body['passed-on'].trim();
      passOn(c.db, c, { concern: c.id('id'), to: Number(c.body.to) || 0, said: said || null, reach: c.reach });
      return to(`/concerns/${c.id('id')}`);
    },
  }),
];

/** One step of a manager; the field is named after it, so that a fault stands where it was typed. */
function step(path: string, kind: NewStep['kind'], trail: string): Route {
  return route({
    path: `/concerns/:id/${path}`,
    may: 'concerns.acknowledge',
    trail,
    query: Back,
    body: T.Object({ acknowledged: words, done: words, closed: words, 'in-error': words }),
    show: showCard,
    save: (c) => {
      takeStep(c.db, c, { concern: c.id('id'), kind, said: c.body[kind], reach: c.reach });
      return to(`/concerns/${c.id('id')}`);
    },
  });
}

function wordsOf(said: string): string {
  const words = said.trim();
  if (words === '') throw invalidField('said', 'Say what you saw, in a sentence or two.');
  return words;
}
