import { checkAmong } from '../../../../server/domain/forms/check/among.js';
import type { FormDocument, Item } from '../../../../server/domain/forms/document.js';
import { fact, prompt, section, smallForm } from '../small-form.js';

const form = (key: string, item: Item): FormDocument => smallForm([section('one', [item])], { key });
const found = (item: Item, ...others: FormDocument[]) =>
  checkAmong(form('mine', item), others).map(({ path, message }) => `${path}: ${message}`);

test('the same question with the same answers is one item, whatever it weighs and whenever it is asked', () => {
  const other = form('other', prompt('safe', { weight: 0, themes: ['planning'], extras: { doesNotApply: 'never' } }));
  expect(found(prompt('safe', { weight: 2, when: { fact: 'mappa', set: true } }), other)).toEqual([]);
});

test('a key with another question is told with the form and the question there', () => {
  const other = form('other', prompt('safe', { question: 'Was the child safe?' }));
  expect(found(prompt('safe'), other)).toEqual([
    'sections/0/items/0/question: ‘safe’ asks another question in the form ‘other’: ‘Was the child safe?’',
  ]);
});

test('a key with another scale, other options or another kind has other answers', () => {
  expect(found(prompt('safe', { scale: 'yes-no' }), form('other', prompt('safe')))[0]).toMatch(
    /^sections\/0\/items\/0: ‘safe’ has other answers in the form ‘other’: a choice, yes \(Yes, well enough\)/,
  );
  const options = [
    { key: 'yes', label: 'Yes' },
    { key: 'no', label: 'No' },
  ];
  expect(found(fact('victim'), form('other', fact('victim', { options })))).toHaveLength(1);
  const text: Item = { key: 'safe', kind: 'text', question: 'Is safe so?', length: 'short' };
  expect(found(text, form('other', prompt('safe')))).toHaveLength(1);
});

test('a scale of a form’s own is compared by what it offers, not by its name', () => {
  const nice = [
    { key: 'nice', label: 'Nice', worth: 1 },
    { key: 'nasty', label: 'Nasty', worth: 0 },
  ];
  const own = (name: string): FormDocument => ({
    ...form(name, prompt('safe', { scale: name })),
    scales: { [name]: nice },
  });
  expect(checkAmong(own('one'), [own('two')])).toEqual([]);
  expect(checkAmong(own('enough'), [form('other', prompt('safe'))])).toHaveLength(1);
});

test('versions of the form itself are left out', () => {
  expect(found(prompt('safe'), form('mine', prompt('safe', { question: 'Was the child safe?' })))).toEqual([]);
});
