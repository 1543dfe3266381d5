import type { TimescaleItem } from '../../../server/domain/forms/document';
import { howLate } from '../../../server/domain/reports/how-late';

const paper = (direction: 'before' | 'same-day'): TimescaleItem => ({
  key: 'ns-placement-form',
  kind: 'timescale',
  question: 'Did the placement form go before the hearing?',
  from: { label: 'sent' },
  to: { label: 'hearing' },
  limits: [{ direction }],
});
const moments = (from: string, to: string): string => JSON.stringify({ from, to });

it.each([
  ['before', '2026-03-02T09:00', '2026-03-01T10:00', '23 hours late'],
  ['before', '2026-03-01T10:20', '2026-03-01T10:00', '1 hour late'],
  ['same-day', '2026-03-01T10:00', '2026-03-02T08:00', '9 hours late'],
  ['same-day', '2026-03-01T10:00', '2026-03-11T23:00', '10 days late'],
  ['before', 'not-done', '2026-03-01T10:00', 'not done'],
  ['before', '2026-03-01', '2026-03-01T10:00', 'late'],
] as const)('says of a thing due %s, from %s to %s: %s', (direction, from, to, words) => {
  expect(howLate(paper(direction), moments(from, to))).toBe(words);
});

it('has nothing to say of what is no timescale, or of no moments', () => {
  expect(howLate(paper('before'), null)).toBeNull();
  expect(howLate({ key: 'x', kind: 'text', question: 'Why?', length: 'short' }, 'late')).toBeNull();
});
