import type TestAgent from 'supertest/lib/agent';
import { reachOf, roles, type Role } from '../../server/domain/rights';
import type { Route } from '../../server/platform/http/route';
import { password } from '../fixtures/staff';
import type { TestApp } from '../fixtures/app';
import { htmlFaults } from '../views/html';
import { addressesOf, everyRoute, worldToWalk } from './everything';

const forOtherRoles = 'This page is for other roles than yours';
const found = new Map<string, Promise<string[]>>();

describe.each(roles)('each page, opened as %s', (role) => {
  let t: TestApp;
  let somebody: TestAgent;
  beforeAll(async () => {
    const world = await worldToWalk();
    t = world;
    somebody = t.visitor();
    await somebody.post('/sign-in').type('form').send({ name: world.people[role], password }).expect(303);
  });
  afterAll(() => t.close());

  it('is known to this test by a real address', () => {
    const unknown = everyRoute(t).filter(({ path }) => addressesOf(t, path).length === 0);
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  it('opens exactly where the role has the right, as sound HTML', async () => {
    const wrong: string[] = [];
    for (const route of everyRoute(t).filter(({ show }) => show)) {
      for (const address of addressesOf(t, route.path)) {
        const answer = await somebody.get(address).buffer(true);
        if (isWrong(role, route, answer)) wrong.push(`${address}: ${answer.status}`);
        wrong.push(...(await faultsOf(address, answer)));
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('can be changed exactly where the role has the right, even by a form that is empty', async () => {
    const wrong: string[] = [];
    for (const route of everyRoute(t).filter(({ save }) => save)) {
      for (const address of addressesOf(t, route.path).slice(0, 4)) {
        const answer = await undone(t, () => somebody.post(address).type('form').send(''));
        if (isWrong(role, route, answer)) wrong.push(`${address}: ${answer.status}`);
        wrong.push(...(await faultsOf(address, answer)));
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

/** Without the right: 403 from the guard. With it: never that, and never a fault of ours. */
function isWrong(role: Role, route: Route, answer: { status: number; text: string }): boolean {
  const me = { id: 1, name: '', roles: new Set([role]), teamsLed: [] };
  const may = route.may === 'anyone' || reachOf(me, route.may) !== null;
  const turnedAway = answer.status === 403 && answer.text.includes(forOtherRoles);
  return may ? turnedAway || answer.status >= 500 : !turnedAway;
}

/** Does what the request does on the one connection, and takes it back. */
async function undone<T>(t: TestApp, work: () => PromiseLike<T>): Promise<T> {
  t.db.exec('BEGIN IMMEDIATE');
  try {
    return await work();
  } finally {
    t.db.exec('ROLLBACK');
  }
}

/** What a validator has against a page; pages that differ in nothing but their address are looked at once. */
async function faultsOf(address: string, answer: { type: string; text: string }): Promise<string[]> {
  if (answer.type !== 'text/html') return [];
  const html = answer.text.replaceAll(address, '/');
  const known = found.get(html) ?? htmlFaults(html);
  found.set(html, known);
  return (await known).map((fault) => `${address}: ${fault}`);
}
