import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentReference } from '../../../server/domain/forms/reference.js';
import { testApp } from '../../fixtures/app.js';

const schema = JSON.parse(readFileSync(join(__dirname, '../../../schemas/form.schema.json'), 'utf8')) as {
  $defs: Record<string, { properties?: object }>;
  properties: object;
};

describe('the reference of form documents', () => {
  const parts = documentReference(schema);
  const field = (part: string, name: string) =>
    parts.find(({ key }) => key === part)?.fields.find((one) => one.name === name);

  it('says something of every field that a person can write', () => {
    const silent = parts.flatMap(({ key, says, fields }) => [
      ...(says === '' ? [key] : []),
      ...fields.filter((one) => one.says === '').map(({ name }) => `${key}.${name}`),
    ]);
    expect(silent).toEqual([]);
    for (const [key, { properties = {} }] of Object.entries(schema.$defs).filter(([name]) => name !== 'origin')) {
      for (const name of Object.keys(properties)) expect(field(key, name)).toBeDefined();
    }
    for (const name of Object.keys(schema.properties).filter((one) => one !== 'source'))
      expect(field('document', name)).toBeDefined();
  });

  it('tells what a field holds, whether it is needed, and where its part stands', () => {
    expect(field('section', 'title')).toMatchObject({ required: true, holds: 'text, at most 160 characters' });
    expect(field('section', 'core')).toMatchObject({ required: false, holds: 'true, or left out' });
    expect(field('section', 'repeats')).toMatchObject({
      part: 'group',
      holds: 'a list (at least 1, at most 10) of group',
    });
    expect(field('about', 'minutes.from')).toMatchObject({ required: true, holds: 'a whole number from 1 to 1000' });
    expect(field('measuredLimit', 'unit')?.holds).toBe('one of: working-days, calendar-days, hours, months');
    expect(parts.find(({ key }) => key === 'condition')?.oneOf).toEqual(['allOf', 'anyOf', 'not', 'comparison']);
  });

  it('leaves out what only the tool writes', () => {
    expect(field('document', 'source')).toBeUndefined();
    expect(parts.map(({ key }) => key)).not.toContain('origin');
  });

  it('stands on a page, with the shared lists of answers, the themes and the facts', async () => {
    const t = testApp();
    const ruth = await t.as('ruth');
    const { text } = await ruth.get('/forms/reference').expect(200);
    for (const word of ['doesNotApply', 'not-evidenced (Not evidenced, 0)', 'child-safety', 'days-to-end'])
      expect(text).toContain(word);
    expect((await (await t.as('helen')).get('/forms/drafts').expect(200)).text).toContain('/forms/reference');
    t.close();
  });
});
