import type TestAgent from 'supertest/lib/agent';
import { gridPage } from '../../../server/features/reports/grid.page';
import { nationalStandardsPage } from '../../../server/features/reports/national-standards.page';
import { practitionerPage } from '../../../server/features/reports/practitioner.page';
import { practitionersPage } from '../../../server/features/reports/practitioners.page';
import { servicePage } from '../../../server/features/reports/service.page';
import { themePage } from '../../../server/features/reports/theme.page';
import { themesPage } from '../../../server/features/reports/themes.page';
import type { TestApp } from '../../fixtures/app';
import type { StaffName } from '../../fixtures/staff';
import { htmlFaults } from '../../views/html';
import { asking } from './asking';
import { reportedService } from './reported';

let world: TestApp;
const agents = new Map<StaffName, TestAgent>();

beforeAll(async () => {
  world = reportedService();
  for (const name of ['helen', 'marcus', 'kofi', 'ruth', 'ada', 'tom'] as const) agents.set(name, await world.as(name));
}, 60_000);
afterAll(() => world.close());

const get = (name: StaffName, address: string) => agents.get(name)!.get(address);
/** A period in which nine safeguarding audits or fewer were agreed: too few people beyond anybody's reach. */
const few = { from: '2026-09-01', until: '2026-09-30' };
const query = 'from=2026-09-01&until=2026-09-30';

describe('a practitioner’s page', () => {
  const of = (name: StaffName) => `/reports/practitioners/${world.ids[name]}`;
  it.each([
    ['helen', 'hana', 200],
    ['marcus', 'kofi', 200],
    ['marcus', 'hana', 404],
    ['kofi', 'kofi', 200],
    ['kofi', 'tom', 404],
    ['tom', 'tom', 200],
    ['ruth', 'kofi', 403],
    ['ada', 'kofi', 403],
  ] as const)('asked for by %s about %s answers %s', async (reader, person, status) => {
    await get(reader, of(person)).expect(status);
    await get(reader, `${of(person)}/sheet`).expect(status);
    await get(reader, `${of(person)}.csv`).expect(status);
  });

  it('does not exist for a number that nobody has', async () => {
    await get('helen', '/reports/practitioners/9999').expect(404);
    await get('helen', '/reports/practitioners/x').expect(404);
  });

  it('tells the practitioner who has opened it', async () => {
    await get('marcus', of('kofi')).expect(200);
    const { text } = await get('kofi', of('kofi')).expect(200);
    expect(text).toContain('Marcus Bell, on 1 day');
  });

  it('is listed in order of name, and only within reach', () => {
    const names = (name: StaffName) =>
      practitionersPage(asking(world, name, 'reports.practitioners')).table.rows.map((row) => row['name']?.text);
    expect(names('helen')).toEqual(['Hana Gill', 'Kofi Okafor', 'Sam Doyle', 'Tom Iredale']);
    expect(names('marcus')).toEqual(['Kofi Okafor', 'Tom Iredale']);
    expect(names('kofi')).toEqual(['Kofi Okafor']);
  });

  it('counts no audit of another team for a team lead who read it', () => {
    const counted = gridPage(asking(world, 'priya', 'reports.practitioners'));
    expect(counted.table.rows.map((row) => row['practitioner']?.text)).toEqual(['Hana Gill', 'Sam Doyle']);
  });
});

