import { addDays } from '../../domain/calendar/days.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import type { Audit } from '../../features/audits/audits.store.js';
import { reauditors, startReaudit } from '../../features/audits/start-reaudit.js';
import { latestVersion } from '../../features/forms/forms.store.js';
import { auditTheService } from '../../features/samples/audit-of-service.js';
import { auditors } from '../../features/samples/auditors.store.js';
import type { Agenda } from './agenda.js';
import { auditNow, carryOut, planAudit } from './audit-story.js';
import { agreedWithActions } from './built.store.js';
import { createChance } from './chance.js';
import { momentOf, workingDay } from './days.js';
import type { Skill } from './fill-form.js';
import type { Service } from './service.js';

/**
 * Seven weeks ago somebody else reads again what fell short in an audit; two weeks ago an auditor begins a round on the
 * service itself, and is half through. Its chances are its own, so that the rest of the story stays as it is.
 */
export function planSecondLook(
  of: Service,
  agenda: Agenda,
  today: string,
  skillOf: (service: Service, audit: Audit, on: string) => Skill,
): void {
  const service = { ...of, chance: createChance(50) };
  const head = service.idOf('Helen Pryce');
  agenda.plan(momentOf(workingDay(addDays(today, -49)), '10:05'), (when) => {
    const on = londonDate(when);
    const [first] = agreedWithActions(service.db, 'risk-of-harm', addDays(on, -42)).map((id) =>
      auditNow(service, id, when),
    );
    const [reader] = first ? reauditors(service.db, first, on) : [];
    if (!first || !reader) return;
    const again = service.as(head, when, 'audits.reaudit', (by) =>
      startReaudit(service.db, by, first.id, { auditor: reader.id, dueOn: addDays(on, 28) }),
    );
    planAudit(service, agenda, again, on, (audit) => skillOf(service, audit, on));
  });
  agenda.plan(momentOf(workingDay(addDays(today, -14)), '11:20'), (when) => {
    const form = latestVersion(service.db, 'standards-2019-strategic');
    const reader = auditors(service.db, londonDate(when)).at(-1);
    if (!form || !reader) return;
    const audit = service.as(head, when, 'samples.service', (by) =>
      auditTheService(service.db, by, {
        ...{ name: 'Self-assessment, all five standards', formVersionId: form.id, auditor: reader.id },
        ...{ reason: 'The board asked for it before the plan of next year.', dueOn: addDays(londonDate(when), 42) },
      }),
    );
    agenda.plan(momentOf(workingDay(addDays(today, -3)), '14:30'), (later) =>
      carryOut(service, audit, later, () => 0.6, false),
    );
  });
}
