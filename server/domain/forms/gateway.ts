import type { Applying } from './applies.js';
import type { Question } from './filled.js';
import { isScored, optionsOf } from './scales.js';
import type { FormDocument } from './document.js';

const NOT_THERE: readonly (string | null)[] = ['no', 'not-evidenced'];

/**
 * The questions that one press may mark 'Not evidenced', because the thing that they are about does not exist: the
 * scored ones below a gateway item in its section that offer that answer and hold none yet (what was answered by hand
 * stays). They stay and count: hiding them would raise the score of the worst files. Empty while the gateway item says
 * that the thing exists.
 */
export function gatewaySettles(form: FormDocument, applying: Applying, gateway: Question): Question[] {
  if (gateway.item.kind !== 'choice' || !gateway.item.gateway) return [];
  if (!NOT_THERE.includes(gateway.answer?.value ?? null)) return [];
  const { questions } = applying.sections.find(({ section }) => section.key === gateway.section.key) ?? {
    questions: [],
  };
  const below = questions.slice(questions.findIndex(({ item }) => item.key === gateway.item.key) + 1);
  return below.filter(
    ({ item, answer }) =>
      isScored(form, item) &&
      optionsOf(form, item).some(({ key }) => key === 'not-evidenced') &&
      (answer?.value ?? null) === null,
  );
}
