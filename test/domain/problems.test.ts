import { Problem, conflict, invalid, invalidField, notAllowed, notFound } from '../../server/domain/problems';

describe('the few ways to fail', () => {
  it('never tell apart what is not there and what is out of reach', () => {
    expect(notFound().message).toBe('There is no such page, or it is not yours to see.');
    expect(notFound().kind).toBe('not-found');
  });

  it('carry each fault with its field, and read as one text', () => {
    const problem = invalid([
      { field: 'name', at: null, message: 'Give the sample a name.' },
      { field: null, at: '/audits/3#q-a', message: 'A is open.' },
    ]);
    expect(problem.kind).toBe('invalid');
    expect(problem.message).toBe('Give the sample a name. A is open.');
    expect(problem.faults).toHaveLength(2);
    expect(invalidField('size', 'Too many.').faults).toEqual([{ field: 'size', at: null, message: 'Too many.' }]);
  });

  it('are told apart from defects by their class', () => {
    for (const problem of [notFound(), notAllowed('No.'), conflict('Changed.'), invalid([])]) {
      expect(problem).toBeInstanceOf(Problem);
      expect(problem).toBeInstanceOf(Error);
    }
    expect(notAllowed('Only the head may.')).toMatchObject({ kind: 'not-allowed', message: 'Only the head may.' });
    expect(conflict('Changed.')).toMatchObject({ kind: 'conflict', faults: [] });
  });
});
