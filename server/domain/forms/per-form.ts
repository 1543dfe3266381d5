import type { FormDocument } from './document.js';

/**
 * Keeps what is worked out from a form for as long as the form is there: a document never changes, a changed form is
 * another document.
 * @example const keys = perForm((form) => form.sections.map(({ key }) => key))
 */
export function perForm<Result extends object>(work: (form: FormDocument) => Result): (form: FormDocument) => Result {
  const known = new WeakMap<FormDocument, Result>();
  return (form) => {
    let result = known.get(form);
    if (!result) known.set(form, (result = work(form)));
    return result;
  };
}
