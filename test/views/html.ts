import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': ['error', { style: 'omit' }],
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Safari forgets what a table is once its rows are laid out as blocks, so the parts say it again.
    'no-redundant-role': 'off',
    // The design system makes buttons of links, and what scrolls sideways is a region.
    'prefer-native-element': ['error', { exclude: ['button', 'region'] }],
    // The rows of a list send one name many times.
    'form-dup-name': 'off',
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
});

/** What a validator has against a page: 'rule line: message', none for a sound one. */
export async function htmlFaults(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) => result.messages.map((m) => `${m.ruleId} ${m.line}: ${m.message}`));
}
