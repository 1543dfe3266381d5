// A button with data-print opens the browser's print window. Without scripts it is not shown.
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-print]')) window.print();
});
