import fc from 'fast-check';
import { check } from '../../../server/domain/forms/check/check.js';
import type { Comparison, Condition, FormDocument, Item, Section } from '../../../server/domain/forms/document.js';
import { caseFacts } from '../../../server/domain/forms/facts.js';
import { isChosen, optionsOf } from '../../../server/domain/forms/scales.js';
import { themes } from '../../../server/domain/forms/themes.js';
import { readForm } from './shipped.js';
import { smallForm } from './small-form.js';

/** Draws one value out of an arbitrary. */
type Draw = fc.GeneratorValue;

const whole = (g: Draw, from: number, to: number): number => g(fc.integer, { min: from, max: to });
const flip = (g: Draw): boolean => g(fc.boolean);
const seldom = (g: Draw): boolean => whole(g, 0, 3) === 0;
const pick = <T>(g: Draw, list: readonly T[]): T => {
  const found = list[whole(g, 0, list.length - 1)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};

/** Any form document that the checker accepts: every kind of question, conditions, repeated groups, caps, rules. */
export const anyForm: fc.Arbitrary<FormDocument> = fc.gen().map((g) => {
  let form = drawForm(g);
  // Now and then conditions exclude one another: another one is drawn, with what chance gives next.
  while (check(form).length > 0) form = drawForm(g);
  return readForm(form);
});

function drawForm(g: Draw): FormDocument {
  const sections: Section[] = [];
  const count = whole(g, 1, 3);
  for (let s = 0; s < count; s += 1) sections.push(drawSection(g, s, sections));
  sections.push({
    key: 'end',
    title: 'End <b>of</b> it',
    about: 'practice',
    items: [
      {
        key: 'own-grade',
        kind: 'judgement',
        question: 'Your grade?',
        scale: 'grades',
        note: { rule: 'differs-from-computed' },
      },
    ],
  });
  const graded = !seldom(g);
  const form = smallForm(sections, {
    measures: pick(g, ['quality', 'compliance', 'inspection', 'service']),
    least: whole(g, 1, 5),
    ...(flip(g) ? { sectionCaps: [{ notSufficient: 1, atMost: 'requires-improvement' }] } : {}),
  });
  if (graded) return seldom(g) ? { ...form, gradeWhen: drawCondition(g, form.sections, '', 1) } : form;
  const { bands: _bands, least: _least, ...ungraded } = form;
  return ungraded;
}

function drawSection(g: Draw, s: number, before: readonly Section[]): Section {
  const section: Section = {
    key: `s${s}`,
    title: `Section ${s} & more`,
    about: pick(g, ['practice', 'oversight', 'partners', 'service']),
    items: [],
    ...(flip(g) ? { core: true } : {}),
    ...(before.length > 0 && seldom(g) ? { when: drawCondition(g, before, '', 2) } : {}),
  };
  const group = seldom(g) ? `g${s}` : null;
  const [plain, repeated] = [whole(g, 1, 5), group ? whole(g, 1, 3) : 0];
  for (let i = 0; i < plain + repeated; i += 1) {
    const row = i >= plain ? group : null;
    section.items.push(drawItem(g, `s${s}-i${i}`, [...before, section], row));
  }
  return group ? { ...section, repeats: [{ key: group, each: 'each visit', none: 'No visits' }] } : section;
}

function drawItem(g: Draw, key: string, before: readonly Section[], group: string | null): Item {
  const base = {
    key,
    question: pick(g, ['Is it so?', '<script>alert(1)</script> & "so"?', 'Was it done, and how?']),
    ...(group ? { group } : {}),
    ...(itemsOf(before, group).length > 0 && seldom(g) ? { when: drawCondition(g, before, group ?? '', 2) } : {}),
    ...(flip(g) ? { themes: [pick(g, themes).key] } : {}),
    ...(flip(g) ? { guidance: { good: 'A <i>good</i> file.', weak: "A 'weak' one." } } : {}),
  };
  const kinds = ['choice', 'choice', 'choice', 'judgement', 'date', 'date-time', 'number', 'text', 'timescale', 'echo'];
  const kind = pick(g, kinds as Item['kind'][]);
  switch (kind) {
    case 'choice':
      return drawChoice(g, base);
    case 'judgement':
      return { ...base, kind, scale: 'sufficient', note: { rule: 'always' }, ...(flip(g) ? { weight: 1 } : {}) };
    case 'number':
      return { ...base, kind, ...(flip(g) ? { whole: true } : {}), ...(flip(g) ? { least: -5, most: 12 } : {}) };
    case 'text':
      return { ...base, kind, length: pick(g, ['short', 'long']), ...(flip(g) ? { optional: true } : {}) };
    case 'timescale':
      return {
        ...base,
        kind,
        from: { label: 'begun', ...(flip(g) ? { fact: 'started-on' } : {}) },
        to: { label: 'done' },
        ...(flip(g) ? { times: true } : {}),
        limits: [
          flip(g)
            ? { direction: pick(g, ['same-day', 'before']) }
            : {
                direction: pick(g, ['within', 'at-least-before', 'not-more-than']),
                amount: whole(g, 1, 40),
                unit: pick(g, ['working-days', 'calendar-days', 'hours', 'months']),
              },
        ],
        note: { rule: 'late', ...(flip(g) ? { ask: 'what was done' } : {}) },
        ...(flip(g) ? { extras: { doesNotApply: 'none was due' } } : {}),
      };
    case 'echo': {
      const shown = itemsOf(before, null).filter((item) => item.kind !== 'echo');
      const { themes: _themes, group: row, ...plain } = base;
      return shown.length === 0 || row ? { ...base, kind: 'date' } : { ...plain, kind, of: pick(g, shown).key };
    }
    default:
      return { ...base, kind };
  }
}

function drawChoice(g: Draw, base: { key: string; question: string }): Item {
  const scale = pick(g, ['enough', 'yes-no', 'right', 'levels', 'safe-now', 'compliance', 'evidence', null]);
  const scored = scale === 'enough' || scale === 'yes-no';
  return {
    ...base,
    kind: 'choice',
    ...(scale
      ? { scale }
      : {
          options: [
            { key: 'one', label: 'One' },
            { key: 'two', label: 'Two <b>' },
          ],
        }),
    ...(scored ? { weight: whole(g, 0, 2), note: { rule: pick(g, ['below', 'no', 'always']) } } : {}),
    ...(scored && seldom(g) ? { caps: [{ answers: ['no'], atMost: pick(g, ['good', 'inadequate']) }] } : {}),
    ...(scale === 'yes-no' && seldom(g) ? { gateway: true } : {}),
    ...(flip(g) ? { extras: { doesNotApply: 'there was none' } } : {}),
  };
}

/** A condition over facts and earlier items, those of the same row among them. */
function drawCondition(g: Draw, before: readonly Section[], group: string, depth: number): Condition {
  if (depth > 0 && seldom(g)) {
    const parts = [drawCondition(g, before, group, depth - 1), drawCondition(g, before, group, depth - 1)];
    const condition: Condition = flip(g) ? { all: parts } : { any: parts };
    return seldom(g) ? { not: condition } : condition;
  }
  const items = itemsOf(before, group).filter(({ kind }) => kind !== 'echo');
  return items.length > 0 && flip(g) ? compareAnswer(g, pick(g, items), before) : compareFact(g);
}

function compareAnswer(g: Draw, item: Item, sections: readonly Section[]): Comparison {
  const answer = item.key;
  const options = isChosen(item) ? optionsOf(smallForm(sections), item) : [];
  if (options.length > 0 && !seldom(g)) return { answer, in: [pick(g, options).key] };
  return item.kind === 'number' ? { answer, atLeast: whole(g, -6, 6) } : { answer, set: true };
}

function compareFact(g: Draw): Comparison {
  const [fact, { holds, values }] = pick(g, Object.entries(caseFacts));
  if (values) return { fact, in: [pick(g, values)] };
  return holds === 'number' ? { fact, above: whole(g, 0, 200) } : { fact, set: true };
}

function itemsOf(sections: readonly Section[], group: string | null): Item[] {
  return sections
    .flatMap(({ items }) => items)
    .filter((item) => !('group' in item) || item.group === undefined || item.group === group);
}
