// Saves each answer as it is given, and says so only when the server has answered. Without this the page is a plain
// form and nothing is lost. What is not saved yet lives in the page's memory and nowhere else.
const form = document.querySelector('[data-answers]');
const unsaved = new Set(); // bases of questions whose fields were touched
let timer,
  sending,
  savedAt,
  failures = 0,
  keysOff = false;

if (form) {
  form.addEventListener('input', ({ target }) => touch(target, 900));
  form.addEventListener('change', ({ target }) => touch(target, 0));
  form.addEventListener('paste', ({ target }) => setTimeout(() => touch(target, 0)));
  form.addEventListener('submit', () => unsaved.clear());
  form.addEventListener('keydown', keys);
  form.addEventListener('click', ({ target }) => {
    if (target.closest('[data-keys-off]')) toggleKeys();
  });
  window.addEventListener('beforeunload', (event) => unsaved.size > 0 && event.preventDefault());
  document.querySelector('[data-sign-in] form').addEventListener('submit', signIn);
  fit(document.querySelectorAll('[data-q]'));
}

function touch(field, wait) {
  const question = field.closest('[data-q]');
  if (!question || !field.name) return;
  unsaved.add(question.dataset.q);
  fit([question]);
  clearTimeout(timer);
  timer = setTimeout(save, wait);
}

/**
 * Notes grow with their words; a reason shows with the answer that asks for it. All heights are let go before any is read
 * and read before any is set, or the browser would lay out the page once for each.
 */
function fit(questions) {
  const inside = (what) => [...questions].flatMap((question) => [...question.querySelectorAll(what)]);
  for (const reason of inside('[data-only-with]'))
    reason.hidden = reason.closest('[data-q]').querySelector('input:checked')?.value !== reason.dataset.onlyWith;
  const notes = inside('[data-note]').filter((note) => note.value !== '' || note.style.height !== '');
  for (const note of notes) note.style.height = 'auto';
  const heights = notes.map((note) => note.scrollHeight);
  notes.forEach((note, i) => heights[i] > 0 && (note.style.height = `${heights[i] + 4}px`));
}

/** The fields of the questions that were touched, as they stand now. */
function fieldsOf(names) {
  const questions = [...form.querySelectorAll('[data-q]')].filter(({ dataset }) => names.has(dataset.q));
  const inside = new Set(
    questions.flatMap((question) => [...question.querySelectorAll('[name]')].map(({ name }) => name)),
  );
  const sent = [...new FormData(form)].filter(([name]) => inside.has(name));
  return new URLSearchParams([['do', 'save'], ['show', 'all'], ...sent]);
}

async function save() {
  if (sending || unsaved.size === 0) return;
  const names = new Set(unsaved);
  unsaved.clear();
  sending = true;
  const slow = setTimeout(() => say('quiet', 'Saving …'), 500);
  try {
    const answer = await post(form.action, fieldsOf(names), 'application/json');
    if (answer.status === 401) throw askToSignIn();
    if (![200, 409, 422].includes(answer.status)) throw new Error(String(answer.status));
    const outcome = await answer.json();
    failures = 0;
    if (outcome.savedAt) told(outcome, names);
    else say('unsaved', outcome.message ?? 'Not saved');
  } catch {
    names.forEach((name) => unsaved.add(name));
    failures += 1;
    say('unsaved', `Not saved${savedAt ? ` since ${savedAt}` : ''}, will try again`);
    timer = setTimeout(save, Math.min(30, 2 ** failures) * 1000);
  } finally {
    clearTimeout(slow);
    sending = false;
  }
  if (unsaved.size > 0 && failures === 0) save();
}

const post = (address, body, accept) => fetch(address, { method: 'POST', body, headers: { Accept: accept } });

function told({ savedAt: at, versions, conflicts, faults }, names) {
  savedAt = at;
  for (const [name, version] of Object.entries(versions)) form.elements[`${name}__seen`].value = version;
  if (conflicts.length > 0 || faults.length > 0) {
    say('unsaved', 'Not all saved: see the question');
    return post(form.action, fieldsOf(names), 'text/html')
      .then(asPage)
      .then((page) => refresh(page, [...conflicts, ...faults.map(({ field }) => field.split('__')[0])]));
  }
  say('saved', `Saved ${at}`);
  return fetch(location.href, { headers: { Accept: 'text/html' } })
    .then(asPage)
    .then((page) => page && refresh(page, []));
}

