import { whyNot, type ActionNow, type StepKind } from '../../../server/domain/actions/steps';
import type { Role } from '../../../server/domain/rights';

const [owner, auditor, lead, otherLead, head, practitioner] = [1, 2, 3, 4, 5, 6];
const open: ActionNow = {
  state: 'open',
  ownerId: owner,
  practitionerId: practitioner,
  teamId: 10,
  auditorId: auditor,
  completedBy: null,
};
const completed: ActionNow = { ...open, state: 'completed', completedBy: owner };
const person = (id: number, roles: Role[] = [], teamsLed: number[] = []) => ({ id, roles: new Set(roles), teamsLed });

test('only the owner completes, and only what is open', () => {
  expect(whyNot('completed', open, person(owner))).toBeNull();
  expect(whyNot('completed', open, person(head, ['head']))).toMatch('Only its owner');
  expect(whyNot('completed', completed, person(owner))).toMatch('completed, to be verified');
});

describe('verifying is for another person', () => {
  test('the auditor of the audit, the lead of its team and the head do', () => {
    expect(whyNot('verified', completed, person(auditor, ['auditor']))).toBeNull();
    expect(whyNot('verified', completed, person(lead, ['team-lead'], [10]))).toBeNull();
    expect(whyNot('verified', completed, person(head, ['head']))).toBeNull();
  });
  test('never the owner, whatever else they are', () => {
    expect(whyNot('verified', completed, person(owner, ['head', 'team-lead'], [10]))).toMatch('other than the owner');
  });
  test('never who completed it, after it was handed over', () => {
    expect(whyNot('verified', { ...completed, completedBy: lead }, person(lead, ['team-lead'], [10]))).toMatch(
      'You completed',
    );
  });
  test('never whose work it is about', () => {
    expect(whyNot('verified', completed, person(practitioner, ['team-lead'], [10]))).toMatch('your own work');
  });
  test('not the lead of another team', () => {
    expect(whyNot('verified', completed, person(otherLead, ['team-lead'], [11]))).toMatch('verifies this action');
  });
  test('only what is completed', () => {
    expect(whyNot('verified', open, person(head, ['head']))).toMatch('open');
  });
});

test('the owner moves and hands over, and drops nothing; the lead of the team drops', () => {
  expect(whyNot('moved', open, person(owner))).toBeNull();
  expect(whyNot('handed-over', open, person(owner))).toBeNull();
  expect(whyNot('dropped', open, person(owner))).toMatch('drops an action');
  expect(whyNot('dropped', open, person(lead, ['team-lead'], [10]))).toBeNull();
});

test.each<StepKind>(['completed', 'verified', 'moved', 'handed-over', 'dropped'])(
  'what is verified is not %s',
  (step) => {
    expect(whyNot(step, { ...completed, state: 'verified' }, person(head, ['head']))).not.toBeNull();
  },
);

test('what was verified too early is reopened', () => {
  expect(whyNot('reopened', { ...completed, state: 'verified' }, person(head, ['head']))).toBeNull();
});
