/** What happens when, in order of time; what happens may plan more. What lies after the end never happens. */
export interface Agenda {
  /** `when` is ISO UTC. */
  plan(when: string, happens: (when: string) => void): void;
  runUntil(end: string): void;
}

export function createAgenda(): Agenda {
  const planned: { when: string; order: number; happens: (when: string) => void }[] = [];
  let order = 0;
  return {
    plan(when, happens) {
      planned.push({ when, order: order++, happens });
    },
    runUntil(end) {
      for (;;) {
        planned.sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : a.order - b.order));
        const next = planned[0];
        if (!next || next.when > end) return;
        planned.shift();
        next.happens(next.when);
      }
    },
  };
}
