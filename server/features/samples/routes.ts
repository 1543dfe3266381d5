import { Type as T } from '@sinclair/typebox';
import { invalid, notAllowed, notFound } from '../../domain/problems.js';
import { page, file, shown, to } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { handOver } from '../audits/hand-over.js';
import { withdrawAudit } from '../audits/withdraw.js';
import { auditTheService } from './audit-of-service.js';
import { certificatePage, recordHeld } from './certificate.page.js';
import { casesChosen } from './cases-chosen.js';
import { chosenPage } from './chosen.page.js';
import { drawSample } from './draw.js';
import { listCases, rulesWithin, teamsToDrawFrom } from './frame.js';
import { hiddenCases, leftOutFields, leftOutPage, whyNot } from './left-out.page.js';
import { givenIn, newPage, type Asked } from './new.page.js';
import { chosenFields, fieldsOfQuery, newAtFirst, newFields, readChosen, readNew } from './new-sample.js';
import { placeFor, placePage } from './place.page.js';
import { isLeftCode } from './places.store.js';
import { recordOf } from './record.js';
import { sampleFor, samplePage } from './sample.page.js';
import { readService, serviceFields, servicePage } from './service.page.js';
import { samplesPage } from './samples.page.js';
import type { Sample } from './samples.store.js';

const crumbs = [{ text: 'Samples', href: '/samples' }];
const words = T.String({ default: '', maxLength: 1000 });

