// Runs in the page that is measured, before anything of its own.
const tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
  type: 'longtask',
  buffered: true,
});
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

window.bench = {
  /** Milliseconds from the request to the first frame after all is loaded. */
  async drawn() {
    await frame();
    return performance.now();
  },

  /** Milliseconds from a click on another answer to the frame in which what hangs on it has come or gone. */
  async reacted(question, follows, isPlain) {
    const [yes, no] = ['yes', 'no'].map((value) => document.querySelector(`[name="${question}"][value="${value}"]`));
    const field = yes.checked ? no : yes;
    const isThere = () => document.getElementById(follows)?.hidden === false;
    const before = isThere();
    if (isPlain) field.addEventListener('change', () => document.getElementById(follows).toggleAttribute('hidden'));
    const from = performance.now();
    field.click();
    while (isThere() === before) {
      if (performance.now() - from > 5000) throw new Error('Nothing followed.');
      await frame();
    }
    await frame();
    return performance.now() - from;
  },

  /** The longest task so far; 50 where none was longer. */
  longest: () => Math.max(50, ...tasks),
};
