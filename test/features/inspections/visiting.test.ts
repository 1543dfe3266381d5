import type TestAgent from 'supertest/lib/agent';
import { beginAudit } from '../../../server/features/audits/begin';
import { beginInspection } from '../../../server/features/inspections/begin-inspection';
import { inviteInspector, endReading } from '../../../server/features/inspections/invite';
import { giveReadingTo } from '../../../server/features/inspections/change-reading';
import { agreeReading } from '../../../server/features/inspections/agree-reading';
import { keepTalk } from '../../../server/features/inspections/talk';
import { readingsOf, type Reading } from '../../../server/features/inspections/readings.store';
import { addressesOf, everyRoute } from '../../house/everything';
import { testWorld, type TestApp } from '../../fixtures/app';
import {
  actAs,
  drawn,
  inspectionOf,
  pairedWith,
  planned,
  readThrough,
  type Inspected,
} from '../../fixtures/inspections';
import { password } from '../../fixtures/staff';

let t: TestApp;
let inspected: Inspected;
beforeEach(() => {
  t = testWorld();
  inspected = inspectionOf(t);
  actAs(t, t.ids.marcus, (by) => beginInspection(t.db, by, inspected.id));
});
afterEach(() => t.close());

const visitor = async (name: string): Promise<TestAgent> => {
  const agent = t.visitor();
  await agent.post('/sign-in').type('form').send({ name, password });
  return agent;
};
const readings = (): Reading[] => readingsOf(t.db, inspected.id);
const allAddresses = (): string[] =>
  everyRoute(t)
    .filter(({ show, path }) => show && !path.startsWith('/sign-in') && path !== '/set-up')
    .flatMap(({ path }) => addressesOf(t, path));

