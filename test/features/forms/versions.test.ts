import { parse } from 'csv-parse/sync';
import { acting } from '../../../server/commands/demo/acting';
import { auditNow, carryOut } from '../../../server/commands/demo/audit-story';
import { createChance, type Chance } from '../../../server/commands/demo/chance';
import { blankForm } from '../../../server/domain/forms/draft/blank';
import { differences } from '../../../server/domain/forms/draft/differences';
import { itemMoved, sectionMoved, withItem, withoutItem, withSection } from '../../../server/domain/forms/draft/edit';
import { pastedForm, sectionsFrom } from '../../../server/domain/forms/draft/pasted-form';
import type { ChoiceItem, FormDocument } from '../../../server/domain/forms/document';
import { answerInWords } from '../../../server/domain/forms/items/kinds';
import { gaps } from '../../../server/domain/forms/gaps';
import { beginFromFile, beginNext } from '../../../server/features/forms/begin-draft';
import { draftAt, keepDraft } from '../../../server/features/forms/edit-draft';
import { latestVersion, versionsOf } from '../../../server/features/forms/forms.store';
import { publishDraft } from '../../../server/features/forms/publish-draft';
import { filledAudit } from '../../../server/features/audits/filled-audit';
import { scoreAgain } from '../../../server/features/audits/score-again';
import { chosen } from '../../fixtures/world';
import { testWorld, type TestApp } from '../../fixtures/app';
import { htmlText } from '../../views/text';

const key = 'own-chain';
const many = 10;
const at = (version: number): string => `2026-11-${String(version + 1).padStart(2, '0')}`;

describe('over a chain of ten versions', () => {
  let t: TestApp;
  let world: ReturnType<typeof acting>;
  const audits: { id: number; version: number; kept: string }[] = [];
  let unbegun: number;

  beforeAll(() => {
    t = testWorld();
    world = acting(t.db, createChance(11));
    const chance = createChance(5);
    for (let version = 1; version <= many; version++) {
      world.as(t.ids.helen, `${at(version)}T08:00:00.000Z`, 'forms.publish', (by) => {
        const id = version === 1 ? beginFromFile(t.db, by, firstVersion()) : beginNext(t.db, by, key);
        const draft = draftAt(t.db, id);
        if (version > 1) keepDraft(t.db, by, draft, changed(chance, draft.document, version));
        publishDraft(t.db, by, id);
      });
      const given = { cases: [t.world.cases['YJ200006']!], form: key, auditor: t.ids.ruth, day: at(version) };
      if (version === 1) unbegun = chosen(world, t.ids, given);
      const id = chosen(world, t.ids, given);
      carryOut(world, id, `${at(version)}T10:00:00.000Z`, () => 0.6);
      audits.push({ id, version, kept: resultsOf(t, id) });
    }
  }, 60_000);
  afterAll(() => t.close());

  it('questions were removed, reworded under a new key, moved and put on another scale', () => {
    const versions = versionsOf(t.db, key).reverse();
    const said = versions.slice(1).flatMap((v, i) => differences(versions[i]!.document, v.document));
    for (const kind of [
      'No longer asked',
      'New under',
      'is answered',
      'another order',
      'counts with weight',
      'stands under',
    ]) {
      expect(said.filter((line) => line.includes(kind)).length).toBeGreaterThan(0);
    }
  });

  it('each audit keeps its version, is complete by it, and scores the same to the last bit', () => {
    for (const { id, version, kept } of audits) {
      const audit = auditNow(world, id, t.clock.now);
      const { form, filled, settings } = filledAudit(t.db, audit);
      expect(form.version).toBe(version);
      expect(gaps(filled, settings)).toEqual([]);
      scoreAgain(t.db, audit);
      expect(resultsOf(t, id)).toBe(kept);
    }
  });

  it('each audit shows all its answers under its own wording', async () => {
    const helen = await t.as('helen');
    for (const { id } of audits) {
      const text = htmlText((await helen.get(`/audits/${id}/answers`).expect(200)).text);
      const { form, filled } = filledAudit(t.db, auditNow(world, id, t.clock.now));
      const items = form.document.sections.flatMap((section) => section.items);
      expect(filled.answers.length).toBeGreaterThan(8);
      for (const { item, value } of filled.answers) {
        const asked = items.find((one) => one.key === item)!;
        expect(text).toContain(asked.question);
        if (value !== null) expect(text).toContain(inOneLine(answerInWords(form.document, asked, value)));
      }
    }
  });

  it('the export of every answer holds each of them, under the wording of its version', async () => {
    const helen = await t.as('helen');
    const { text } = await helen.get(`/reports/answers.csv?form=${key}&notes=with`).expect(200);
    const rows = parse(text.slice(text.indexOf('Audit,Case')), { columns: true }) as Record<string, string>[];
    let all = 0;
    for (const { id, version } of audits) {
      const { form, filled } = filledAudit(t.db, auditNow(world, id, t.clock.now));
      const items = form.document.sections.flatMap((section) => section.items);
      const own = rows.filter((row) => row['Audit'] === String(id));
      for (const { item, value, note } of filled.answers) {
        const asked = items.find((one) => one.key === item)!;
        const row = own.find((one) => one['Item'] === item);
        expect(row).toMatchObject({ Version: String(version), Question: asked.question, Note: note ?? '' });
        expect(row!['Answer']).toBe(answerInWords(form.document, asked, value!));
        all += 1;
      }
    }
    expect(rows).toHaveLength(all);
  });

  it('an audit that was given before is begun on the version that it was given with', async () => {
    const ruth = await t.as('ruth');
    await ruth.post(`/audits/${unbegun}/beginning`).type('form').send({}).expect(303);
    const first = versionsOf(t.db, key).at(-1)!;
    const { text } = await ruth.get(`/audits/${unbegun}/sections/${first.document.sections[0]!.key}`).expect(200);
    for (const { question } of first.document.sections[0]!.items) expect(htmlText(text)).toContain(question);
  });

  it('the newest is what new samples take, and each is on the form’s page', async () => {
    expect(latestVersion(t.db, key)!.version).toBe(many);
    const helen = await t.as('helen');
    for (const { version, document } of versionsOf(t.db, key)) {
      const text = htmlText((await helen.get(`/forms/${key}?version=${version}`).expect(200)).text);
      for (const { question } of document.sections.flatMap(({ items }) => items)) expect(text).toContain(question);
    }
  });
});

