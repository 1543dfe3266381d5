import type { FormDocument } from '../../../server/domain/forms/document.js';
import { asAsked } from '../../../server/domain/forms/asked.js';
import { isUnchecked, markInWords } from '../../../server/domain/forms/marks.js';
import { contactsFor } from '../../../server/domain/scoring/contacts.js';
import { limitPlaces } from '../../../server/domain/scoring/limit-places.js';
import { formLimit, limitInFull, ownLimit } from '../../../server/domain/scoring/limits.js';
import nationalStandards from '../../../schemas/forms/national-standards-2013/1.json';
import custodyDocuments from '../../../schemas/forms/custody-documents/1.json';

const settings = { readOn: '2026-11-24', acceptedReasons: new Set<string>(), limits: {} };
const asked = (level: string | null) => ({ fact: () => null, answer: () => level });
const standards = nationalStandards as FormDocument;
const papers = custodyDocuments as FormDocument;

describe('a limit in full', () => {
  const form = { direction: 'within', amount: 20, unit: 'working-days' } as const;

  it('is the form’s in few words', () => {
    expect(limitInFull(formLimit(form))).toBe('within 20 working days');
  });

  it('says that it is the service’s own, since when, and what the form says', () => {
    const measure = { amount: 15, unit: 'working-days' } as const;
    const own = { direction: 'within', measure, ordersFrom: '2026-09-01' } as const;
    expect(limitInFull(ownLimit(own, form))).toBe(
      'within 15 working days (the service’s own, for orders from 1 Sep 2026; the form says within 20 working days)',
    );
  });
});

describe('contacts that a case is held to', () => {
  it.each([
    ['intensive', 'at least 12 contacts a month'],
    ['enhanced', 'at least 4 contacts a month'],
    ['standard', 'at least 2 contacts a month'],
  ])('go by the level that was set: %s', (level, words) => {
    expect(contactsFor('ns-contacts-early', asked(level), settings)?.words).toBe(words);
  });

  it('are not told while no level is known, nor for questions without a number', () => {
    expect(contactsFor('ns-contacts-early', asked(null), settings)).toBeNull();
    expect(contactsFor('ns-contacts-early', asked('none-recorded'), settings)).toBeNull();
    expect(contactsFor('ns-plan-shared', asked('standard'), settings)).toBeNull();
  });

  it('are the service’s own where it has set some', () => {
    const contacts = { 'ns-contacts-early intensive': { amount: 8, ordersFrom: null } };
    const used = contactsFor('ns-contacts-early', asked('intensive'), { ...settings, contacts });
    expect(used?.words).toBe('at least 8 contacts a month (own limit)');
    expect(used?.inFull).toContain('the form says at least 12 contacts a month');
  });
});

describe('what a service may set', () => {
  it('is each limit of an item that has several', () => {
    const places = limitPlaces(standards).filter(({ item }) => item === 'ns-report-days');
    expect(places.map(({ place, formSays }) => [place, formSays])).toEqual([
      ['1', 'within 10 working days'],
      ['2', 'within 15 working days'],
    ]);
  });

  it('is the contact table by level', () => {
    const places = limitPlaces(standards).filter(({ item }) => item === 'ns-contacts-later');
    expect(places.map(({ place }) => place)).toEqual(['intensive', 'enhanced', 'standard']);
  });

  it('is the list of papers on a form that tolerates no exception, and only there', () => {
    expect(limitPlaces(papers).every(({ isPaper }) => isPaper)).toBe(true);
    expect(limitPlaces(papers).map(({ item }) => item)).toContain('paper-received');
    expect(limitPlaces(standards).some(({ isPaper }) => isPaper)).toBe(false);
  });
});

describe('a paper that the service does not ask for', () => {
  const without = asAsked(papers, new Set(['paper-convictions']));
  const keys = (form: FormDocument) => form.sections.flatMap(({ items }) => items.map(({ key }) => key));

  it('is not on the form, and everything else is', () => {
    expect(keys(without)).toEqual(keys(papers).filter((key) => key !== 'paper-convictions'));
  });

  it('makes the form once, so that what is worked out from it is worked out once', () => {
    expect(asAsked(papers, new Set(['paper-convictions']))).toBe(without);
    expect(asAsked(papers, new Set())).toBe(papers);
    expect(asAsked(standards, new Set(['paper-convictions']))).toBe(standards);
  });
});

describe('how sure a rule is', () => {
  it.each([
    ['V', 'read in a public source', false],
    ['M', 'not checked', true],
    ['V local', 'read in another service’s own rules', false],
    ['M; V local', 'not checked; read in another service’s own rules', true],
    ['L', 'a local rule, for the service to set', false],
    ['I', 'our own inference', true],
    ['V that it goes; M the day', 'read in a public source: that it goes; not checked: the day', true],
    ['V 2008; M now', 'read in a public source: 2008; not checked: now', true],
  ])('is said in words: %s', (mark, words, unchecked) => {
    expect(markInWords(mark)).toBe(words);
    expect(isUnchecked(mark)).toBe(unchecked);
  });
});
