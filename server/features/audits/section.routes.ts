import { Type as T } from '@sinclair/typebox';
import { formatTime } from '../../domain/calendar/format-date.js';
import { isWritable } from '../../domain/audits/states.js';
import { whatApplies, type ApplyingSection } from '../../domain/forms/applies.js';
import { notFound, type Fault } from '../../domain/problems.js';
import { page, shown, to, type PageOptions, type Result } from '../../platform/http/results.js';
import { route, type Saving, type Showing } from '../../platform/http/route.js';
import { ownAudit, openForWriting } from './own-audit.js';
import type { Audit } from './audits.store.js';
import { carryingOutPage, filterOf, readAudit, type CarryingOutPage, type Drawing } from './carrying-out.page.js';
import { filledAudit } from './filled-audit.js';
import { fieldName } from './field-names.js';
import { nothingToRedraw, type Redraw } from './question.page.js';
import { storedKey, type Reading } from './reading.js';
import { faultsByField, fields } from './sent.js';
import { saveSection, type SavedSection } from './save-section.js';

const Query = T.Object({ show: T.String({ default: 'all' }) });
/** The fields of the questions are named by the form, so they are read by `readSection`. */
const Body = T.Object({ do: T.String({ default: 'save' }), show: T.String({ default: 'all' }) });

export const sectionRoutes = [
  route({
    path: '/audits/:id/sections/:section',
    may: 'audits.carry-out',
    // Each answer is its own record: who, when, and every earlier value.
    trail: false,
    query: Query,
    body: Body,
    show: (c) => {
      const audit = ownAudit(c.db, c, c.id('id'));
      if (!isWritable(audit.state)) return to(`/audits/${audit.id}`);
      c.viewed('audits', audit.id);
      const show = filterOf(c.typed ? String(c.typed['show'] ?? 'all') : c.query.show);
      const redraw: Redraw = c.typed
        ? { ...nothingToRedraw, typed: fields(c.typed), faults: faultsByField(c.faults) }
        : nothingToRedraw;
      return asPage(drawn(c, audit, readAudit(c.db, audit, c.me.id, c.today), { show, redraw, faults: [] }));
    },
    save: (c) => {
      const writing = openForWriting(c.db, c, c.id('id'));
      const section = writing.form.sections.find(({ key }) => key === c.params['section']);
      if (!section) throw notFound();
      const sent = fields(c.body);
      const saved = saveSection(c.db, c, writing, section, sent);
      const outcome = outcomeOf(saved, c.now);
      if (saved.faults.length > 0 || saved.conflicts.length > 0) return again(c, writing.audit, saved, sent, outcome);
      return to(whereTo(c, writing.audit, section.key, saved), { outcome });
    },
  }),
];

type Context = Showing & { params: Readonly<Record<string, string>> };

interface Drawn {
  model: CarryingOutPage;
  title: string;
}

function drawn(c: Pick<Context, 'db' | 'params'>, audit: Audit, reading: Reading, drawing: Drawing): Drawn {
  const current = sectionIn(reading, c.params['section'] ?? '');
  const model = carryingOutPage(c.db, audit, reading, current, drawing);
  return { model, title: `${current.section.title}, ${audit.formTitle}` };
}

const options = (title: string): PageOptions => ({ title, layout: 'audit', scripts: ['casebar', 'answers'] });

const asPage = ({ model, title }: Drawn): Result => page('audits/section', model, options(title));

/** A section that does not apply is not there to be filled in. */
function sectionIn({ applying }: Reading, key: string): ApplyingSection {
  const found = applying.sections.find(({ section }) => section.key === key);
  if (!found) throw notFound('This section is not asked in this audit.');
  return found;
}

/** The page once more, with what was typed: some of it is not kept yet. */
function again(
  c: Saving<unknown, { show: string }>,
  audit: Audit,
  saved: SavedSection,
  sent: ReadonlyMap<string, string>,
  outcome: object,
): Result {
  const redraw: Redraw = {
    typed: sent,
    faults: faultsByField(saved.faults),
    conflicts: new Map(saved.conflicts.map((one) => [storedKey(one.mine.item, one.mine.occurrence), one])),
  };
  const status = saved.conflicts.length > 0 ? 409 : 422;
  const reading = readAudit(c.db, audit, c.me.id, c.today);
  const faults = [...saved.faults, ...saved.conflicts.map(({ mine }) => conflictFault(mine))];
  const { model, title } = drawn(c, audit, reading, { show: filterOf(c.body.show), redraw, faults });
  return shown(status, 'audits/section', model, { ...options(title), outcome });
}

const conflictFault = ({ item, occurrence }: { item: string; occurrence: number }): Fault => ({
  field: `q-${fieldName(item, occurrence, 'value')}`,
  at: null,
  message: 'This question was answered elsewhere while you were writing. Choose which answer stays.',
});

/** What the script is told: the time it was kept, the version of each answer, and what is left to do. */
function outcomeOf(saved: SavedSection, now: string) {
  return {
    savedAt: formatTime(now),
    versions: saved.versions,
    faults: saved.faults,
    conflicts: saved.conflicts.map(({ mine }) => fieldName(mine.item, mine.occurrence, 'value')),
    concern: saved.concern !== null,
  };
}

function whereTo(
  c: Saving<unknown, { do: string; show: string }>,
  audit: Audit,
  section: string,
  saved: SavedSection,
): string {
  const base = `/audits/${audit.id}/sections`;
  if (c.body.do !== 'next') {
    const query = filterOf(c.body.show) === 'all' ? '' : `?show=${c.body.show}`;
    return `${base}/${section}${query}${saved.at === null ? '' : `#${saved.at}`}`;
  }
  const { sections } = whatApplies(filledAudit(c.db, audit).shown);
  const next = sections[sections.findIndex((one) => one.section.key === section) + 1];
  return next ? `${base}/${next.section.key}` : `/audits/${audit.id}/submission`;
}