function firstVersion(): FormDocument {
  const text = ['Beginning:', 'Middle:', 'End:']
    .flatMap((heading, s) => [heading, ...[1, 2, 3, 4].map((n) => `Is part ${s + 1}${n} of the work good?`)])
    .join('\n');
  const begun = { key, title: 'Chain', measures: 'quality', purpose: 'To see.' } as const;
  return blankForm(begun, sectionsFrom(pastedForm(text), new Set()));
}

/** One version later: a question out, one new in the place of another, one moved, one on another scale, one weighed anew. */
function changed(chance: Chance, form: FormDocument, version: number): FormDocument {
  const sections = form.sections.filter((section) => section.key !== form.close);
  const any = (of: FormDocument) => {
    const section = chance.pick(of.sections.filter(({ key: k, items }) => k !== of.close && items.length > 1));
    return { section, item: chance.pick(section.items) as ChoiceItem };
  };
  let next = withoutItem(form, any(form).item.key);
  const old = any(next);
  next = withItem(
    next,
    old.section.key,
    { ...old.item, key: `chain-new-${version}`, question: `Is it good in the way of version ${version}?` },
    old.item.key,
  );
  const moved = any(next);
  next = chance.happens(0.5)
    ? itemMoved(next, moved.item.key, 'down')
    : withItem(next, chance.pick(sections).key, moved.item, moved.item.key);
  const scaled = any(next);
  next = withItem(
    next,
    scaled.section.key,
    { ...scaled.item, scale: scaled.item.scale === 'enough' ? 'yes-no' : 'enough' },
    scaled.item.key,
  );
  const weighed = any(next);
  next = withItem(next, weighed.section.key, { ...weighed.item, weight: chance.whole(1, 5) / 2 }, weighed.item.key);
  if (chance.happens(0.4)) next = sectionMoved(next, sections[0]!.key, 'down');
  const home = chance.pick(sections);
  const extra: ChoiceItem = {
    key: `chain-more-${version}`,
    kind: 'choice',
    question: `Is more asked in version ${version}?`,
    scale: 'enough',
    weight: 1,
    caps: [{ answers: ['no'], atMost: 'good' }],
  };
  return withSection(next, {
    ...next.sections.find((section) => section.key === home.key)!,
    items: [...next.sections.find((section) => section.key === home.key)!.items, extra],
  });
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Every row of results that an audit has, as it is kept. */
function resultsOf(t: TestApp, audit: number): string {
  const rows = ['audit_results', 'section_results', 'theme_results', 'item_results'].map((table) =>
    t.db.prepare(`SELECT * FROM ${table} WHERE audit_id = ? ORDER BY 1, 2, 3`).all(audit),
  );
  return JSON.stringify(rows);
}
