import type TestAgent from 'supertest/lib/agent';
import { auditsPage } from '../../../server/features/reports/audits.page';
import type { TestApp } from '../../fixtures/app';
import type { StaffName } from '../../fixtures/staff';
import { asking } from './asking';
import { reportedService } from './reported';

let world: TestApp;
const agents = new Map<StaffName, TestAgent>();
const readers = ['helen', 'marcus', 'kofi', 'ruth'] as const;

beforeAll(async () => {
  world = reportedService();
  for (const name of readers) agents.set(name, await world.as(name));
}, 60_000);
afterAll(() => world.close());

const get = async (name: StaffName, address: string): Promise<string> =>
  (await agents.get(name)!.get(address).expect(200)).text;

const pages = [
  '/reports/themes',
  '/reports/themes/planning',
  '/reports/grid',
  '/reports/national-standards',
  '/reports/custody-papers',
  '/reports/levels',
  '/reports/service',
  '/reports/practitioners',
  '/reports/practitioners/kofi',
];
const who = {
  helen: pages,
  marcus: pages,
  kofi: pages,
  ruth: pages.filter((page) => !/grid|practitioners/.test(page)),
};

/** Words of a piece of HTML. */
const wordsOf = (html: string): string =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x3D;/g, '=')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** Every number of a page that leads to a figure's own page. */
const figuresOf = (html: string) =>
  [...html.matchAll(/<a(?: class="govuk-link")? href="(\/reports\/audits[^"]*)">([\s\S]*?)<\/a>/g)].flatMap(
    ([, href, inner]) => {
      const shown = wordsOf(inner ?? '');
      return /\d/.test(shown) ? [{ href: wordsOf(href ?? ''), shown }] : [];
    },
  );

/** A figure's own page, asked for as its route does. */
function pageAt(reader: StaffName, href: string) {
  const query = Object.fromEntries(new URLSearchParams(href.split('?')[1] ?? ''));
  return auditsPage(asking(world, reader, 'reports.service', query), query);
}

describe.each(readers)('every number that %s meets', (reader) => {
  it.each(who[reader])('on %s leads to a page that says the same, with its sentence to copy', async (page) => {
    const figures = figuresOf(await get(reader, page.replace('kofi', String(world.ids.kofi))));
    for (const { href, shown } of figures) {
      const { figure, frame } = pageAt(reader, href);
      if (figure === null) {
        // How many audits, with nothing said of them: the list itself is the figure.
        const listed = /^\d+/.exec(frame.filters.words.at(-1)?.value ?? '')?.[0];
        if (reader === 'helen') expect([href, shown]).toEqual([href, listed]);
        continue;
      }
      const [there, here] = [partsOf(figure.text), partsOf(shown)];
      const expected = [href, there.count, there.of, there.percent];
      expect([href, here.count ?? there.count, here.of ?? there.of, here.percent ?? there.percent]).toEqual(expected);
      if (here.count === null && here.percent === null) expect(figure.text).toContain(shown);
      expect(figure.sentence).toMatch(/agreed .+\.$/);
    }
    if (reader === 'helen' && !/custody/.test(page)) expect(figures.length).toBeGreaterThan(1);
  });
});

it('gives a figure’s page its sentence to copy, without script too', async () => {
  const text = await get('helen', '/reports/audits?theme=planning');
  const [, sentence] = /data-copy="([^"]+)"/.exec(text) ?? [];
  expect(sentence).toMatch(/^\d+ of \d+ files good enough on planning/);
  expect(text.split(sentence ?? '')).toHaveLength(3);
});

it('writes each sentence into the files of a table', async () => {
  const csv = await get('helen', '/reports/national-standards.csv?table=shares');
  expect(csv).toContain('In a sentence');
  expect(csv).toMatch(/\d+ of \d+ results met, in \d+ files/);
});

/** '23 of 38, 61%', '61% of 38' or '23'. */
function partsOf(words: string): { count: string | null; of: string | null; percent: string | null } {
  const counted = /(?:^|\s)(\d+) of (\d+)/.exec(words);
  const ofAll = /(\d+%) of (\d+)/.exec(words);
  const percent = /(\d+%)/.exec(words)?.[1] ?? null;
  if (ofAll) return { count: null, of: ofAll[2] ?? null, percent };
  if (counted) return { count: counted[1] ?? null, of: counted[2] ?? null, percent };
  return { count: /^(\d+)$/.exec(words)?.[1] ?? null, of: null, percent };
}
