import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { testWorld, type TestApp } from '../fixtures/app';
import { password } from '../fixtures/staff';

const root = join(__dirname, '..', '..');
const form = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' };

/** The service in a process of its own, on a data folder. */
async function started(folder: string): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'server', 'main.ts')], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const url = /ready at (http:\/\/\S+)/.exec(said)?.[1];
    if (url !== undefined) return { process: child, url };
  }
  throw new Error(`The service stopped before it was ready. ${said}`);
}

async function signedIn(url: string, name: string): Promise<string> {
  const body = new URLSearchParams({ name, password }).toString();
  const answer = await fetch(`${url}/sign-in`, { method: 'POST', headers: form, body, redirect: 'manual' });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Saves one note after the other until nobody answers any more: those that the service called saved. */
async function savedUntilKilled(
  t: TestApp,
  to: { audit: number; item: string; address: string; cookie: string },
  round: number,
): Promise<string[]> {
  const { audit, item, address, cookie } = to;
  const standing = t.db.prepare<[number, string], { value: string; seen: number }>(
    'SELECT value, version AS seen FROM answers WHERE audit_id = ? AND item_key = ?',
  );
  const saved: string[] = [];
  for (let n = 1; ; n += 1) {
    const note = `Round ${round}, word ${n}.`;
    const { value, seen } = standing.get(audit, item)!;
    const body = new URLSearchParams({ [item]: value, [`${item}__note`]: note, [`${item}__seen`]: String(seen) });
    const headers = { ...form, Accept: 'application/json', cookie };
    let outcome: unknown;
    try {
      outcome = await (await fetch(address, { method: 'POST', headers, body: body.toString() })).json();
    } catch {
      return saved;
    }
    expect(outcome).toMatchObject({ faults: [], conflicts: [] });
    saved.push(note);
  }
}

describe('a service that is killed while answers are being saved', () => {
  let t: TestApp;
  beforeAll(() => (t = testWorld()));
  afterAll(() => t.close());

  it('has every answer that it called saved, when it is started again', async () => {
    const folder = dirname(t.db.name);
    const audit = t.world.audits.inProgress;
    const { item, section } = firstChoice(t, audit);
    const path = `/audits/${audit}/sections/${section}`;
    const saved: string[] = [];
    for (const round of [1, 2]) {
      const service = await started(folder);
      const cookie = await signedIn(service.url, 'tom');
      const gone = once(service.process, 'exit');
      setTimeout(() => service.process.kill('SIGKILL'), 400);
      saved.push(...(await savedUntilKilled(t, { audit, item, address: service.url + path, cookie }, round)));
      expect(await gone).toEqual([null, 'SIGKILL']);
    }
    expect(saved.length).toBeGreaterThan(4);

    const again = await started(folder);
    const page = await fetch(again.url + path, { headers: { cookie: await signedIn(again.url, 'tom') } });
    expect(await page.text()).toMatch(/Round 2, word \d+\./);
    again.process.kill('SIGKILL');
    const kept = t.db.prepare('SELECT note FROM answer_history WHERE audit_id = ? AND item_key = ?').pluck();
    const notes = new Set(kept.all(audit, item));
    expect(saved.filter((note) => !notes.has(note))).toEqual([]);
    expect(t.db.pragma('integrity_check', { simple: true })).toBe('ok');
  }, 60_000);
});

/** A question of the audit that is answered by choice, and its section. */
const firstChoice = (t: TestApp, audit: number): { item: string; section: string } =>
  t.db
    .prepare<number, { item: string; section: string }>(
      `SELECT n.item_key AS item, i.section_key AS section FROM answers n JOIN audits a ON a.id = n.audit_id
       JOIN form_items i ON i.form_version_id = a.form_version_id AND i.item_key = n.item_key
       WHERE n.audit_id = ? AND i.kind = 'choice' AND n.occurrence = 0 ORDER BY i.position LIMIT 1`,
    )
    .get(audit)!;
