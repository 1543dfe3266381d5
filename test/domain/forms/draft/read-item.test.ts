import { placesOf } from '../../../../server/domain/forms/check/places';
import type { Item } from '../../../../server/domain/forms/document';
import { fieldsOf } from '../../../../server/domain/forms/draft/fields';
import { readItem } from '../../../../server/domain/forms/draft/read-item';
import { savedFields } from '../../../../server/domain/forms/draft/saved-fields';
import { shippedForms } from '../../../../server/features/forms/take-shipped';
import { join } from 'node:path';
import { section, smallForm } from '../small-form';

const form = smallForm([section('one', []), section('close', [])]);
const typed = (kind: Item['kind'], fields: object, before: Item | null = null) =>
  readItem(form, kind, before, fieldsOf({ question: 'Is it so?', ...fields }));
const fieldsAtFault = (kind: Item['kind'], fields: object) => typed(kind, fields).faults.map(({ field }) => field);

it('every question of the library, opened and saved without a change, stays what it is', () => {
  for (const { document } of shippedForms(join(__dirname, '../../../../schemas'))) {
    for (const { section: home, item } of placesOf(document)) {
      const read = readItem(document, item.kind, item, fieldsOf(savedFields(item, home)));
      expect(read).toEqual({ item, faults: [] });
    }
  }
});

describe('a question as it is typed', () => {
  it('is on the usual scale, not scored, unless said otherwise', () => {
    expect(typed('choice', {}).item).toEqual({ key: '', kind: 'choice', question: 'Is it so?', scale: 'enough' });
    expect(typed('choice', { weight: '2', theme1: 'planning', theme2: 'planning' }).item).toMatchObject({
      weight: 2,
      themes: ['planning'],
    });
  });

  it('keeps the key of an answer whose words are mended, and makes one for a new answer', () => {
    const options = [
      { key: 'often', label: 'Often', worth: 1, meaning: 'Weekly.' },
      { key: 'never', label: 'Never', worth: 0 },
    ];
    const before: Item = { key: 'k', kind: 'choice', question: 'Is it so?', options };
    const fields = {
      scale: 'own',
      optionKey: ['often', 'never', ''],
      optionLabel: ['Most weeks', 'Never', 'Never'],
      optionWorth: ['1', '0', ''],
    };
    expect(typed('choice', fields, before).item).toMatchObject({
      key: 'k',
      options: [
        { key: 'often', label: 'Most weeks', worth: 1, meaning: 'Weekly.' },
        { key: 'never', label: 'Never', worth: 0 },
        { key: 'never-2', label: 'Never' },
      ],
    });
  });

  it('drops a limit on the grade or a rule whose answers are not offered any more', () => {
    const fields = {
      scale: 'yes-no',
      capAnswers0: ['in-part'],
      capAtMost0: 'good',
      capAnswers1: ['no'],
      capAtMost1: 'inadequate',
    };
    expect(typed('choice', fields).item).toMatchObject({ caps: [{ answers: ['no'], atMost: 'inadequate' }] });
  });

  it.each([
    ['choice', { question: '' }, 'question'],
    ['choice', { question: 'x'.repeat(301) }, 'question'],
    ['choice', { scale: '__proto__' }, 'scale'],
    ['choice', { scale: 'own', optionLabel: ['Only'] }, 'optionLabel'],
    ['choice', { scale: 'own', optionLabel: ['A', 'B'], optionWorth: ['2', ''] }, 'optionWorth'],
    ['choice', { weight: 'much' }, 'weight'],
    ['choice', { note: 'when' }, 'noteAnswers'],
    ['choice', { documents: 'The plan' }, 'people'],
    ['judgement', { keyQuestion: '2.1?' }, 'keyQuestion'],
    ['timescale', { fromLabel: 'made', toLabel: 'seen' }, 'limitDirection'],
    [
      'timescale',
      { fromLabel: 'made', toLabel: 'seen', limitDirection: 'within', limitAmount: '1.5', limitUnit: 'hours' },
      'limitAmount',
    ],
    ['timescale', { toLabel: 'seen', limitDirection: 'same-day' }, 'fromLabel'],
    ['number', { least: 'one' }, 'least'],
    ['echo', {}, 'of'],
  ] as const)('%s %j is refused at %s', (kind, fields, field) => {
    expect(fieldsAtFault(kind, fields)).toContain(field);
  });
});