const asPage = async (answer) => new DOMParser().parseFromString(await answer.text(), 'text/html');

/** Takes over what the server says now: what applies, states, sums, what is missing. Fields in use stay as they are. */
function refresh(page, redrawn) {
  if (!page.querySelector('[data-answers]')) return;
  const blocks = '[data-questions] > [id]';
  const now = new Map([...document.querySelectorAll(blocks)].map((block) => [block.id, block]));
  const drawn = [];
  let last = null;
  for (const block of [...page.querySelectorAll(blocks)]) {
    const old = now.get(block.id);
    const isNew = !old || redrawn.includes(block.dataset.block) || questionsIn(old) !== questionsIn(block);
    if (old && isNew) old.replaceWith(block);
    else if (isNew) last ? last.after(block) : form.querySelector('[data-questions]').prepend(block);
    if (isNew) drawn.push(block);
    last = isNew ? block : old;
    now.delete(block.id);
  }
  if (!new URLSearchParams(location.search).has('show'))
    for (const [, gone] of now) if (!gone.contains(document.activeElement)) gone.remove();
  const live = new Map([...document.querySelectorAll('[data-live]')].map((part) => [part.dataset.live, part]));
  for (const fresh of page.querySelectorAll('[data-live]')) {
    const old = live.get(fresh.dataset.live);
    if (!old || old.contains(document.activeElement) || fresh.dataset.live === 'saved') continue;
    if (
      old.innerHTML !== fresh.innerHTML &&
      !('liveOnce' in old.dataset && old.children.length > 0 && fresh.children.length > 0)
    )
      old.innerHTML = fresh.innerHTML;
  }
  fit(drawn);
}

const questionsIn = (block) => [...block.querySelectorAll('[data-q]')].map(({ id }) => id).join();

function say(kind, words) {
  const state = document.createElement('span');
  state.className = `state state--${kind}`;
  state.setAttribute('role', 'status');
  state.textContent = words;
  document.getElementById('save-state').replaceChildren(state);
}

/** Number keys answer, N leads to the next question without an answer, L keeps it for later; only inside a question. */
function keys(event) {
  const question = event.target.closest('[data-q]');
  const isTyping = event.target.matches('textarea, select, input:not([type="radio"])');
  if (keysOff || !question || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
  const choice = question.querySelectorAll('.scale input')[Number(event.key) - 1];
  if (/^[1-9]$/.test(event.key) && choice) (choice.click(), choice.focus());
  if (event.key === 'n') nextOpen(question)?.focus();
  if (event.key === 'l') question.querySelector('[data-later]')?.click();
}

function nextOpen(question) {
  const all = [...document.querySelectorAll('[data-q]')];
  const after = all
    .slice(all.indexOf(question) + 1)
    .find((one) => one.querySelector('.scale') && !one.querySelector('.scale input:checked'));
  return after?.querySelector('input[type="radio"]');
}

function toggleKeys() {
  keysOff = !keysOff;
  form.querySelector('[data-keys-off]').textContent = keysOff ? 'Turn keys on' : 'Turn keys off';
}

function askToSignIn() {
  const dialog = document.querySelector('[data-sign-in]');
  if (!dialog.open) dialog.showModal();
  return new Error('signed out');
}

/** The same person signs in again, in place; what was typed is sent right after. */
async function signIn(event) {
  event.preventDefault();
  const [name, password] = ['again-name', 'again-password'].map((id) => document.getElementById(id));
  const body = new URLSearchParams({ name: name.value, password: password.value, same: form.dataset.me });
  const answer = await post('/sign-in', body, 'application/json').catch(() => null);
  const outcome = await answer?.json().catch(() => ({}));
  password.value = '';
  document.querySelector('[data-sign-in-says]').textContent = answer?.ok
    ? ''
    : (outcome?.message ?? 'This could not be sent. Try again.');
  if (!answer?.ok) return;
  document.querySelector('[data-sign-in]').close();
  clearTimeout(timer);
  save();
}
