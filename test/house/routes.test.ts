import { rights } from '../../server/domain/rights';
import { testApp, type TestApp } from '../fixtures/app';
import { everyRoute } from './everything';

/** What anybody may open who has not signed in: nothing but the way in. */
const openToAnyone = ['/sign-in', '/sign-in/invitations/:token', '/set-up'];

describe('the table of routes', () => {
  let t: TestApp;
  beforeAll(() => (t = testApp()));
  afterAll(() => t.close());

  it('names a right for each route, and leaves open only the way in', () => {
    const routes = everyRoute(t);
    expect(routes.length).toBeGreaterThan(60);
    const unnamed = routes.filter(({ may }) => may !== 'anyone' && !(may in rights));
    expect(unnamed.map(({ path }) => path)).toEqual([]);
    expect(routes.filter(({ may }) => may === 'anyone').map(({ path }) => path)).toEqual(openToAnyone);
  });

  it('uses every right that the page of rights promises', () => {
    const used = new Set(everyRoute(t).map(({ may }) => may));
    const acts = Object.keys(rights) as (keyof typeof rights)[];
    expect(acts.filter((act) => !used.has(act))).toEqual(askedInsideAnotherPage);
  });

  it('registers no route twice, and none behind another that takes its address', () => {
    const paths = everyRoute(t).map(({ path }) => path);
    const hidden = paths.filter((path, i) => paths.slice(0, i).some((earlier) => takes(earlier, path)));
    expect(hidden).toEqual([]);
  });

  it('answers something at each address, and changes something only with a record of it', () => {
    const routes = everyRoute(t);
    expect(routes.filter(({ show, save }) => !show && !save)).toEqual([]);
    const unrecorded = routes.filter(({ save, trail }) => save && trail === false).map(({ path }) => path);
    expect(unrecorded.filter((path) => !keepsARecordOfItsOwn.includes(path))).toEqual([]);
  });
});

/** Rights that are no page of their own: what a page shows depends on them. */
const askedInsideAnotherPage = ['cases.import-rows'];

/** Saves without an entry in the trail: answers keep every value; a draft, a look and a search change nothing that counts. */
const keepsARecordOfItsOwn = [
  '/cases/imports/new',
  '/cases/uploads/:id/sheet',
  '/cases/uploads/:id/columns',
  '/cases/uploads/:id/values',
  '/cases/uploads/:id/people',
  '/cases/uploads/:id/stop',
  '/cases',
  '/samples/new/why',
  '/audits/:id/sections/:section',
  '/forms/:key/trial',
  '/forms/drafts/:id',
  '/forms/drafts/:id/about',
  '/forms/drafts/:id/trial',
  '/forms/drafts/:id/sections/new',
  '/forms/drafts/:id/sections/:section',
  '/forms/drafts/:id/conditions/:place',
  '/forms/drafts/:id/sections/:section/items',
  '/forms/drafts/:id/items/:item',
];

/** Whether an earlier route would take the address of a later one. */
function takes(earlier: string, later: string): boolean {
  const [mine, theirs] = [earlier.split('/'), later.split('/')];
  return mine.length === theirs.length && mine.every((part, i) => part.startsWith(':') || part === theirs[i]);
}
