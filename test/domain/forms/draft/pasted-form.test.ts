import { blankForm } from '../../../../server/domain/forms/draft/blank';
import { mostLines, pastedForm, sectionsFrom } from '../../../../server/domain/forms/draft/pasted-form';
import { check } from '../../../../server/domain/forms/check/check';
import { checkAmong } from '../../../../server/domain/forms/check/among';
import { readShipped, shippedKeys } from '../shipped';

const understood = (text: string) => pastedForm(text).map(({ as, words, answers }) => `${as}: ${words} [${answers}]`);
const roles = (text: string) => pastedForm(text).map(({ as }) => as);

describe('headings and questions', () => {
  it('takes capitals, a colon at the end, ‘Section 2’ and short lines above questions for headings', () => {
    const text =
      'ASSESSMENT\nIs it current?\nPlanning:\nIs there a plan?\nSection 3 - Delivery\nWas it done?\nReviewing\nWas it reviewed?';
    expect(roles(text)).toEqual([
      'heading',
      'question',
      'heading',
      'question',
      'heading',
      'question',
      'heading',
      'question',
    ]);
    expect(pastedForm(text)[4]!.words).toBe('Delivery');
  });

  it('strips numbering and bullets, and keeps a number that is part of the question', () => {
    const lines = [
      '1. Is it current?',
      '1.2) Is it signed?',
      '(a) Is it shared?',
      '• Is it read?',
      '- Is it kept?',
      'Q4: Is it so?',
      '5 days kept?',
    ];
    expect(pastedForm(lines.join('\n')).map(({ words }) => words)).toEqual([
      'Is it current?',
      'Is it signed?',
      'Is it shared?',
      'Is it read?',
      'Is it kept?',
      'Is it so?',
      '5 days kept?',
    ]);
  });

  it('takes a run of short lines for standards under one heading', () => {
    expect(roles('Contacts\nWeekly visits made\nMissed visits followed up\nHome visited once')).toEqual([
      'heading',
      'question',
      'question',
      'question',
    ]);
    expect(roles('CONTACTS\nWeekly visits made\nMissed visits followed up')).toEqual([
      'heading',
      'question',
      'question',
    ]);
  });

  it('leaves out what the tool keeps itself and what tells how to fill in the form, and says why', () => {
    const lines = pastedForm('Name of case manager:\nDate of audit:\nPlease tick one box\nIs it current?');
    expect(lines.map(({ as }) => as)).toEqual(['left-out', 'left-out', 'left-out', 'question']);
    expect(lines[0]!.look).toBe('kept with each audit already');
  });
});

it('a heading above a heading at the top is the title', () => {
  const lines = pastedForm('Exit audit\n1. Ending\nIs it ended?\nNext\nIs it kept?');
  expect(lines.map(({ as }) => as)).toEqual(['left-out', 'heading', 'question', 'heading', 'question']);
  expect(lines[0]!.look).toBe('taken as the title');
});

describe('answers', () => {
  it.each([
    ['Is it so? Yes/No', 'yes-no'],
    ['Is it so? (Y/N)', 'yes-no'],
    ['Is it so? ☐ Yes ☐ No ☐ N/A', 'yes-no'],
    ['Is it so?\tYes / Partly / No', 'enough'],
    ['Is it so? Met/Not met', 'met'],
    ['Is it so? Met / Partially met / Not met', 'partly-met'],
    ['Is it so? Sufficient/Insufficient', 'sufficient'],
    ['Is it so? Outstanding / Good / Requires Improvement / Inadequate', 'grades'],
    ['Is it so? Low/Medium/High', 'levels'],
    ['Is it so? RAG', 'rag'],
    ['Is it so? Red / Amber / Green', 'rag'],
    ['Is it so? Always / Mostly / Never', 'own:Always | Mostly | Never'],
    ['Is it so?', 'enough'],
    ['What was done well?', 'text'],
    ['Who has it?', 'text'],
    ['When was it last reviewed?', 'date'],
    ['How many visits were made?', 'number'],
    ['How well was it done?', 'enough'],
    ['Is the plan shared with police, health or school?', 'enough'],
  ])('of ‘%s’ are %s', (line, answers) => {
    expect(pastedForm(line)[0]).toMatchObject({ as: 'question', answers });
  });

  it('stand under the question, or in the heading row of a table', () => {
    expect(understood('Is it so?\n☐ Yes ☐ No\nIs it not?')).toEqual([
      'question: Is it so? [yes-no]',
      'question: Is it not? [enough]',
    ]);
    expect(understood('Question\tYes\tNo\tN/A\tComments\nIs it so?\t\t\t\t\nIs it seen?')).toEqual([
      'question: Is it so? [yes-no]',
      'question: Is it seen? [yes-no]',
    ]);
  });

  it('offer ‘Does not apply’ where the form had N/A, and ask to look at colours', () => {
    expect(pastedForm('Is it so? Yes/No/N/A')[0]!.doesNotApply).toBe(true);
    expect(pastedForm('Is it so? RAG')[0]!.look).toContain('Colours');
  });

  it('leave other columns as guidance', () => {
    expect(pastedForm('1\tIs it so?\tLook at the last review.\tYes/No')[0]).toMatchObject({
      words: 'Is it so?',
      guidance: 'Look at the last review.',
      answers: 'yes-no',
    });
  });
});

it('a Word form of thirty questions becomes a draft without a fault, in one paste', () => {
  const text = Array.from({ length: 5 }, (_, s) => [
    `${s + 1}. STANDARD ${'ABCDE'[s]!}`,
    ...Array.from(
      { length: 6 },
      (_, q) => `${s + 1}.${q + 1}\tIs the work of part ${s} good in respect ${q}?\tYes / Partly / No`,
    ),
  ])
    .flat()
    .join('\r\n');
  const sections = sectionsFrom(pastedForm(text), new Set());
  const form = blankForm({ key: 'own-ours', title: 'Ours', measures: 'quality', purpose: 'To see.' }, sections);
  expect(sections.map(({ items }) => items.length)).toEqual([6, 6, 6, 6, 6]);
  expect(check(form)).toEqual([]);
  expect(checkAmong(form, shippedKeys.map(readShipped))).toEqual([]);
});

it('a paste of anything is read quickly and never fails', () => {
  const started = Date.now();
  for (const text of [
    '',
    '\t\t\t',
    '__proto__\n<script>?',
    `${'a'.repeat(99_000)}?`,
    '('.repeat(90_000),
    '- '.repeat(40_000),
    '1.'.repeat(40_000),
    'x\n'.repeat(50_000),
  ]) {
    expect(pastedForm(text).length).toBeLessThanOrEqual(mostLines);
    sectionsFrom(pastedForm(text), new Set());
  }
  expect(Date.now() - started).toBeLessThan(2000);
});
