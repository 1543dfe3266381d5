export interface Link {
  readonly text: string;
  readonly href: string;
}

/** All that stands around a page. The layout needs every field; null where there is nothing. */
export interface Chrome {
  readonly title: string;
  /** The service's own name, beside ours in the masthead. */
  readonly service: string;
  readonly person: { readonly name: string; readonly href: string } | null;
  readonly demo: boolean;
  readonly menu: readonly (Link & { readonly current: boolean })[];
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  /** What has to be put right; `href` leads to the field ('#size'). */
  readonly faults: readonly { readonly message: string; readonly href: string | null }[];
  /** Who printed it and when: 'Printed by Helen Pryce on 24 November 2026 at 14:02'. */
  readonly printed: string;
  /** 'audit' has no menu, so that nobody leaves it by accident; 'bare' is for those not signed in. */
  readonly layout: 'page' | 'audit' | 'bare';
  /** Where this page is, for the foot of a printed sheet. */
  readonly address: string;
  /** Scripts beside page.js, by name: 'answers' is views/assets/answers.js. */
  readonly scripts: readonly string[];
}