describe('a figure of the service', () => {
  it('is shown to a reader who may not open all behind it from 5 audits of 3 practitioners on', () => {
    const page = themesPage(asking(world, 'ruth', 'reports.service'));
    expect(page.table.rows[0]?.['count']?.text).toMatch(/^\d+ of \d+$/);
  });

  it('is too few to show below that, in page, chart, total and file alike', async () => {
    const r = asking(world, 'kofi', 'reports.service', few);
    const themes = themesPage(r);
    expect(new Set(themes.table.rows.map((row) => row['count']?.text))).toEqual(new Set(['too few to show']));
    expect(themes.chart.svg).not.toMatch(/\d+ of \d+/);
    expect(themePage(r, 'planning').instead).toMatch(/Too few to show/);
    const service = servicePage(r);
    expect(service.forms[0]?.quarters.total?.['good']?.text).toBe('too few to show');
    for (const type of ['', '.csv']) {
      const { text } = await get('kofi', `/reports/themes${type}?${query}`).expect(200);
      expect(text).toContain('too few to show');
      expect(text).not.toMatch(/\d+ of \d+ files/);
    }
  });

  it('is the head’s at any number', () => {
    const page = themesPage(asking(world, 'helen', 'reports.service', few));
    expect(page.table.rows.map((row) => row['count']?.text)).not.toContain('too few to show');
  });

  it('leads only to audits that the reader may open', async () => {
    const { text } = await get('kofi', '/reports/audits?theme=planning').expect(200);
    const links = [...text.matchAll(/\/audits\/(\d+)\/result/g)].map(([, id]) => Number(id));
    const own = world.db.prepare('SELECT id FROM audits WHERE work_of_id = ?').all(world.ids.kofi) as { id: number }[];
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((id) => !own.some((one) => one.id === id))).toEqual([]);
  });

  it('has rows by team only for teams that the reader leads', () => {
    const teams = (name: StaffName) =>
      themePage(asking(world, name, 'reports.service'), 'planning').byTeam.table.rows.map((row) => row['of']?.text);
    expect(teams('helen')).toEqual(['The service, all teams', 'North', 'South']);
    expect(teams('marcus')).toEqual(['The service, all teams', 'North']);
    expect(teams('ruth')).toEqual(['The service, all teams']);
  });

  it('of another team does not exist', async () => {
    await get('marcus', `/reports/themes/planning?team=${world.ids.South}`).expect(404);
    await get('marcus', `/reports/themes/planning?team=${world.ids.North}`).expect(200);
    await get('kofi', `/reports/themes/planning?team=${world.ids.North}`).expect(404);
    await get('kofi', '/reports/themes/planning?sample=1').expect(404);
  });

  it('lists exceptions by case only within reach', () => {
    const cases = (name: StaffName) => nationalStandardsPage(asking(world, name, 'reports.service')).exceptions.rows;
    const mine = new Set(cases('kofi').map((row) => row['case']?.href));
    const own = world.db.prepare('SELECT id FROM audits WHERE work_of_id = ?').all(world.ids.kofi) as { id: number }[];
    expect(cases('helen').length).toBeGreaterThan(cases('kofi').length);
    expect([...mine].every((href) => own.some(({ id }) => href === `/audits/${id}/result`))).toBe(true);
  });
});

describe('the samples beneath a figure', () => {
  const samples = (name: StaffName) => themePage(asking(world, name, 'reports.service'), 'planning').samples;

  it('lead to their certificates for whoever may read them', async () => {
    expect(samples('helen').map(({ href }) => href)).toEqual([
      '/samples/1/certificate',
      '/samples/2/certificate',
      '/samples/4/certificate',
    ]);
    for (const { href } of samples('helen')) await get('helen', href!).expect(200);
    for (const { href } of samples('marcus')) if (href) await get('marcus', href).expect(200);
  });

  it('are a number for the others: a name can say why somebody’s cases were chosen', () => {
    expect(samples('ruth')).toEqual([
      { name: '3 samples whose certificates only managers read', text: expect.stringMatching(/files$/), href: null },
    ]);
  });

  it('stand beside a person’s figures too', () => {
    expect(personPage('kofi').samples.every(({ href }) => /certificate$/.test(href ?? ''))).toBe(true);
  });
});

describe('small numbers of a person', () => {
  it('show judgements and no mean and no chart under five audits of a form', () => {
    const { means, judged, tooFewForMeans } = personPage('sam');
    expect(means).toEqual([]);
    expect(judged[0]?.rows.at(-1)?.name).toBe('Grade agreed');
    expect(tooFewForMeans).toContain('2 with Risk of harm');
  });

  it('show a mean with its range from five on', () => {
    expect(personPage('kofi').means.map(({ lead }) => lead)[0]).toMatch(
      /^Mean 0\.\d\d over 6 audits, range 0\.\d\d to/,
    );
  });

  it('never hide an Inadequate', () => {
    const inadequate = world.db.prepare(
      `SELECT count(*) AS n FROM audits a JOIN audit_results r ON r.audit_id = a.id WHERE a.work_of_id = ?
       AND 'inadequate' IN (r.own_grade, r.computed_grade)`,
    );
    const names = ['kofi', 'hana', 'sam', 'tom'] as const;
    const counts = names.map((name) => (inadequate.get(world.ids[name]) as { n: number }).n);
    const listed = names.map(
      (name) => personPage(name).listed.filter(({ text }) => text.includes('Inadequate')).length,
    );
    expect(listed).toEqual(counts);
    expect(Math.max(...counts)).toBeGreaterThan(0);
  });

  it('average compliance into nothing', () => {
    const { compliance, means } = personPage('kofi');
    expect(compliance?.lead).toContain('never averaged in');
    expect(means.map(({ form }) => form)).not.toContain('National Standards (2013)');
  });
});

