/** One thing wrong with a form document: where, what, and how to put it right. */
export interface FormProblem {
  /** The place in the document, such as 'sections/1/items/3/when'. */
  path: string;
  message: string;
  remedy: string;
}

/** A form document that can't be taken. */
export class FormFault extends Error {
  constructor(readonly problems: readonly FormProblem[]) {
    super(problems.map(({ path, message }) => `${path === '' ? 'the document' : path}: ${message}`).join('\n'));
    this.name = 'FormFault';
  }
}
