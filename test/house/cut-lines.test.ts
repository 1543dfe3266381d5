import { connect } from 'node:net';
import { verifyTrail } from '../../server/features/trail/verify';
import type { TestApp } from '../fixtures/app';
import { addressesOf, everyRoute, worldToWalk } from './everything';
import { listening, type Listening } from './listening';

const urlencoded = 'Content-Type: application/x-www-form-urlencoded';

describe('a line that is cut', () => {
  let t: TestApp;
  let server: Listening;
  beforeAll(async () => {
    t = await worldToWalk();
    server = await listening(t.app);
    await server.signIn('helen');
  });
  afterAll(async () => {
    await server.stop();
    t.close();
  });

  /** Sends raw bytes and hangs up, at once or after the first byte of an answer. */
  const hangUp = (bytes: string, after: 'sending' | 'answer' = 'sending'): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write(bytes, () => {
          if (after === 'sending') socket.destroy();
        });
      });
      socket.once('data', () => socket.destroy());
      socket.on('error', () => undefined);
      socket.once('close', () => resolve());
    });
  const head = (method: string, address: string, ...more: string[]): string =>
    [
      `${method} ${address} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Sec-Fetch-Site: same-origin',
      `Cookie: ${server.cookie()}`,
      ...more,
      '',
      '',
    ].join('\r\n');
  /** The next request is answered by a page, and nothing is left open. */
  const goesOn = async (): Promise<void> => {
    expect((await server.get('/')).status).toBe(200);
    expect(t.db.inTransaction).toBe(false);
  };
  const count = (table: string): unknown => t.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

  it('in the middle of a form changes nothing', async () => {
    const before = [count('teams'), count('people'), verifyTrail(t.db).entries];
    const half = `${head('POST', '/concerns/new', urlencoded, 'Content-Length: 500')}said=half+a+sen`;
    for (let i = 0; i < 20; i += 1) await hangUp(half);
    await goesOn();
    expect([count('teams'), count('people'), verifyTrail(t.db).entries]).toEqual(before);
  });

  it('in the middle of a file leaves no file', async () => {
    const before = count('uploads');
    const type = 'Content-Type: multipart/form-data; boundary=xx';
    const part = '--xx\r\nContent-Disposition: form-data; name="file"; filename="list.csv"\r\n\r\ncase_reference,';
    const half = head('POST', '/cases/imports/new', type, 'Content-Length: 900000') + part;
    await Promise.all(Array.from({ length: 20 }, () => hangUp(half)));
    await goesOn();
    expect(count('uploads')).toBe(before);
  });

  it('in bursts at every page and every form, the process lives', async () => {
    for (const { path, show, save } of everyRoute(t)) {
      const [address = path] = addressesOf(t, path);
      const bytes = [
        ...(show ? [head('GET', address)] : []),
        ...(save ? [`${head('POST', address, urlencoded, 'Content-Length: 90')}a=1&b=`] : []),
      ];
      await Promise.all(bytes.flatMap((text) => [hangUp(text), hangUp(text), hangUp(text)]));
    }
    await goesOn();
  }, 60_000);

  it('while pages are on their way, the process lives', async () => {
    const pages = everyRoute(t).filter(({ show }) => show);
    for (const { path } of pages) {
      const [address = path] = addressesOf(t, path);
      await Promise.all([hangUp(head('GET', address), 'answer'), hangUp(head('GET', `${address}.csv`), 'answer')]);
    }
    await goesOn();
  }, 60_000);

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['a method that nobody knows', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['two lengths', `POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc`],
    [
      'a length and chunks',
      `POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['a head without an end', `GET /${'x'.repeat(70_000)} HTTP/1.1\r\nHost: x\r\n`],
    ['an address of another host', 'GET http://elsewhere.example/ HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'],
  ])('after %s is none of our worry', async (_what, bytes) => {
    await hangUp(bytes, 'answer');
    await goesOn();
  });

  it('is left open by none of the answers that refuse a large body', async () => {
    const large = `name=${'x'.repeat(3_000_000)}`;
    const answers = await Promise.all(
      ['/sign-in', '/concerns/new', '/people/new', '/nowhere'].map((address) =>
        server.post(address, 'application/x-www-form-urlencoded', large),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([413, 413, 413, 413]);
    for (const { text } of answers) expect(text).toContain('</html>');
    await goesOn();
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('by %s changes nothing: there is no such page', async (method) => {
    const entries = verifyTrail(t.db).entries;
    const answer = await fetch(`http://127.0.0.1:${server.port}/concerns/new`, {
      method,
      headers: { cookie: server.cookie() },
    });
    expect(answer.status).toBe(404);
    expect(verifyTrail(t.db).entries).toBe(entries);
  });
});
