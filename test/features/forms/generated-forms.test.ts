import fc from 'fast-check';
import type { FormDocument, Item } from '../../../server/domain/forms/document.js';
import { optionsOf } from '../../../server/domain/forms/scales.js';
import { publishVersion } from '../../../server/features/forms/publish-version.js';
import { anyForm } from '../../domain/forms/generated-form.js';
import { testApp, type TestApp } from '../../fixtures/app.js';

let world: TestApp;
beforeAll(() => (world = testApp()));
afterAll(() => world.close());

/** An answer to every question that is chosen or written, asked or not: a page sends no less. */
function everyAnswer(form: FormDocument): Record<string, string> {
  const value = (item: Item) => optionsOf(form, item)[0]?.key ?? (item.kind === 'number' ? '2' : '1 6 2026');
  const items = form.sections.flatMap(({ items }) => items).filter((item) => item.kind !== 'echo');
  return Object.fromEntries(
    items.flatMap((item) => [
      [item.key, value(item)],
      [`${item.key}__seen`, '0'],
    ]),
  );
}

test('any form that the checker accepts is drawn, answered and scored without a fault, and shows HTML as text', async () => {
  const helen = await world.as('helen');
  let published = 0;
  await fc.assert(
    fc.asyncProperty(anyForm, async (drawn) => {
      published += 1;
      const form = { ...drawn, key: `generated-${published}` };
      publishVersion(world.db, form, { origin: 'service', by: null, at: '2026-11-24T14:02:00.000Z' });
      const at = `/forms/${form.key}`;
      const pages = [
        await helen.get(at).expect(200),
        await helen.get(`${at}/trial`).expect(200),
        await helen.post(`${at}/trial`).type('form').send(everyAnswer(form)),
      ];
      for (const { text } of pages) expect(text).not.toContain('<script>alert(1)');
      expect([200, 422]).toContain(pages[2]?.status);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});
