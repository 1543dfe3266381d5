import { whatStopsAgreement, whyNotAgreer, type ToAgree } from '../../../server/domain/audits/may-agree';
import { needsActions } from '../../../server/domain/audits/needs-actions';
import type { Role } from '../../../server/domain/rights';

const auditor = 1;
const practitioner = 2;
const audit: ToAgree = {
  state: 'submitted',
  agreement: 'full',
  auditorId: auditor,
  practitionerId: practitioner,
  workOfId: practitioner,
  inspectionId: null,
  teamId: 10,
  factsUntil: '2026-12-01',
  factsClosed: null,
  pointsOpen: 0,
  ownGrade: 'good',
  computedGrade: 'good',
  actions: 0,
};
const person = (id: number, roles: Role[], teamsLed: number[] = []) => ({ id, roles: new Set(roles), teamsLed });

describe('who agrees an audit', () => {
  test('the lead of the case’s team does', () => {
    expect(whyNotAgreer(person(5, ['team-lead'], [10]), audit)).toBeNull();
  });
  test('the lead of another team does not', () => {
    expect(whyNotAgreer(person(5, ['team-lead'], [11]), audit)).toMatch('lead of the case’s team');
  });
  test('the head of service does, whichever the team', () => {
    expect(whyNotAgreer(person(5, ['head']), { ...audit, teamId: null })).toBeNull();
  });
  test('nobody agrees an audit that they wrote, the head neither', () => {
    expect(whyNotAgreer(person(auditor, ['head', 'auditor']), audit)).toMatch('You wrote this audit');
  });
  test('nobody agrees an audit of their own work: not as practitioner of the case, not as whose work it counts', () => {
    const lead = person(practitioner, ['team-lead'], [10]);
    expect(whyNotAgreer(lead, { ...audit, workOfId: 9 })).toMatch('your own work');
    expect(whyNotAgreer(lead, { ...audit, practitionerId: 9 })).toMatch('your own work');
  });
});

describe('what stops agreement', () => {
  test('the practitioner’s days, up to and on their last day', () => {
    expect(whatStopsAgreement(audit, '', '2026-12-01')).toEqual([expect.stringMatching('days to put facts right')]);
    expect(whatStopsAgreement(audit, '', '2026-12-02')).toEqual([]);
  });
  test('days that ended early no longer stop it', () => {
    expect(whatStopsAgreement({ ...audit, factsClosed: 'read-together' }, '', '2026-11-25')).toEqual([]);
  });
  test('a light audit does not wait for the days: they run after', () => {
    expect(whatStopsAgreement({ ...audit, agreement: 'light' }, '', '2026-11-25')).toEqual([]);
  });
  test('a point that the auditor has not answered stops a light one too', () => {
    const open: ToAgree = { ...audit, agreement: 'light', pointsOpen: 1 };
    expect(whatStopsAgreement(open, '', '2026-12-02')).toEqual([expect.stringMatching('not answered')]);
  });
  test.each([
    ['own', { ownGrade: 'requires-improvement' }],
    ['computed', { computedGrade: 'inadequate' }],
  ] as const)('an %s grade below Good asks for an action or a reason for none', (_, grade) => {
    const below: ToAgree = { ...audit, ...grade, factsClosed: 'given-on-paper' };
    expect(whatStopsAgreement(below, ' ', '2026-12-02')).toEqual([expect.stringMatching('one to three actions')]);
    expect(whatStopsAgreement({ ...below, actions: 1 }, '', '2026-12-02')).toEqual([]);
    expect(whatStopsAgreement(below, 'The child has moved away.', '2026-12-02')).toEqual([]);
  });
  test.each(['assigned', 'in-progress', 'returned', 'agreed', 'withdrawn'])('an audit that is %s', (state) => {
    expect(whatStopsAgreement({ ...audit, state }, '', '2026-12-02')).toHaveLength(1);
  });
});

test('Good and Outstanding need no action, and no grade needs none', () => {
  expect(needsActions('good', 'outstanding')).toBe(false);
  expect(needsActions(null, null)).toBe(false);
});
