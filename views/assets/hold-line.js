// A form marked data-hold-line stays on the screen with its words while the line is lost, and says so.
const sure = new WeakSet();

document.addEventListener('submit', async (event) => {
  const form = event.target.closest('[data-hold-line]');
  if (!form || sure.delete(form)) return;
  event.preventDefault();
  const button = event.submitter;
  if (!(await lineIsThere())) {
    tell(form);
    return;
  }
  sure.add(form);
  form.requestSubmit(button);
});

async function lineIsThere() {
  try {
    return (await fetch('/assets/mark.svg', { method: 'HEAD', cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

function tell(form) {
  form.querySelector('[data-line-lost]')?.remove();
  const notice = document.createElement('div');
  notice.className = 'notice notice--late';
  notice.setAttribute('role', 'alert');
  notice.dataset.lineLost = '';
  notice.textContent = 'Not saved: Assay can’t be reached. Your words are still here. Press again when the line is back.';
  form.prepend(notice);
}
