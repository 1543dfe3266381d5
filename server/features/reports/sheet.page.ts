import { formatDateInFull, formatTime } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { setting } from '../settings/settings.store.js';
import { practitionerPage, type PractitionerPage } from './practitioner.page.js';
import { selectedInWords, type Reporting } from './reporting.js';

/** The sheet for supervision: side one is read, side two is worked on. */
export interface SheetPage {
  service: string;
  page: PractitionerPage;
  /** The latest words of each kind: what fits on a side. */
  well: PractitionerPage['twin']['left']['said'];
  improve: PractitionerPage['twin']['right']['said'];
  how: { name: string; text: string }[];
  foot: string;
  back: string;
}

export function sheetPage(r: Reporting, id: number): SheetPage {
  const page = practitionerPage(r, id);
  const printed = `Printed ${formatDateInFull(londonDate(r.now))}, ${formatTime(r.now)}, by ${r.me.name}`;
  return {
    service: setting(r.db, 'service-name') ?? 'Youth justice service',
    page: {
      ...page,
      judged: page.judged.slice(0, 1),
      goals: page.goals.slice(0, 2),
      changed: page.changed && { ...page.changed, rows: page.changed.rows.slice(0, 3) },
    },
    well: page.twin.left.said.slice(0, 2),
    improve: page.twin.right.said.slice(0, 2),
    how: howToRead(page),
    foot: `${printed}. Counted: audits ${selectedInWords(r)}.`,
    back: r.address.replace(/\/sheet$/, ''),
  };
}

function howToRead(page: PractitionerPage): { name: string; text: string }[] {
  const auditors = page.auditors?.table.rows.map(
    ({ auditor, these, marked }) => `${auditor?.text} ${these?.text} (${marked?.text})`,
  );
  const cases = page.cases
    .filter(({ name }) => name !== 'Holds now')
    .map(({ name, text }) => (name === 'Chosen by' ? text : `${name.toLowerCase()} ${text}`));
  const said = page.own.said[0];
  return [
    ...(auditors
      ? [{ name: 'Auditors', text: `${auditors.join(', ')}. In brackets: Good or better, of all theirs.` }]
      : []),
    { name: 'Cases', text: `${cases.join('; ')}.` },
    ...(page.means.length > 0
      ? [{ name: 'Figures', text: page.means.map(({ form, lead }) => `${form}: ${lead}`).join(' ') }]
      : []),
    ...(page.compliance ? [{ name: 'Compliance', text: page.compliance.short }] : []),
    { name: 'Own words', text: said ? `‘${said.text}’ ${said.by}` : page.own.sum },
  ];
}
