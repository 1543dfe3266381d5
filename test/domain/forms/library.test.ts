import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAmong } from '../../../server/domain/forms/check/among.js';
import { whatApplies } from '../../../server/domain/forms/applies.js';
import type { FormDocument, Item } from '../../../server/domain/forms/document.js';
import type { Occurrence } from '../../../server/domain/forms/filled.js';
import { asksCompliance, isScored } from '../../../server/domain/forms/scales.js';
import { themes } from '../../../server/domain/forms/themes.js';
import { cases, themesMet } from './typical-cases.js';
import { everyRow, libraryKeys, readShipped, root, shippedKeys } from './shipped.js';

test('the generated types are those of the schema as it now is', () => {
  const generator = join(root, 'node_modules/.bin/json2ts');
  const options = ['--no-additionalProperties', '--ignoreMinAndMaxItems', '--bannerComment', ''];
  const style = ['--style.printWidth', '120', '--style.singleQuote'];
  const fresh = execFileSync(generator, ['-i', join(root, 'schemas/form.schema.json'), ...options, ...style]);
  expect(readFileSync(join(root, 'server/domain/forms/document.ts'), 'utf8')).toBe(fresh.toString());
});

describe('the forms that ship', () => {
  const library = libraryKeys.map(readShipped);

  test.each(libraryKeys)('%s passes the schema and the checker, by itself and beside the others', (key) => {
    const form = readShipped(key);
    expect(form.key).toBe(key);
    expect(checkAmong(form, library)).toEqual([]);
  });

  test('every item has a source', () => {
    const items = libraryKeys.flatMap((key) => readShipped(key).sections.flatMap((section) => section.items));
    expect(items.filter((item) => !item.source).map(({ key }) => key)).toEqual([]);
  });

  test('the first four give guidance wherever the content gives any', () => {
    const items = shippedKeys.flatMap((key) => readShipped(key).sections.flatMap((section) => section.items));
    expect(items.filter((item) => !item.guidance).map(({ key }) => key)).toEqual([
      'ns-report-parent',
      'ns-release-seen',
      'ns-release-home-visit',
      'ns-victim-offered',
    ]);
  });

  test('those that have not been tried in practice say that they are drafts', () => {
    const firstClass = [...shippedKeys, 'court-case', 'out-of-court-case', 'management-oversight'];
    const drafts = libraryKeys.filter((key) => !firstClass.includes(key));
    expect(libraryKeys.filter((key) => readShipped(key).draft)).toEqual(drafts);
  });

  test.each([
    ['risk-of-harm', 41],
    ['safeguarding', 42],
    ['ten-minute-dip', 10],
  ])('%s has %i scored items at most', (key, most) => {
    const form = readShipped(key);
    expect(scoredItems(form)).toBe(most);
  });

  test('National Standards has 35 compliance items, all about timeliness', () => {
    const items = readShipped('national-standards-2013').sections.flatMap((section) => section.items);
    const rules = items.filter(asksCompliance);
    expect(rules).toHaveLength(35);
    expect(rules.filter((item) => 'themes' in item && item.themes?.includes('timeliness'))).toHaveLength(35);
  });
});

describe('how many questions a typical case meets', () => {
  test.each(cases)('$name', ({ facts, answers, meets }) => {
    for (const [key, scored, timescales, rules] of meets) {
      const form = readShipped(key);
      const { questions } = whatApplies({
        form,
        facts,
        answers: everyRow(form, answers),
        occurrences: oneRowEach(form),
      });
      const count = (of: (item: Item) => boolean) => questions.filter(({ item }) => of(item)).length;
      expect([key, count((item) => isScored(form, item)), count((item) => item.kind === 'timescale')]).toEqual([
        key,
        scored,
        timescales,
      ]);
      if (rules !== undefined) expect([key, count(asksCompliance)]).toEqual([key, rules]);
    }
  });
});

test.each(themesMet)('items about %s', (theme, harm, safeguarding, standards, dip) => {
  const counts = shippedKeys.map((key) => {
    const form = readShipped(key);
    const counted = form.measures === 'compliance' ? asksCompliance : (item: Item) => isScored(form, item);
    const items = form.sections.flatMap((section) => section.items).filter(counted);
    return items.filter((item) => 'themes' in item && item.themes?.includes(theme)).length;
  });
  expect(counts).toEqual([harm, safeguarding, standards, dip]);
});

test('the sixteen themes are those counted', () => {
  expect(themesMet.map(([theme]) => theme)).toEqual(themes.map(({ key }) => key));
});

function scoredItems(form: FormDocument): number {
  return form.sections.flatMap(({ items }) => items).filter((item) => isScored(form, item)).length;
}

function oneRowEach(form: FormDocument): Occurrence[] {
  return form.sections.flatMap(({ repeats }) => (repeats ?? []).map(({ key }) => ({ group: key, occurrence: 1 })));
}
