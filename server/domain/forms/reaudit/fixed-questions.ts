import type { Section } from '../document.js';

/** What every re-audit asks about the actions since. Source: form content of the service, re-audit, fixed questions. */
export const fixedQuestions: Section = {
  key: 'reaudit-fixed',
  title: 'Since the last audit',
  about: 'oversight',
  items: [
    {
      key: 'reaudit-actions-recorded',
      kind: 'choice',
      question: 'Is each agreed action recorded on the case, with owner and date?',
      scale: 'yes-no',
      weight: 1,
      themes: ['recording', 'oversight'],
      note: {
        rule: 'no',
      },
      guidance: {
        good: 'Where the worker would meet it.',
        weak: 'In the audit only.',
      },
      source: '§6; §8.10',
    },
    {
      key: 'reaudit-actions-in-time',
      kind: 'choice',
      question: 'Were the actions done by their dates?',
      scale: 'compliance',
      themes: ['timeliness', 'oversight'],
      note: {
        rule: 'late',
      },
      guidance: {
        text: 'Of all due by now; one late makes it Not met. Compliance only.',
      },
      source: '§6',
    },
    {
      key: 'reaudit-real',
      kind: 'choice',
      question: 'Can you see the change in the work, not only in the papers?',
      scale: 'enough',
      weight: 2,
      themes: ['delivery'],
      note: {
        rule: 'below',
      },
      guidance: {
        good: 'A visit, a conversation, a step that would not have happened.',
        weak: 'A document uploaded the day before.',
      },
      source: '§8.10',
    },
    {
      key: 'reaudit-child',
      kind: 'choice',
      question: 'Did the child, the carer or the person at risk notice?',
      scale: 'enough',
      weight: 1,
      extras: {
        doesNotApply: 'the matter was one of recording only.',
      },
      themes: ['childs-voice'],
      note: {
        rule: 'no',
      },
      guidance: {
        good: 'Something in their words, or plain from events.',
        weak: 'Nothing.',
      },
      source: '§8.10',
    },
    {
      key: 'reaudit-manager',
      kind: 'choice',
      question: 'Did the manager check that it was put right before you came?',
      scale: 'yes-no',
      weight: 1,
      themes: ['oversight'],
      note: {
        rule: 'no',
      },
      guidance: {
        good: 'A dated entry that says what was seen.',
        weak: 'Action ticked off by its owner.',
      },
      source: '1.2.3; §8.10',
    },
    {
      key: 'reaudit-new',
      kind: 'choice',
      question: "Has anything important gone wrong since, that last time's questions don't cover?",
      options: [
        {
          key: 'no',
          label: 'No',
        },
        {
          key: 'yes',
          label: 'Yes',
        },
      ],
      note: {
        rule: 'when',
        answers: ['yes'],
        ask: 'what, and which form',
      },
      guidance: {
        text: 'Look at the contacts since then, five minutes. Danger: raise a concern.',
      },
      source: '§8.9',
    },
    {
      key: 'reaudit-next',
      kind: 'choice',
      question: 'What should happen now?',
      options: [
        {
          key: 'close-the-actions',
          label: 'Close the actions',
        },
        {
          key: 'new-dates',
          label: 'New dates for some',
        },
        {
          key: 'whole-audit-again',
          label: 'Whole audit again',
        },
        {
          key: 'to-the-head',
          label: 'To the head of service',
        },
      ],
      note: {
        rule: 'always',
      },
      guidance: {
        text: "Your view; the tool's counts are shown after it.",
      },
      source: '§6',
    },
  ],
};
