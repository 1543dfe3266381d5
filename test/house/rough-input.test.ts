import { reachOf, roles, type Role } from '../../server/domain/rights';
import type { Route } from '../../server/platform/http/route';
import type { TestApp } from '../fixtures/app';
import { addressesOf, everyRoute, isParameter, worldToWalk } from './everything';
import { listening, type Listening } from './listening';

/** What no page sends by itself, for a field as for a part of an address. */
const nasty = [
  ...['', '\0', ' ', '-1', '0x1', '1e3', '1e999', 'NaN', '99999999999999999999', '2026-02-30', '9999-12-31'],
  ...[
    '__proto__',
    'constructor',
    `'"><script>`,
    "'; DROP TABLE cases; --",
    '=cmd()',
    '{"from":1,"to":[]}',
    '😀'.repeat(60),
  ],
  ...['x'.repeat(20_000), '\u202e\u0301\ufeff'],
];
const brokenIds = [
  '1e3',
  '-1',
  '0x1',
  '0',
  '99999999999999999999',
  'x',
  '%00',
  '%E0%A4%A',
  '%2e%2e%2f',
  '__proto__',
  'y'.repeat(3000),
];

describe.each([...roles, null])('whatever %s sends', (role) => {
  let t: TestApp;
  let server: Listening;
  beforeAll(async () => {
    const world = await worldToWalk();
    t = world;
    server = await listening(t.app);
    if (role) await server.signIn(world.people[role]);
  });
  afterAll(async () => {
    await server.stop();
    t.close();
  });

  it('as an address, no page of ours falls over', async () => {
    const fallen: string[] = [];
    for (const route of openTo(role, everyRoute(t))) {
      for (const address of roughAddresses(route, await openAddress(t, server, route))) {
        const { status } = await server.get(address);
        if (status >= 500) fallen.push(`${status} ${address.slice(0, 200)}`);
      }
    }
    expect(fallen).toEqual([]);
  }, 120_000);

  it('in a form, no change of ours falls over, and nothing is left open', async () => {
    const fallen: string[] = [];
    for (const route of openTo(role, everyRoute(t)).filter(({ save }) => save)) {
      const address = await openAddress(t, server, route);
      for (const body of roughBodies(await fieldsOf(server, route, address))) {
        t.db.exec('BEGIN IMMEDIATE');
        const { status } = await server.post(address, body.type, body.text);
        t.db.exec('ROLLBACK');
        if (status >= 500) fallen.push(`${status} ${address} ${body.text.slice(0, 200)}`);
      }
    }
    expect(fallen).toEqual([]);
    expect((await server.get('/sign-in')).status).toBe(200);
  }, 240_000);
});

/** What is behind the guard for this role, which stops everything else as one; to a visitor, the guard itself. */
const openTo = (role: Role | null, routes: Route[]): Route[] =>
  routes.filter(({ may }) =>
    role === null || may === 'anyone' ? role === null : reachOf(holding(role), may) !== null,
  );

const holding = (role: Role) => ({ id: 1, name: '', roles: new Set([role]), teamsLed: [] });

/** Each parameter once by each broken id, the others real; and each field of the query by everything nasty. */
function roughAddresses({ path, query }: Route, real: string): string[] {
  const parts = real.split('/');
  const broken = path
    .split('/')
    .flatMap((segment, i) => (isParameter(segment) ? brokenIds.map((id) => parts.with(i, id).join('/')) : []));
  const fields = Object.keys(query?.properties ?? {});
  const asked = nasty.filter((value, i) => value.length < 3000 && i % 2 === 0).map((value) => queryOf(fields, value));
  const twice = fields.map((name) => `${name}=a&${name}=b`).join('&');
  return [
    ...broken,
    ...[...asked, twice, '__proto__=1&constructor=2', '%E0%A4%A=%ZZ'].map((text) => `${real}?${text}`),
  ];
}

const queryOf = (fields: readonly string[], value: string): string =>
  fields.map((name) => `${name}=${encodeURIComponent(value)}`).join('&');

/** An address of the route that opens for this person, else any. */
async function openAddress(t: TestApp, server: Listening, route: Route): Promise<string> {
  const addresses = addressesOf(t, route.path);
  if (route.show) for (const address of addresses) if ((await server.get(address)).status === 200) return address;
  return addresses[0] ?? route.path;
}

/** The fields that the schema names, and those that the page shows: the questions of an audit come from its form. */
async function fieldsOf(server: Listening, route: Route, address: string): Promise<string[]> {
  const page = route.show ? (await server.get(address)).text : '';
  const shown = [...page.matchAll(/<(?:input|select|textarea|button)[^>]*\sname="([^"]+)"/g)].map(([, name]) => name!);
  return [...new Set([...Object.keys(route.body?.properties ?? {}), ...shown])];
}

function roughBodies(fields: readonly string[]): { type: string; text: string }[] {
  const form = (text: string) => ({ type: 'application/x-www-form-urlencoded', text });
  return [
    ...nasty.map((value) => form(queryOf(fields, value))),
    form(fields.map((name) => `${name}=a&${name}=b`).join('&')),
    form(fields.map((name) => `${name}[a]=1&${name}[]=2`).join('&')),
    form('__proto__=1&__proto__=2&constructor=3&toString=4'),
    form('%E0%A4%A=%ZZ&&&=&=x'),
    form('a=1&'.repeat(6000)),
    { type: 'application/json', text: '{"name":{"a":[1]}}' },
    { type: 'text/plain', text: 'name=x' },
    {
      type: 'multipart/form-data; boundary=x',
      text: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nhalf',
    },
    { type: 'multipart/form-data', text: 'no boundary' },
  ];
}
