import { capabilities } from '../../server/capabilities';
import { roles, type Role } from '../../server/domain/rights';
import { openAccount } from '../../server/features/people/accounts.store';
import { addPerson } from '../../server/features/people/people.store';
import { giveRole } from '../../server/features/people/roles.store';
import { enterPastResult } from '../../server/features/inspections/enter-past';
import type { Route } from '../../server/platform/http/route';
import { inviteInspector } from '../../server/features/inspections/invite';
import { beginAudit } from '../../server/features/audits/begin';
import { agreeAudit } from '../../server/features/audits/agree';
import { closeDays } from '../../server/features/audits/close-days';
import { startReaudit } from '../../server/features/audits/start-reaudit';
import { submitAudit } from '../../server/features/audits/submit';
import { latestVersion } from '../../server/features/forms/forms.store';
import { auditTheService } from '../../server/features/samples/audit-of-service';
import { act, answerAll } from '../fixtures/audits';
import { testWorld, type TestApp } from '../fixtures/app';
import { drawn, inspectionOf, planned, readTwice } from '../fixtures/inspections';
import { passwordHash } from '../fixtures/staff';

/** Every route of the product, as the application registers them. */
export const everyRoute = (t: TestApp): Route[] =>
  capabilities({ setUpCode: t.setUpCode, dataDir: '', db: t.db } as Parameters<typeof capabilities>[0]);

/** The test world with one person a role, an audit that Ruth has begun, a case list half brought in and a form half written by Helen. */
export async function worldToWalk(): Promise<TestApp & { people: Record<Role, string> }> {
  const t = testWorld();
  const people = oneOfEachRole(t);
  inspected(t);
  act(t, 'ruth', (by) => beginAudit(t.db, by, t.world.audits.assigned));
  Object.assign(t.world.audits, { again: readAgain(t), ofService: ofService(t) });
  const csv = 'case_reference,practitioner,order_type,order_start\nYJ300001,Kofi Okafor,Referral Order,2026-05-14\n';
  const helen = await t.as('helen');
  await helen.post('/cases/imports/new').attach('file', Buffer.from(csv), 'list.csv').expect(303);
  await helen.post('/forms/drafts/copy').type('form').send({ from: 'copy:ten-minute-dip', title: 'A dip of our own' });
  return { ...t, people };
}

/** What fell short in an audit of Kofi's work, read again by Ruth, and agreed. */
function readAgain(t: TestApp): number {
  const given = { auditor: t.ids.ruth, dueOn: '2026-12-18' };
  const id = act(t, 'helen', (by) => startReaudit(t.db, by, t.world.audits.agreedFull, given));
  act(t, 'ruth', (by) => beginAudit(t.db, by, id));
  answerAll(t, id);
  act(t, 'ruth', (by) => submitAudit(t.db, by, id));
  act(t, 'kofi', (by) => closeDays(t.db, by, id, { how: 'nothing-to-put-right' }));
  act(t, 'marcus', (by) => agreeAudit(t.db, by, id, { noActionReason: 'Put right' }));
  return id;
}

/** An audit of the service itself, which Ruth has begun. */
function ofService(t: TestApp): number {
  const formVersionId = latestVersion(t.db, 'leadership-evidence')!.id;
  const given = { name: 'Self-review', reason: 'Inspection ahead', auditor: t.ids.ruth, dueOn: '2026-12-18' };
  const id = act(t, 'helen', (by) => auditTheService(t.db, by, { ...given, formVersionId }));
  act(t, 'ruth', (by) => beginAudit(t.db, by, id));
  return id;
}

/** One person for each role who holds no other: Lena Shaw leads North, and does nothing else. */
function oneOfEachRole(t: TestApp): Record<Role, string> {
  const lena = addPerson(t.db, 'Lena Shaw', t.clock.now);
  giveRole(t.db, { person: lena, role: 'team-lead', team: t.ids.North, from: '2024-01-01', by: null });
  openAccount(t.db, { person: lena, signInName: 'lena', passwordHash, mustChange: 0 });
  const people = {
    practitioner: 'kofi',
    auditor: 'ruth',
    'team-lead': 'lena',
    head: 'helen',
    administrator: 'ada',
    inspector: 'ines',
  };
  if (roles.some((role) => !(role in people))) throw new Error('Add a person for the new role');
  return people;
}

/** An inspection with two draws under way and one link that was not used. */
function inspected(t: TestApp): void {
  const { id } = inspectionOf(t);
  drawn(t, id);
  drawn(t, id, { part: 'out-of-court', size: 1, readTwice: [] });
  readTwice(t, id);
  planned(t, id);
  act(t, 'helen', (by) => inviteInspector(t.db, by, id, { name: 'Una Marsh', fromService: '' }));
  const past = {
    format: 'screening',
    published: 'May 2016',
    source: '',
    recommendations: 'Plans name who protects whom',
  };
  act(t, 'helen', (by) => enterPastResult(t.db, by, { ...past, figures: { public: '72' } }));
}

type Real = (t: TestApp, before: readonly string[]) => readonly (string | number)[];