describe('every report', () => {
  const addresses = [
    '',
    '/practitioners',
    '/themes',
    '/themes/victims',
    '/grid',
    '/national-standards',
    '/custody-papers',
    '/levels',
    '/service',
    '/audits',
  ];

  it.each(addresses)('answers at /reports%s, with its tables as CSV and workbook', async (address) => {
    const { text } = await get('helen', `/reports${address}`).expect(200);
    expect(text).toContain('Head of the trail');
    if (address === '') return;
    const csv = await get('helen', `/reports${address}.csv`).expect(200);
    expect(csv.text).toContain('Made 24 Nov 2026, 14:02 by Helen Pryce');
    await get('helen', `/reports${address}.xlsx`).expect(200);
  });

  it.each([...addresses, '/practitioners/kofi', '/practitioners/sam', '/practitioners/kofi/sheet'])(
    'is sound HTML at /reports%s, full and empty',
    async (address) => {
      const at = address.replace('kofi', String(world.ids.kofi)).replace('sam', String(world.ids.sam));
      for (const q of ['', '?from=2020-01-01&until=2020-02-01', '?from=nonsense']) {
        const { text } = await get('helen', `/reports${at}${q}`).expect(200);
        expect(await htmlFaults(text)).toEqual([]);
      }
    },
  );

  it.each(addresses)('says what is missing at /reports%s where no audit was agreed', async (address) => {
    const { text } = await get('helen', `/reports${address}?from=2020-01-01&until=2020-02-01`).expect(200);
    if (address !== '/practitioners') expect(text).toMatch(/No .*audit.* agreed|agreed audit that you may open/);
  });

  it('keeps its filters in the address and in each link', async () => {
    const { text } = await get('helen', '/reports/themes?from=2026-05-01&form=risk-of-harm').expect(200);
    expect(text).toContain('/reports/themes/planning?from&#x3D;2026-05-01&amp;form&#x3D;risk-of-harm');
  });

  it('says beside the field when a date can’t be read, and shows the usual period', async () => {
    const { text } = await get('helen', '/reports/themes?from=yesterday').expect(200);
    expect(text).toContain('Write a date, for example 24 Nov 2026.');
    expect(text).toContain('25 Nov 2025 to 24 Nov 2026');
  });

  it.each(['?form=nothing', '?team=', '?sample=', '?from=&until=&form=&team=&sample='])(
    'takes %s as no filter',
    async (q) => {
      await get('helen', `/reports/service${q}`).expect(200);
    },
  );

  it.each(['?team=x', '?team=-1', '?team=999999', '?theme=no-such-theme'])('does not exist at %s', async (q) => {
    await get('helen', `/reports/audits${q}`).expect(404);
  });

  it('does not exist for a theme of no name', async () => {
    await get('helen', '/reports/themes/no-such-theme').expect(404);
  });
});

describe('the sentence to copy', () => {
  it('names the frame where all are one drawn sample, whole, and its range is exact for it', () => {
    const page = themePage(asking(world, 'helen', 'reports.service', { form: 'ten-minute-dip' }), 'assessment');
    expect(page.sentence).toMatch(
      /^\d+ of 15 files good enough on assessment .*drawn at random from 15, read by 2 auditors/,
    );
    const [count] = /\d+/.exec(page.sentence) ?? [];
    expect(page.answer.range).toBe(`between ${percent(count)} and ${percent(count)}%`);
  });
});

const percent = (count: string | undefined): number => Math.floor((200 * Number(count) + 15) / 30);

function personPage(name: StaffName) {
  return practitionerPage(asking(world, 'helen', 'reports.practitioners'), world.ids[name]);
}