describe('a visiting inspector', () => {
  it('opens no audit but the readings given to them, whatever address is typed', async () => {
    drawn(t, inspected.id);
    const ines = await visitor('ines');
    const own = readings()
      .filter(({ auditorId }) => auditorId === inspected.ines)
      .toSorted((a, b) => a.id - b.id);
    const opened: number[] = [];
    for (const id of t.db.prepare('SELECT id FROM audits ORDER BY id').pluck().all() as number[]) {
      if ((await ines.get(`/audits/${id}`)).status === 200) opened.push(id);
    }
    expect(opened).toEqual(own.map(({ id }) => id));
  });

  it('comes to no page on which the reference of another case, or an audit from before, stands', async () => {
    drawn(t, inspected.id);
    planned(t, inspected.id);
    const ines = await visitor('ines');
    const mine = new Set(
      readings().flatMap(({ auditorId, reference }) => (auditorId === inspected.ines ? reference : [])),
    );
    const others = Object.keys(t.world.cases).filter((reference) => !mine.has(reference));
    const telling: string[] = [];
    for (const address of allAddresses()) {
      const { status, text } = await ines.get(address).buffer(true);
      if (status === 200 && others.some((reference) => text.includes(reference))) telling.push(address);
    }
    expect(telling).toEqual([]);
  }, 60_000);

  it('finds no link on a reading that leads nowhere, and can raise a concern from it', async () => {
    drawn(t, inspected.id);
    const one = readings().find(({ auditorId }) => auditorId === inspected.ines);
    if (!one) throw new Error('Nothing was drawn for Ines');
    actAs(t, inspected.ines, (by) => beginAudit(t.db, by, one.id));
    const ines = await visitor('ines');
    const { headers } = await ines.get(`/audits/${one.id}`);
    const { text } = await ines.get(headers['location'] ?? '').expect(200);
    const links = [...text.matchAll(/href="(\/[^"#]+)/g)].map(([, href]) => href ?? '');
    expect(links.length).toBeGreaterThan(10);
    for (const href of new Set(links)) expect([href, (await ines.get(href)).status]).toEqual([href, 200]);
    const said = { audit: String(one.id), said: 'Shared bus each morning.' };
    const raised = await ines.post(`/concerns/new?audit=${one.id}`).type('form').send(said);
    await ines.get(raised.headers['location'] ?? '').expect(200);
  });

  it('comes in by a link that works once, with a password of their own', async () => {
    const { token } = actAs(t, t.ids.marcus, (by) =>
      inviteInspector(t.db, by, inspected.id, { name: 'Una Marsh', fromService: '' }),
    );
    expect(t.db.prepare('SELECT count(*) FROM invitations WHERE token_hash = ?').pluck().get(token)).toBe(0);
    const una = t.visitor();
    const address = `/sign-in/invitations/${token}`;
    await una.get(address).expect(200);
    const given = { signInName: 'una', password: 'four quiet words', again: 'four quiet words' };
    await una.post(address).type('form').send(given).expect(303);
    await una.get('/inspections').expect(200);
    await una.get('/samples').expect(403);
    await t.visitor().get(address).expect(404);
    await t.visitor().post(address).type('form').send(given).expect(404);
  });

  it('is let in no more once the access has ended: no page opens, and signing in says why', async () => {
    drawn(t, inspected.id);
    const ines = await visitor('ines');
    await ines.get(`/inspections/${inspected.id}`).expect(200);
    t.clock.now = '2026-11-28T00:30:00.000Z';
    const opened: string[] = [];
    for (const address of allAddresses()) {
      if ((await ines.get(address)).status !== 303) opened.push(address);
    }
    expect(opened).toEqual([]);
    const again = await t.visitor().post('/sign-in').type('form').send({ name: 'ines', password });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Your access to the inspection ended');
  }, 60_000);

  it('is out at once when the lead ends it, after what they hold was given to others', () => {
    drawn(t, inspected.id);
    const end = () => actAs(t, t.ids.marcus, (by) => endReading(t.db, by, inspected.id, inspected.ines, 'Ill.'));
    expect(end).toThrow('Give them to others first');
  });
});

describe('whoever reads a case for an inspection', () => {
  it('sees no other audit of that case while they read, and what their role shows afterwards', async () => {
    pairedWith(t, inspected.id, 'priya');
    drawn(t, inspected.id, { howMany: 'whole', readTwice: [] });
    const earlier = `/audits/${t.world.audits.agreedStandards}/result`;
    const priya = await t.as('priya');
    const one = readings().find(({ reference }) => reference === 'YJ200009');
    if (!one) throw new Error('The whole was not drawn');
    if (one.auditorId !== t.ids.priya) {
      await priya.get(earlier).expect(200);
      const given = { to: t.ids.priya, reason: 'So that somebody of the service reads it.' };
      actAs(t, t.ids.marcus, (by) => giveReadingTo(t.db, by, inspected.id, one.id, given));
    }
    await priya.get(earlier).expect(404);
    expect((await priya.get(`/cases/${one.caseId}`)).text).not.toContain(earlier);
    readThrough(t, one.id, t.ids.priya);
    await priya.get(earlier).expect(200);
  });

  it('keeps it from the service until it is agreed: neither the team lead nor the practitioner opens it', async () => {
    drawn(t, inspected.id, { howMany: 'whole', readTwice: [] });
    const one = readings().find(({ reference }) => reference === 'YJ200005');
    if (!one) throw new Error('The whole was not drawn');
    readThrough(t, one.id, one.auditorId);
    const notes = [{ question: 'manager', said: 'Asked for the school day to be in the plan.' }];
    actAs(t, one.auditorId, (by) => keepTalk(t.db, by, inspected.id, one.id, notes));
    const [priya, hana] = [await t.as('priya'), await t.as('hana')];
    for (const somebody of [priya, hana]) await somebody.get(`/audits/${one.id}/result`).expect(404);
    actAs(t, t.ids.marcus, (by) => agreeReading(t.db, by, inspected.id, one.id));
    for (const somebody of [priya, hana]) await somebody.get(`/audits/${one.id}/result`).expect(200);
    expect((await hana.get(`/audits/${one.id}/result`)).text).toContain('Asked for the school day');
  });
});
