// A second press within a second is a slip of the hand, not a second act.
const pressed = new WeakMap();

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-prevent-double-click]');
  if (!button) return;
  if (Date.now() - (pressed.get(button) ?? 0) < 1000) event.preventDefault();
  else pressed.set(button, Date.now());
});
