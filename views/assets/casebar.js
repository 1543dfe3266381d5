// The audit page without this: the list of sections stays open and the case bar does not stick. Nothing is lost.
const bar = document.querySelector('.casebar');
const drawer = document.querySelector('[data-sections]');
const wide = window.matchMedia('(min-width: 64em)');

const fit = () => (drawer.open = wide.matches);
fit();
wide.addEventListener('change', fit);

// What has focus never lies under the bar, backwards too.
document.addEventListener('focusin', ({ target }) => {
  if (!target.closest('.audit') || getComputedStyle(bar).position !== 'sticky') return;
  const hidden = bar.getBoundingClientRect().bottom + 12 - target.getBoundingClientRect().top;
  if (hidden > 0) window.scrollBy(0, -hidden);
});
