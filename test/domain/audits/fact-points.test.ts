import { factDaysUntil } from '../../../server/domain/audits/fact-days';
import { outcomesFor, whyNotPutRight, type PutRight } from '../../../server/domain/audits/fact-points';

const audit: PutRight = {
  state: 'submitted',
  agreement: 'full',
  practitionerId: 3,
  workOfId: 4,
  factsUntil: '2026-12-01',
  factsClosed: null,
};

test('the days are five working days, the day of submission not counted, Christmas left out', () => {
  expect(factDaysUntil('2026-11-24')).toBe('2026-12-01');
  expect(factDaysUntil('2026-12-23')).toBe('2027-01-04');
});

describe('putting facts right', () => {
  test('is for the practitioner of the case and for whoever did the work, and nobody else', () => {
    expect(whyNotPutRight(audit, 3, '2026-11-30')).toBeNull();
    expect(whyNotPutRight(audit, 4, '2026-11-30')).toBeNull();
    expect(whyNotPutRight(audit, 5, '2026-11-30')).toMatch('Whoever did the work');
  });
  test('ends after the last day, or when the days were closed early', () => {
    expect(whyNotPutRight(audit, 3, '2026-12-01')).toBeNull();
    expect(whyNotPutRight(audit, 3, '2026-12-02')).toMatch('days to put facts right are over');
    expect(whyNotPutRight({ ...audit, factsClosed: 'nothing-to-put-right' }, 3, '2026-11-25')).toMatch('over');
  });
  test('ends with agreement, but on a light audit the days run on', () => {
    expect(whyNotPutRight({ ...audit, state: 'agreed' }, 3, '2026-11-25')).toMatch('before an audit is agreed');
    expect(whyNotPutRight({ ...audit, state: 'agreed', agreement: 'light' }, 3, '2026-11-25')).toBeNull();
  });
  test('waits while the audit is back with its auditor', () => {
    expect(whyNotPutRight({ ...audit, state: 'returned' }, 3, '2026-11-25')).toMatch('back with its auditor');
  });
});

test('an agreed audit never changes, so a correction to it can only stand beside it', () => {
  expect(outcomesFor('agreed')).toEqual(['noted', 'stands']);
  expect(outcomesFor('submitted')).toContain('changed');
});