export const routes = [
  route({
    path: '/samples',
    may: 'samples.read',
    query: T.Object({ before: T.String({ default: '', maxLength: 20 }) }),
    show: (c) => {
      const model = samplesPage(c);
      return page('samples/samples', model, { title: 'Samples', tables: [model.table] });
    },
  }),

  route({
    path: '/samples/new',
    may: 'samples.draw',
    query: newFields,
    body: newFields,
    show: (c) => page('samples/new', newPage(c), { title: 'New sample', crumbs }),
    save: (c) => {
      const { wanted, faults } = readNew(c.body);
      if (faults.length > 0) throw invalid(faults);
      return to(`/samples/${drawSample(c.db, c, wanted)}`);
    },
  }),

  route({
    path: '/samples/new/not-eligible',
    may: 'samples.draw',
    query: leftOutFields,
    show: (c) => {
      const model = leftOutPage(c);
      const here = [...crumbs, { text: 'New sample', href: model.backHref }];
      return page('samples/left-out', model, { title: model.title, crumbs: here, tables: [model.table] });
    },
  }),

  route({
    path: '/samples/new/why',
    may: 'samples.draw',
    trail: false,
    body: T.Object({
      given: T.String({ default: '', maxLength: 10_000 }),
      reference: T.String({ default: '', maxLength: 100 }),
    }),
    show: () => to('/samples/new'),
    save: (c) => {
      const as = { ...c, query: fieldsOfQuery(c.body.given, newAtFirst(c.today, [])), typed: null };
      return shown(200, 'samples/new', newPage(as, whyAsked(as, c.body.reference)), { title: 'New sample', crumbs });
    },
  }),

  route({
    path: '/samples/chosen',
    may: 'samples.draw',
    body: chosenFields,
    show: (c) => page('samples/chosen', chosenPage(c), { title: 'Choose cases', crumbs }),
    save: (c) => {
      const cases = casesChosen(c, c.body.references);
      return to(`/samples/${drawSample(c.db, c, readChosen(c.body, cases))}`);
    },
  }),

  route({
    path: '/samples/service',
    may: 'samples.service',
    query: T.Object({ form: T.String({ default: '', maxLength: 100 }) }),
    body: serviceFields,
    show: (c) => page('samples/service', servicePage(c, c.query.form), { title: 'An audit of the service', crumbs }),
    save: (c) => to(`/audits/${auditTheService(c.db, c, readService(c.body))}`),
  }),

  route({
    path: '/samples/:id',
    may: 'samples.read',
    show: (c) => {
      const model = samplePage(c, sampleFor(c));
      return page('samples/sample', model, { title: model.title, crumbs, tables: [model.table] });
    },
  }),

  route({
    path: '/samples/:id/certificate',
    may: 'samples.read',
    show: (c) => {
      const sample = drawnSample(c);
      const model = certificatePage(c, sample);
      const here = [...crumbs, { text: sample.name, href: `/samples/${sample.id}` }];
      return page('samples/certificate', model, {
        title: `Certificate: ${sample.name}`,
        crumbs: here,
        tables: [model.draw],
      });
    },
  }),

  route({
    path: '/samples/:id/certificate.json',
    may: 'samples.read',
    show: (c) => {
      const sample = drawnSample(c);
      const held = recordHeld(c, sample);
      if (held !== null) throw notAllowed(held);
      c.viewed('downloads', sample.id);
      return file(
        `sample-${sample.id}.json`,
        'application/json; charset=utf-8',
        `${JSON.stringify(recordOf(c.db, sample, c.today), null, 2)}\n`,
      );
    },
  }),

  route({
    path: '/samples/:id/places/:unit',
    may: 'samples.draw',
    show: (c) => page('samples/place', placePage(c, sampleFor(c)), { title: 'Swap or reassign', crumbs }),
  }),

  route({
    path: '/samples/:id/places/:unit/swap',
    may: 'samples.draw',
    trail: 'samples.swap',
    body: T.Object({ code: T.String({ default: '', maxLength: 40 }), reason: words }),
    show: (c) => page('samples/place', placePage(c, sampleFor(c)), { title: 'Swap or reassign', crumbs }),
    save: (c) => {
      const sample = sampleFor(c);
      const place = placeFor(c, sample);
      throwFaults([
        isLeftCode(c.body.code) ? null : ['code', 'Choose why the case leaves.'],
        c.body.reason.trim() === '' ? ['reason', 'Say in a few words why. It stays with the sample.'] : null,
      ]);
      withdrawAudit(c.db, c, place.auditId, c.body);
      return to(`/samples/${sample.id}`);
    },
  }),

  route({
    path: '/samples/:id/places/:unit/auditor',
    may: 'samples.draw',
    trail: 'samples.reassign',
    body: T.Object({ to: T.String({ default: '', maxLength: 40 }), why: words }),
    show: (c) => page('samples/place', placePage(c, sampleFor(c)), { title: 'Swap or reassign', crumbs }),
    save: (c) => {
      const sample = sampleFor(c);
      const place = placeFor(c, sample);
      throwFaults([
        /^[1-9]\d{0,14}$/.test(c.body.to) ? null : ['to', 'Choose who reads the case instead.'],
        c.body.why.trim() === '' ? ['why', 'Say in a few words why.'] : null,
      ]);
      handOver(c.db, c, place.auditId, { to: Number(c.body.to), reason: c.body.why });
      return to(`/samples/${sample.id}`);
    },
  }),
];

/** A sample with a certificate: an audit of the service is begun by hand, and nothing was drawn. */
function drawnSample(c: Parameters<typeof sampleFor>[0]): Sample {
  const sample = sampleFor(c);
  if (sample.subject === 'service') throw notFound();
  return sample;
}

function throwFaults(found: readonly ([field: string, message: string] | null)[]): void {
  const faults = found.flatMap((fault) => (fault ? [{ field: fault[0], at: null, message: fault[1] }] : []));
  if (faults.length > 0) throw invalid(faults);
}

function whyAsked(c: Parameters<typeof newPage>[0], typed: string): Asked {
  const reference = typed.trim();
  if (reference === '') return { reference, answer: null, fault: 'Type the reference of a case.', in: false };
  const { wanted } = readNew(givenIn(c));
  const within = teamsToDrawFrom(c.db, c.me, c.reach);
  const frame = listCases(c.db, within, rulesWithin(wanted.rules, within), wanted.method, c.today);
  const row = frame.find((one) => one.case.reference === reference);
  if (!row)
    return {
      reference,
      answer: null,
      fault: `There is no case ${reference} among those you may draw from. Check how it is written.`,
      in: false,
    };
  return { reference, fault: null, ...whyNot(row, hiddenCases(c)) };
}
