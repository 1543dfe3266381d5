import { anyCase } from '../../../server/domain/sampling/rules.js';
import { latestVersion } from '../../../server/features/forms/forms.store.js';
import type { TestApp } from '../../fixtures/app.js';
import { caseId, caseload, draw, withCaseload } from './caseload.js';

let world: TestApp;
beforeEach(() => {
  world = withCaseload();
});
afterEach(() => world.close());

/** The form as a browser sends it, with anything changed. */
function fields(changes: Record<string, string | string[]> = {}) {
  return {
    counted: '1',
    status: 'open',
    months: '',
    name: 'Autumn 2026',
    purpose: 'routine',
    form: String(latestVersion(world.db, 'ten-minute-dip')?.id),
    method: 'simple',
    size: '5',
    due: '18 Dec 2026',
    auditors: [String(world.ids.ruth), String(world.ids.marcus)],
    ...changes,
  };
}

/** The same as one text, as the question about a case carries it. */
const given = (changes: Record<string, string> = {}): string =>
  new URLSearchParams({ counted: '1', status: 'open', method: 'simple', ...changes }).toString();

const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the page on which a sample is prepared', () => {
  it('counts who may be drawn under the filters in its address, and the reasons add up', async () => {
    const helen = await world.as('helen');
    const { text } = await helen.get('/samples/new?counted=1&status=open&harm=high').expect(200);
    const eligible = caseload.filter(({ status, harm }) => status === 'open' && harm === 'high').length;
    expect(text).toContain(`${eligible} of 24 cases may be drawn`);
    const counts = [...words(text).matchAll(/ (\d+) List/g)].map((match) => Number(match[1]));
    expect(counts).toHaveLength(3);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(24 - eligible);
  });

  it('proposes ten, and no more than may be drawn', async () => {
    const helen = await world.as('helen');
    const proposed = async (query: string) =>
      /id="size"[^>]*value="(\d+)"|value="(\d+)"[^>]*id="size"/.exec((await helen.get(`/samples/new${query}`)).text);
    const of = (found: RegExpExecArray | null) => found?.[1] ?? found?.[2];
    expect(of(await proposed(''))).toBe('10');
    const few = caseload.filter(({ status, harm }) => status === 'open' && harm === 'high').length;
    expect(few).toBeLessThan(10);
    expect(of(await proposed('?counted=1&status=open&harm=high'))).toBe(String(few));
  });

  it('leaves a size that was typed, and says when it is more than may be drawn', async () => {
    const helen = await world.as('helen');
    const { text } = await helen.get('/samples/new?counted=1&status=open&harm=high&method=simple&size=12').expect(200);
    expect(text).toContain('value="12"');
    expect(words(text)).toMatch(/No more than \d+ may be drawn\./);
  });

  it('marks what is left out only because the register does not say', async () => {
    const helen = await world.as('helen');
    const { text } = await helen.get('/samples/new?counted=1&status=any&harm=high').expect(200);
    expect(words(text)).toContain(
      'Level of risk of serious harm: not recorded. Put it right in the register first 3 List',
    );
  });

  it('never says who would be drawn: every eligible case may still be', async () => {
    const helen = await world.as('helen');
    const { text } = await helen.get('/samples/new?counted=1&status=open').expect(200);
    for (const { reference } of caseload) expect(text).not.toContain(reference);
  });

  it('says why a case is not in the list, without its reference in an address', async () => {
    const helen = await world.as('helen');
    const answer = await helen
      .post('/samples/new/why')
      .type('form')
      .send({ given: given(), reference: 'YJ1006' })
      .expect(200);
    expect(words(answer.text)).toContain('YJ1006 : Open or closed. The order is closed; only open ones may be drawn.');
    const inIt = await helen
      .post('/samples/new/why')
      .type('form')
      .send({ given: given(), reference: 'YJ1001' })
      .expect(200);
    expect(words(inIt.text)).toContain('It is in the list: it may be drawn.');
    const none = await helen
      .post('/samples/new/why')
      .type('form')
      .send({ given: given(), reference: 'nobody' })
      .expect(200);
    expect(words(none.text)).toContain('There is no case nobody among those you may draw from.');
  });

  it('lists the cases behind a reason', async () => {
    const helen = await world.as('helen');
    const { text } = await helen.get('/samples/new/not-eligible?counted=1&status=open&rule=status').expect(200);
    expect(text).toContain('YJ1006');
    await helen.get('/samples/new/not-eligible?counted=1&status=open&rule=nonsense').expect(404);
  });

  it.each([
    ['dates the wrong way round', { from: '1 Sep 2026', until: '1 Feb 2026' }, 'The last day comes before the first.'],
    ['a date that is none', { from: '31 Feb 2026' }, 'This is not a date.'],
    ['months that are no number', { months: 'twelve' }, 'Type a whole number of months'],
  ])('tells %s beside the field and keeps what was typed', async (_, typed, message) => {
    const helen = await world.as('helen');
    const query = new URLSearchParams({ counted: '1', status: 'open', ...typed }).toString();
    const { text } = await helen.get(`/samples/new?${query}`).expect(200);
    expect(text).toContain(message);
    for (const value of Object.values(typed)) expect(text).toContain(`value="${value}"`);
  });

  it.each([
    ['a size that is no number', { size: 'many' }, 'size', 'Type how many as a whole number'],
    ['more than there are', { size: '21' }, 'size', 'Only 20 cases may be drawn'],
    [
      'dates the wrong way round',
      { from: '1 Sep 2026', until: '1 Feb 2026' },
      'until',
      'The last day comes before the first',
    ],
    ['a due date that has gone by', { due: '1 Nov 2026' }, 'due', 'This day has gone by'],
    ['a form that is not there', { form: '999' }, 'form', 'Choose the form'],
    ['a team that is not there', { teams: '77' }, 'teams', 'Choose among the teams'],
    ['an auditor who is none', { auditors: '1' }, 'auditors', 'is not an auditor any more'],
    ['nobody to read', { auditors: [] }, 'auditors', 'Choose at least one auditor'],
    ['no name', { name: '' }, 'name', 'Give the sample a name'],
  ])('refuses %s beside its field, and loses nothing', async (_, typed, field, message) => {
    const helen = await world.as('helen');
    const { text } = await helen
      .post('/samples/new')
      .type('form')
      .send(fields({ name: 'Kept name', ...typed }))
      .expect(422);
    expect(text).toContain(`href="#${field}"`);
    expect(text).toContain(message);
    if (!('name' in typed)) expect(text).toContain('value="Kept name"');
    expect(world.db.prepare('SELECT count(*) AS n FROM samples').get()).toEqual({ n: 0 });
  });

  it('draws in one press and shows the places', async () => {
    const helen = await world.as('helen');
    const drawn = await helen.post('/samples/new').type('form').send(fields()).expect(303);
    const { text } = await helen.get(String(drawn.headers['location'])).expect(200);
    expect(words(text)).toContain('5 drawn on 24 November 2026 by Helen Pryce');
  });

  it('takes no seed from anybody', async () => {
    const helen = await world.as('helen');
    await helen
      .post('/samples/new')
      .type('form')
      .send(fields({ seed: 'mine' }))
      .expect(303);
    expect(world.db.prepare('SELECT seed FROM samples').get()).toEqual({
      seed: expect.stringMatching(/^[0-9a-f]{4}(-[0-9a-f]{4}){4}$/) as string,
    });
  });

  it('takes cases by their references with a reason', async () => {
    const helen = await world.as('helen');
    const chosen = { ...fields(), references: 'YJ1001, YJ1004\nnone', reason: 'Both went to the panel' };
    const refused = await helen.post('/samples/chosen').type('form').send(chosen).expect(422);
    expect(refused.text).toContain('There is no case none that you may choose');
    expect(refused.text).toContain('Both went to the panel');
    const drawn = await helen
      .post('/samples/chosen')
      .type('form')
      .send({ ...chosen, references: 'YJ1001, YJ1004' })
      .expect(303);
    expect(drawn.headers['location']).toMatch(/^\/samples\/\d+$/);
  });
});

