import { gallery } from './gallery.js';
import { htmlFaults } from './html.js';

describe('every part in the layout', () => {
  test.each(['page', 'audit', 'bare'] as const)('is valid HTML, layout %s', async (layout) => {
    expect(await htmlFaults(gallery({ layout, crumbs: [] }))).toEqual([]);
  });

  test('carries no style and no script of its own, which the content policy would refuse', () => {
    const html = gallery();
    expect(html).not.toMatch(/ style=| on[a-z]+=|<style/);
    expect(html.match(/<script[^>]*>[^<]/g)).toBeNull();
  });
});

describe('the layout', () => {
  test('says in the title that something has to be put right, and links to the field', () => {
    const html = gallery();
    expect(html).toContain('<title>Fault: Victims and restorative work – Assay</title>');
    expect(html).toContain('<a href="#size">A size is a whole number from 1 to 100.</a>');
    expect(html).toContain('There is something to put right');
    expect(gallery({ faults: [] })).toContain('<title>Victims and restorative work – Assay</title>');
  });

  test('has no menu on the audit page, so that nobody leaves it by accident', () => {
    expect(gallery()).toContain('aria-label="Main"');
    expect(gallery({ layout: 'audit' })).not.toContain('aria-label="Main"');
    expect(gallery({ layout: 'bare' })).not.toContain('aria-label="Main"');
  });

  test('marks demonstration data, and only that', () => {
    expect(gallery()).toContain('Demonstration data');
    expect(gallery({ demo: false })).not.toContain('Demonstration data');
  });

  test('offers to sign out only to who is signed in', () => {
    expect(gallery()).toContain('action="/sign-out"');
    expect(gallery({ person: null })).not.toContain('/sign-out');
  });

  test('marks page and paper, and says on paper who printed it', () => {
    const html = gallery();
    expect(html.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(2);
    expect(html).toContain('Printed by Helen Pryce on 24 November 2026 at 14:02 · /reports/themes/3');
  });
});