/** Real values of each parameter, by the address up to it. A new one must be added here before its route is tested. */
const real: Record<string, Real> = {
  '/cases/:id': (t) => Object.values(t.world.cases).slice(0, 3),
  '/cases/uploads/:id': (t) => column(t, 'SELECT id FROM uploads'),
  '/cases/imports/:id': (t) => column(t, 'SELECT id FROM imports'),
  '/samples/:id': (t) => [t.world.sample],
  '/samples/:id/places/:unit': (t, [sample]) =>
    column(t, 'SELECT unit FROM sample_places WHERE sample_id = ?', sample ?? ''),
  '/audits/:id': (t) => Object.values(t.world.audits),
  '/audits/:id/sections/:section': (t, [audit]) =>
    column(
      t,
      `SELECT DISTINCT i.section_key FROM audits a JOIN form_items i ON i.form_version_id = a.form_version_id
       WHERE a.id = ? ORDER BY i.position`,
      audit ?? '',
    ),
  '/audits/:id/points/:point': (t) => column(t, 'SELECT id FROM fact_points LIMIT 1'),
  '/actions/:id': (t) => Object.values(t.world.actions),
  '/concerns/:id': (t) => [t.world.concern],
  '/forms/:key': () => ['ten-minute-dip', 'risk-of-harm', 'national-standards-2013'],
  '/forms/drafts/:id': (t) => column(t, 'SELECT id FROM form_drafts'),
  '/forms/drafts/:id/sections/:section': (t, [draft]) =>
    column(t, `SELECT s.value ->> 'key' ${sectionsOfDraft}`, draft ?? '').slice(0, 2),
  '/forms/drafts/:id/items/:item': (t, [draft]) =>
    column(t, `SELECT i.value ->> 'key' ${sectionsOfDraft}, json_each(s.value, '$.items') i`, draft ?? '').slice(0, 3),
  '/forms/drafts/:id/conditions/:place': (t, [draft]) => [
    'grade',
    ...column(t, `SELECT 'section.' || (s.value ->> 'key') ${sectionsOfDraft}`, draft ?? '').slice(0, 1),
  ],
  '/inspections/:id': (t) => column(t, 'SELECT id FROM inspections'),
  '/inspections/:id/readers/:person': (t, [id]) =>
    column(t, 'SELECT person_id FROM inspection_readers WHERE inspection_id = ?', id ?? ''),
  '/inspections/:id/ratings/:standard': () => ['2.1', '3.3'],
  '/inspections/past/:result': (t) => column(t, 'SELECT id FROM past_results'),
  '/inspections/past/:result/actions/:recommendation': (t, [result]) =>
    column(t, 'SELECT id FROM past_recommendations WHERE past_result_id = ?', result ?? ''),
  '/inspections/:id/readings/:audit': (t, [id]) => column(t, 'SELECT id FROM audits WHERE inspection_id = ?', id ?? ''),
  '/inspections/:id/preparations/:preparation': (t, [id]) =>
    column(t, 'SELECT id FROM preparations WHERE inspection_id = ? LIMIT 2', id ?? ''),
  '/inspections/:id/timetable/:sitting': (t, [id]) =>
    column(t, 'SELECT id FROM sittings WHERE inspection_id = ?', id ?? ''),
  '/inspections/:id/standards/:standard': () => ['1.1', '3.4'],
  '/inspections/:id/findings/:finding': (t, [id]) =>
    column(t, 'SELECT id FROM findings WHERE inspection_id = ?', id ?? ''),
  '/inspections/:id/recommendations/:finding': (t, [id]) =>
    column(t, `SELECT id FROM findings WHERE inspection_id = ? AND kind = 'recommendation'`, id ?? ''),
  '/inspections/:id/draws/:part': () => ['court', 'out-of-court'],
  '/sign-in/invitations/:token': () => ['ab'.repeat(32)],
  '/people/:person': (t) => [t.ids.kofi, t.ids.priya],
  '/people/:person/roles/:role': (t, [person]) =>
    column(t, 'SELECT id FROM roles_held WHERE person_id = ?', person ?? ''),
  '/people/:person/teams/:team': (t, [person]) =>
    column(t, 'SELECT team_id FROM memberships WHERE person_id = ?', person ?? ''),
  '/settings/limits/:item': () => ['ns-first-contact', 'ns-contacts-early', 'paper-received'],
  '/settings/limits/:item/:place': (_t, [item]) =>
    ({ 'ns-contacts-early': ['intensive'], 'paper-received': ['asked'] })[item ?? ''] ?? ['1'],
  '/settings/contacts/:team': (t) => ['service', t.ids.North],
  '/reports/practitioners/:id': (t) => [t.ids.kofi, t.ids.hana],
  '/reports/themes/:theme': (t) => column(t, 'SELECT DISTINCT theme FROM theme_results ORDER BY theme LIMIT 2'),
};

const sectionsOfDraft = `FROM (SELECT document FROM form_drafts WHERE id = ?) d, json_each(d.document, '$.sections') s`;

/** The addresses that a route answers in the test world: its parameters filled with what is there. */
export function addressesOf(t: TestApp, path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .reduce<{ made: string; before: string[] }[]>(
      (so, segment, i) =>
        so.flatMap(({ made, before }) =>
          (segment.startsWith(':') ? valuesOf(t, upTo(path, i), before) : [segment]).map((value) => ({
            made: `${made}/${value}`,
            before: segment.startsWith(':') ? [...before, value] : before,
          })),
        ),
      [{ made: '', before: [] }],
    )
    .map(({ made }) => made);
}

/** What a parameter may be, for a route that is tried with other values than real ones. */
export const isParameter = (segment: string): boolean => segment.startsWith(':');

const upTo = (path: string, segment: number): string =>
  path
    .split('/')
    .slice(0, segment + 2)
    .join('/');

function valuesOf(t: TestApp, prefix: string, before: readonly string[]): string[] {
  const values = real[prefix];
  if (!values) throw new Error(`Say in test/house/everything.ts what stands for the last parameter of ${prefix}`);
  return values(t, before).map(String);
}

function column(t: TestApp, text: string, ...params: string[]): (string | number)[] {
  return t.db
    .prepare(text)
    .pluck()
    .all(...params) as (string | number)[];
}
