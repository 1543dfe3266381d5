import { whyRoleStays } from '../../../server/domain/people/last-holder.js';
import { nameFault, tidyName } from '../../../server/domain/people/person-name.js';
import { signInNameFault, signInNameFor } from '../../../server/domain/people/sign-in-name.js';

describe('whether a role can be taken from somebody', () => {
  it('keeps the last administrator and the last head of service', () => {
    expect(whyRoleStays('administrator', 7, [7])).toMatch('the last administrator');
    expect(whyRoleStays('head', 7, [7])).toMatch('the last head of service');
  });

  it('lets one of two go', () => {
    expect(whyRoleStays('administrator', 7, [7, 9])).toBeNull();
  });

  it('lets somebody go whose account does not work while another holds the role', () => {
    expect(whyRoleStays('head', 7, [9])).toBeNull();
  });

  it('lets the last of every other role go', () => {
    expect(whyRoleStays('auditor', 7, [7])).toBeNull();
    expect(whyRoleStays('team-lead', 7, [7])).toBeNull();
  });
});

describe('a sign-in name made of a name', () => {
  it('leaves accents, apostrophes and double spaces out', () => {
    expect(signInNameFor('Siân  O’Neill', () => false)).toBe('sian.o.neill');
  });

  it('numbers the second of one name', () => {
    const taken = new Set(['ruth.ashdown', 'ruth.ashdown.2']);
    expect(signInNameFor('Ruth Ashdown', (name) => taken.has(name))).toBe('ruth.ashdown.3');
  });

  it('is refused with spaces, empty or too long', () => {
    expect(signInNameFault('ruth ashdown')).toMatch('without spaces');
    expect(signInNameFault('')).toMatch('Give a name');
    expect(signInNameFault('r'.repeat(81))).toMatch('80');
    expect(signInNameFault('ruth@northbeck.gov.uk')).toBeNull();
  });
});

describe('a person’s name', () => {
  it('is kept with single spaces', () => expect(tidyName('  Ruth   Ashdown ')).toBe('Ruth Ashdown'));

  it('must be there, and no essay', () => {
    expect(nameFault('')).toMatch('Give');
    expect(nameFault('x'.repeat(101))).toMatch('100');
    expect(nameFault('Ruth Ashdown')).toBeNull();
  });
});
