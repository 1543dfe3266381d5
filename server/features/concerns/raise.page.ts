import { notFound } from '../../domain/problems.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { auditById, type Audit } from '../audits/audits.store.js';
import { membershipsOf } from '../people/teams.store.js';
import { contactFor, type Contacts } from './contacts.store.js';
import { questionOf } from './question.js';
import { referenceOf } from './subject.store.js';

export interface RaisePage {
  address: string;
  /** What it is about, where the page was opened from an audit: reference, form, question. */
  facts: { name: string; text: string; reference?: boolean }[];
  ring: string | null;
  deputy: string | null;
  asksCase: boolean;
  reference: string;
  referenceFault: string | null;
  said: string;
  saidFault: string | null;
  item: string;
  back: string;
}

type Raising = Showing<{ item?: string; back?: string; case?: string }>;

/** Raised from a page of an audit: it is known which child, which question and whose team. */
export function raiseOnAuditPage(c: Raising): RaisePage {
  const audit = auditAsked(c);
  const item = typed(c, 'item', c.query.item);
  const question = questionOf(c.db, audit.id, item || null);
  return {
    ...common(c, contactFor(c.db, audit.teamId, c.today)),
    facts: [
      ...(audit.reference ? [{ name: 'Case', text: audit.reference, reference: true }] : []),
      { name: 'Audit', text: audit.formTitle },
      ...(question ? [{ name: 'Question', text: question }] : []),
    ],
    asksCase: false,
    reference: '',
    referenceFault: null,
    item: question ? item : '',
    back: localAddress(typed(c, 'back', c.query.back), `/audits/${audit.id}`),
  };
}

/** Raised on its own, about a case or about none in the register. */
export function raiseAlonePage(c: Raising): RaisePage {
  const known = /^[1-9]\d{0,14}$/.test(c.query.case ?? '') ? Number(c.query.case) : null;
  const reference = known === null ? null : referenceOf(c.db, known, c.reach, c.today);
  return {
    ...common(c, contactFor(c.db, teamOfRaiser(c), c.today)),
    facts: [],
    asksCase: true,
    reference: typed(c, 'reference', reference ?? ''),
    referenceFault: faultAt(c, 'reference'),
    item: '',
    back: localAddress(typed(c, 'back', c.query.back), '/'),
  };
}

const common = (c: Raising, contact: Contacts | null) => ({
  address: c.address,
  ring: contact && `${contact.name}, ${contact.telephone}`,
  deputy: contact?.deputy ? `${contact.deputy.name}, ${contact.deputy.telephone}` : null,
  said: typed(c, 'said'),
  saidFault: faultAt(c, 'said'),
});

export function auditAsked(c: Pick<Showing, 'db' | 'id' | 'reach' | 'today'>): Audit {
  const audit = auditById(c.db, c.id('id'), c.reach, c.today);
  if (!audit) throw notFound();
  return audit;
}

/** Where nothing says whose team a concern belongs to, it goes to the manager of whoever raises it. */
export const teamOfRaiser = (c: Pick<Showing, 'db' | 'me' | 'today'>): number | null =>
  membershipsOf(c.db, c.me.id, c.today)[0]?.teamId ?? null;

/** Only a path of our own: never another site. */
export const localAddress = (given: string, otherwise: string): string =>
  /^\/(?![/\\])/.test(given) ? given : otherwise;
