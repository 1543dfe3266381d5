import fc from 'fast-check';
import { acting } from '../../../server/commands/demo/acting.js';
import { auditNow, carryOut } from '../../../server/commands/demo/audit-story.js';
import { createChance } from '../../../server/commands/demo/chance.js';
import { beginAudit } from '../../../server/features/audits/begin.js';
import { filledAudit } from '../../../server/features/audits/filled-audit.js';
import { withdrawAudit } from '../../../server/features/audits/withdraw.js';
import { publishVersion } from '../../../server/features/forms/publish-version.js';
import { auditTheService } from '../../../server/features/samples/audit-of-service.js';
import { anyForm } from '../../domain/forms/generated-form.js';
import { testWorld, type TestApp } from '../../fixtures/app.js';
import { act } from '../../fixtures/audits.js';
import { chosen } from '../../fixtures/world.js';

let t: TestApp;
beforeAll(() => (t = testWorld()));
afterAll(() => t.close());

const day = '2026-11-24';

test('any form that the checker accepts is begun, drawn section by section, saved, submitted and scored', async () => {
  const world = acting(t.db, createChance(4));
  const ruth = await t.as('ruth');
  const helen = await t.as('helen');
  let made = 0;
  await fc.assert(
    fc.asyncProperty(anyForm, async (drawn) => {
      made += 1;
      const form = { ...drawn, key: `own-generated-${made}`, title: `Generated ${made}` };
      const version = publishVersion(t.db, form, { origin: 'service', by: null, at: t.clock.now });
      const give = () =>
        form.measures === 'service'
          ? act(t, 'helen', (by) =>
              auditTheService(t.db, by, {
                ...{
                  name: 'Tried',
                  formVersionId: version,
                  reason: 'To see',
                  auditor: t.ids.ruth,
                  dueOn: '2026-12-18',
                },
              }),
            )
          : chosen(world, t.ids, { cases: [t.world.cases['YJ200006']!], form: form.key, auditor: t.ids.ruth, day });

      const looked = give();
      act(t, 'ruth', (by) => beginAudit(t.db, by, looked));
      for (const { key } of form.sections) {
        const { status, text } = await ruth.get(`/audits/${looked}/sections/${key}`);
        expect([200, 404]).toContain(status);
        expect(text).not.toContain('<script>alert(1)');
      }
      await ruth.get(`/audits/${looked}/submission`).expect(200);
      act(t, 'helen', (by) => withdrawAudit(t.db, by, looked, { code: 'other', reason: 'Only looked at' }));

      const read = give();
      carryOut(world, read, t.clock.now, () => 0.6);
      expect(auditNow(world, read, t.clock.now).state).toBe('submitted');
      const { form: kept } = filledAudit(t.db, auditNow(world, read, t.clock.now));
      expect(kept.id).toBe(version);
      for (const page of ['result', 'answers', 'sheet']) await helen.get(`/audits/${read}/${page}`).expect(200);
    }),
    { numRuns: 10, endOnFailure: true },
  );
}, 120_000);