describe('who sees a sample', () => {
  it('a team lead sees only the places of the own teams, and no sample without any', async () => {
    const all = draw(world, 'helen', { method: 'whole', size: null });
    const south = draw(world, 'priya', { auditors: [world.ids.ruth], method: 'whole', size: null, name: 'South only' });
    const marcus = await world.as('marcus');
    const { text } = await marcus.get(`/samples/${all}`).expect(200);
    expect(text).toContain('YJ1001');
    expect(text).not.toContain('YJ1002');
    expect(words(text)).toContain('8 more cases are with other teams and not shown to you.');
    await marcus.get(`/samples/${south}`).expect(404);
    await marcus.get(`/samples/${south}/certificate.json`).expect(404);
    expect((await marcus.get('/samples').expect(200)).text).not.toContain('South only');
  });

  it('practitioners, auditors and the administrator see none', async () => {
    const sample = draw(world, 'helen');
    for (const name of ['kofi', 'ruth', 'ada'] as const) {
      const person = await world.as(name);
      await person.get(`/samples/${sample}`).expect(403);
      await person.get('/samples/new').expect(403);
    }
  });

  it('a level is not told to the auditor of a case before they have put their own', async () => {
    const rules = { ...anyCase, status: 'open' as const, harmLevels: ['high' as const] };
    const sample = draw(world, 'helen', { rules, method: 'whole', size: null, auditors: [world.ids.marcus] });
    const marcus = await world.as('marcus');
    const page = words((await marcus.get(`/samples/${sample}`).expect(200)).text);
    expect(page).not.toContain('Risk of serious harm: high');
    expect(page).not.toContain('Harm high');
    await marcus.get(`/samples/${sample}/certificate.json`).expect(403);
    expect(words((await marcus.get(`/samples/${sample}/certificate`).expect(200)).text)).not.toContain(
      'Risk of serious harm: high',
    );
    const helen = await world.as('helen');
    expect(words((await helen.get(`/samples/${sample}`).expect(200)).text)).toContain('Risk of serious harm: high');
  });

  it('asking why a case is not in the list tells its auditor no level either', async () => {
    draw(world, 'helen', {
      method: 'chosen',
      chosen: [caseId(world, 'YJ1001')],
      size: null,
      reason: 'Panel',
      auditors: [world.ids.marcus],
    });
    const ask = async (name: 'helen' | 'marcus') => {
      const person = await world.as(name);
      const answer = await person
        .post('/samples/new/why')
        .type('form')
        .send({ given: given({ harm: 'high' }), reference: 'YJ1001' })
        .expect(200);
      const list = await person
        .get('/samples/new/not-eligible?counted=1&status=open&harm=high&rule=harm-level')
        .expect(200);
      return { why: words(answer.text), listed: list.text.includes('YJ1001') };
    };
    const helen = await ask('helen');
    expect(helen.why).toContain('Risk of serious harm is low');
    expect(helen.listed).toBe(true);
    const marcus = await ask('marcus');
    expect(marcus.why).toContain('You audit this case');
    expect(marcus.why).not.toContain('is low');
    expect(marcus.listed).toBe(false);
  });

  it('an address that is none is not found, whatever stands in it', async () => {
    const helen = await world.as('helen');
    for (const path of [
      '/samples/99',
      '/samples/x',
      '/samples/1/places/1',
      '/samples/99/certificate',
      '/samples/99/certificate.json',
    ]) {
      await helen.get(path).expect(404);
    }
  });
});
