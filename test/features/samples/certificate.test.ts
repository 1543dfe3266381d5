import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleVerify } from '../../../server/commands/sample-verify.js';
import type { TestApp } from '../../fixtures/app.js';
import { caseId, caseload, draw, placesNow, withCaseload } from './caseload.js';

let world: TestApp;
beforeEach(() => {
  world = withCaseload();
});
afterEach(() => world.close());

const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('changing a place', () => {
  it('swaps with a reason for the next in reserve, and the audit of the case that leaves is withdrawn', async () => {
    const sample = draw(world, 'helen');
    const [place] = placesNow(world, sample);
    const helen = await world.as('helen');
    const here = `/samples/${sample}/places/${place?.unit}`;
    await helen.get(here).expect(200);
    const refused = await helen.post(`${here}/swap`).type('form').send({ code: '', reason: '' }).expect(422);
    expect(refused.text).toContain('Choose why the case leaves.');
    await helen.post(`${here}/swap`).type('form').send({ code: 'transferred', reason: 'Went to Leeds' }).expect(303);
    expect(world.db.prepare('SELECT state FROM audits WHERE id = ?').get(place?.audit)).toEqual({ state: 'withdrawn' });
    expect(placesNow(world, sample)).toHaveLength(5);
    expect(words((await helen.get(`/samples/${sample}`).expect(200)).text)).toContain('Swapped for place 6');
    await helen.get(here).expect(404);
  });

  it('gives an audit to somebody else with a reason, never to somebody whose case it is', async () => {
    const sample = draw(world, 'helen', { auditors: [world.ids.ruth] });
    const place = placesNow(world, sample).find(({ practitioner }) => practitioner !== world.ids.tom);
    const helen = await world.as('helen');
    const here = `/samples/${sample}/places/${place?.unit}/auditor`;
    const own = await helen
      .post(here)
      .type('form')
      .send({ to: String(place?.practitioner), why: 'Off sick' })
      .expect(422);
    expect(own.text).toContain('nothing to do with the case');
    await helen
      .post(here)
      .type('form')
      .send({ to: String(world.ids.priya), why: 'Off sick' })
      .expect(303);
    expect(placesNow(world, sample).find(({ unit }) => unit === place?.unit)?.auditor).toBe(world.ids.priya);
  });
});

describe('the certificate', () => {
  it('is accepted by the command after swaps, and refused once a place was given otherwise', async () => {
    const sample = draw(world, 'helen');
    const [place] = placesNow(world, sample);
    const helen = await world.as('helen');
    await helen
      .post(`/samples/${sample}/places/${place?.unit}/swap`)
      .type('form')
      .send({ code: 'empty', reason: 'Nothing on file' })
      .expect(303);
    const { text, headers } = await helen.get(`/samples/${sample}/certificate.json`).expect(200);
    expect(headers['content-disposition']).toContain(`sample-${sample}.json`);
    const folder = mkdtempSync(join(tmpdir(), 'assay-certificate-'));
    const file = join(folder, 'certificate.json');
    const said: string[] = [];
    writeFileSync(file, text);
    expect(sampleVerify([file], (line) => said.push(line))).toBe(0);
    expect(said.join(' ')).toContain('1 swapped');
    const record = JSON.parse(text) as { swaps: { takes: string }[]; ranks: { unit: string }[] };
    const swap = record.swaps[0];
    if (swap) swap.takes = record.ranks.at(-1)?.unit ?? '';
    writeFileSync(file, JSON.stringify(record));
    expect(sampleVerify([file], () => undefined)).toBe(1);
    rmSync(folder, { recursive: true });
  });

  it('names no case and no answer, and its download is written down', async () => {
    const sample = draw(world, 'helen');
    const helen = await world.as('helen');
    const { text } = await helen.get(`/samples/${sample}/certificate.json`).expect(200);
    for (const { reference } of caseload) expect(text).not.toContain(reference);
    expect(
      world.db.prepare(`SELECT thing_id AS id FROM trail WHERE act = 'viewed' AND thing = 'downloads'`).all(),
    ).toEqual([{ id: sample }]);
  });

  it('prints seed, digest, the head of the trail and that the draw was checked', async () => {
    const sample = draw(world, 'helen');
    const { seed } = world.db.prepare('SELECT seed FROM samples').get() as { seed: string };
    const { hash } = world.db.prepare('SELECT hash FROM trail ORDER BY id DESC').get() as { hash: string };
    const helen = await world.as('helen');
    const page = words((await helen.get(`/samples/${sample}/certificate`).expect(200)).text);
    expect(page).toContain(seed);
    expect(page).toContain('Head of the trail');
    expect(hash).toHaveLength(64);
    expect(page).toContain('The same: drawn again, 5 of 20 that may be drawn');
    expect(page).toContain('YJ1');
  });
});

describe('the list of samples', () => {
  it('says how far each is, and which audits are late', async () => {
    const sample = draw(world, 'helen', { dueOn: '2026-11-25' });
    const [place] = placesNow(world, sample);
    world.db.prepare(`UPDATE audits SET state = 'submitted' WHERE id = ?`).run(place?.audit);
    world.clock.now = '2026-11-30T10:00:00.000Z';
    const helen = await world.as('helen');
    expect(words((await helen.get('/samples').expect(200)).text)).toMatch(/24 Nov 2026 4 0 1 0 4 late 25 Nov 2026/);
    const csv = await helen.get('/samples.csv').expect(200);
    expect(csv.text).toContain('Autumn 2026');
  });

  it('an erased reference leaves the sample readable', async () => {
    const sample = draw(world, 'helen', { method: 'whole', size: null });
    world.db
      .prepare(`UPDATE cases SET reference = NULL, erased_at = '2026-11-25T00:00:00.000Z' WHERE id = ?`)
      .run(caseId(world, 'YJ1001'));
    const helen = await world.as('helen');
    expect((await helen.get(`/samples/${sample}`).expect(200)).text).toContain('erased');
    await helen.get(`/samples/${sample}/certificate`).expect(200);
  });
});
