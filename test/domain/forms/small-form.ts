import type { ChoiceItem, FormDocument, Item, Section } from '../../../server/domain/forms/document.js';

/** A whole form out of the sections that a test is about. */
export function smallForm(sections: readonly Section[], more: Partial<FormDocument> = {}): FormDocument {
  return {
    key: 'small',
    version: 1,
    title: 'Small form',
    measures: 'quality',
    agreement: 'full',
    about: {
      purpose: 'To test.',
      when: 'Now.',
      minutes: { from: 1, to: 2 },
      time: 'A minute.',
      scoring: 'By weight.',
      sources: [],
    },
    sections: [...sections],
    bands: [
      { grade: 'outstanding', from: 0.9 },
      { grade: 'good', from: 0.7 },
      { grade: 'requires-improvement', from: 0.45 },
      { grade: 'inadequate', from: 0 },
    ],
    least: 1,
    close: sections.at(-1)?.key ?? 'none',
    ...more,
  };
}

/** A section about practice. */
export function section(key: string, items: readonly Item[], more: Partial<Section> = {}): Section {
  return { key, title: `Section ${key}`, about: 'practice', items: [...items], ...more };
}

/** A scored question on the scale 'enough' with weight 1. */
export function prompt(key: string, more: Partial<ChoiceItem> = {}): ChoiceItem {
  return { key, kind: 'choice', question: `Is ${key} so?`, scale: 'enough', weight: 1, ...more };
}

/** A fact that the auditor confirms: yes, no, cannot tell. */
export function fact(key: string, more: Partial<ChoiceItem> = {}): ChoiceItem {
  const options = ['yes', 'no', 'cannot-tell'].map((option) => ({ key: option, label: option }));
  return { key, kind: 'choice', question: `Is ${key} a fact?`, options, ...more };
}
