// What has to be put right is read out first; each line leads to the label of its field, not under it.
const summary = document.querySelector('[data-module="govuk-error-summary"]');

if (summary) {
  summary.tabIndex = -1;
  summary.focus();
  summary.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    (field.closest('.govuk-form-group, .q') ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
