import { Type as T } from '@sinclair/typebox';
import { markedQuestions, talkQuestions } from '../../domain/inspections/talk.js';
import { notFound } from '../../domain/problems.js';
import { page, to } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { crumbsTo } from './crumbs.js';
import { inspectionFor, isLead } from './inspection-for.js';
import { readingAsked } from './readings.routes.js';
import { keepTalk } from './talk.js';
import { talkPage } from './talk.page.js';

const said = T.String({ default: '', maxLength: 5000 });
const names = [markedQuestions, ...talkQuestions.map(({ key }) => key)];

export const talkRoutes = [
  route({
    path: '/inspections/:id/readings/:audit/talk',
    may: 'inspections.judge',
    trail: 'inspections.talk',
    body: T.Object(Object.fromEntries(names.map((name) => [name, said]))),
    show: (c) => {
      const inspection = inspectionFor(c);
      const reading = readingAsked(c, inspection);
      if (reading.auditorId !== c.me.id && !isLead(c.me, inspection)) throw notFound();
      return page('inspections/talk', talkPage(c, inspection, reading), {
        title: 'Talk with the practitioner',
        crumbs: crumbsTo(inspection),
      });
    },
    save: (c) => {
      const notes = names.map((question) => ({ question, said: (c.body[question] ?? '').trim() }));
      keepTalk(c.db, c, c.id('id'), c.id('audit'), notes);
      return to(`/inspections/${c.id('id')}/readings/${c.id('audit')}/talk`);
    },
  }),
];
