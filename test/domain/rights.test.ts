import fc from 'fast-check';
import { may, reachOf, rights, roleNames, roles, type Act, type Me, type Role } from '../../server/domain/rights';

const somebody = (...held: Role[]): Me => ({ id: 7, name: 'Priya Nair', roles: new Set(held), teamsLed: [] });
const acts = Object.keys(rights) as Act[];
const everyAct = fc.constantFrom(...acts);
const someRoles = fc.uniqueArray(fc.constantFrom(...roles));

describe('rights', () => {
  it('give nothing to somebody without a role', () => {
    expect(acts.filter((act) => may(somebody(), act))).toEqual([]);
  });

  it('add up: the widest reach of the roles held wins', () => {
    expect(reachOf(somebody('auditor'), 'audits.read')).toEqual({ kind: 'mine', person: 7 });
    expect(reachOf(somebody('auditor', 'head'), 'audits.read')).toEqual({ kind: 'all' });
    expect(reachOf(somebody('head'), 'audits.carry-out')).toBeNull();
  });

  it('never shrink when somebody is given one role more', () => {
    const width = (me: Me, act: Act): number => ({ none: 0, mine: 1, all: 2 })[reachOf(me, act)?.kind ?? 'none'];
    fc.assert(
      fc.property(everyAct, someRoles, fc.constantFrom(...roles), (act, held, more) => {
        expect(width(somebody(...held, more), act)).toBeGreaterThanOrEqual(width(somebody(...held), act));
      }),
    );
  });

  it('give every act to somebody, and say it in one plain sentence', () => {
    for (const act of acts) {
      expect(roles.some((role) => may(somebody(role), act))).toBe(true);
      expect(rights[act].says).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('keep an administrator away from what is in a case', () => {
    const content =
      /^(cases\.read|cases\.import-rows|audits|concerns\.(read|raise|acknowledge)|actions|reports|samples)/;
    expect(acts.filter((act) => content.test(act) && may(somebody('administrator'), act))).toEqual([]);
  });

  it('let only auditors and visiting inspectors write in an audit, only managers agree one, and only an administrator give roles', () => {
    const whoMay = (act: Act): Role[] => roles.filter((role) => may(somebody(role), act));
    expect(whoMay('audits.carry-out')).toEqual(['auditor', 'inspector']);
    expect(whoMay('audits.agree')).toEqual(['team-lead', 'head']);
    expect(whoMay('people.manage')).toEqual(['administrator']);
    expect(whoMay('trail.read')).toEqual(['head', 'administrator']);
  });

  it('name every role in words', () => {
    expect(roles.map((role) => roleNames[role])).not.toContain(undefined);
  });
});
