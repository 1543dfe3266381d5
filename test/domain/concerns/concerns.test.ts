import { mayAnswer } from '../../../server/domain/concerns/may-answer.js';
import { stateAfter } from '../../../server/domain/concerns/states.js';
import { inWords, isWithDeputy, minutesWaited } from '../../../server/domain/concerns/waiting.js';
import type { Me, Role } from '../../../server/domain/rights.js';

describe('how long a concern has waited', () => {
  it('counts whole minutes, nights and weekends too', () => {
    expect(minutesWaited('2026-11-24T14:29:00.000Z', '2026-11-24T15:41:59.000Z')).toBe(72);
    expect(minutesWaited('2026-11-27T17:00:00.000Z', '2026-11-30T09:00:00.000Z')).toBe(64 * 60);
  });

  it('counts elapsed hours over the night on which the clocks go back', () => {
    expect(minutesWaited('2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00.000Z')).toBe(120);
  });

  it('is told in hours and minutes, and in days from two on', () => {
    expect([0, 1, 60, 72, 47 * 60 + 59, 48 * 60].map(inWords)).toEqual([
      '0 minutes',
      '1 minute',
      '1 hour',
      '1 hour 12 minutes',
      '47 hours 59 minutes',
      '2 days',
    ]);
  });

  it('is with the deputy too once the hours are over, not before', () => {
    const raised = '2026-11-24T10:00:00.000Z';
    expect(isWithDeputy(raised, 4, '2026-11-24T13:59:59.000Z')).toBe(false);
    expect(isWithDeputy(raised, 4, '2026-11-24T14:00:00.000Z')).toBe(true);
  });
});

describe('the states of a concern', () => {
  it('closes only after somebody has acknowledged it, or as a mistake', () => {
    expect(stateAfter('raised', 'closed')).toBeNull();
    expect(stateAfter('acknowledged', 'closed')).toBe('closed');
    expect(stateAfter('raised', 'in-error')).toBe('closed');
  });

  it('waits anew when it is passed on', () => {
    expect(stateAfter('acknowledged', 'passed-on')).toBe('raised');
  });

  it('stays acknowledged while more is recorded', () => {
    expect(stateAfter('acknowledged', 'done')).toBe('acknowledged');
  });

  it('takes no step once closed', () => {
    for (const step of ['acknowledged', 'passed-on', 'done', 'in-error', 'closed'] as const) {
      expect(stateAfter('closed', step)).toBeNull();
    }
  });
});

describe('who may answer a concern', () => {
  const me = (roles: Role[], id = 1, teamsLed: number[] = []): Me => ({
    id,
    name: 'x',
    roles: new Set(roles),
    teamsLed,
  });
  const concern = { namedId: 4, deputyId: 5, teamId: 2 };

  it('is the manager named, the deputy, the lead of the team, and any head', () => {
    expect(mayAnswer(concern, me(['team-lead'], 4))).toBe(true);
    expect(mayAnswer(concern, me(['team-lead'], 5))).toBe(true);
    expect(mayAnswer(concern, me(['team-lead'], 9, [2]))).toBe(true);
    expect(mayAnswer(concern, me(['head'], 9))).toBe(true);
  });

  it('is not the lead of another team, nor somebody who is no manager any more', () => {
    expect(mayAnswer(concern, me(['team-lead'], 9, [3]))).toBe(false);
    expect(mayAnswer(concern, me(['auditor'], 4))).toBe(false);
  });
});
