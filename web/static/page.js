// What makes the pages handier where scripts run; without it they are whole.

/** Evidence beside its number: the note opens where the reader is, instead of leading to the end of the page. */
const panel = document.createElement('aside');
panel.className = 'note-panel';
panel.setAttribute('aria-label', 'Evidence');
panel.setAttribute('popover', 'auto');
panel.tabIndex = -1;

document.addEventListener('click', event => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.target instanceof Element ? event.target.closest('a.cited') : null;
  if (!(link instanceof HTMLAnchorElement) || !panel.showPopover) return;
  const note = document.getElementById(link.hash.slice(1));
  // A number of a table leads to its row, which is where the reader wants to be.
  if (!note?.closest('.notes')) return;
  event.preventDefault();
  panel.replaceChildren(
    ...[...note.children].filter(child => !child.matches('.back')).map(child => child.cloneNode(true)),
  );
  if (!panel.isConnected) document.body.append(panel);
  panel.showPopover();
  place(link);
  panel.focus({ preventScroll: true });
});

/**
 * Below the number, or above it where there is no room; on a phone it is a sheet at the bottom.
 *
 * @param {Element} link
 */
function place(link) {
  if (matchMedia('(max-width: 40rem)').matches) {
    panel.removeAttribute('style');
    return;
  }
  const at = link.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const below = at.bottom + 8 + height < innerHeight;
  panel.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  panel.style.top = `${below ? at.bottom + 8 : Math.max(8, at.top - height - 8)}px`;
}

/** `j` and `k` go to the next and the previous claim of an article. */
const claims = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('.claim-card'))];
document.addEventListener('keydown', event => {
  const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
  if (!step || !claims.length || event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
  const here = claims.findIndex(claim => claim.contains(document.activeElement));
  const first = step > 0 ? 0 : claims.length - 1;
  const next = claims[here < 0 ? first : Math.max(0, Math.min(claims.length - 1, here + step))];
  if (!next) return;
  // What a key opened, the next key closes; what the reader opened stays.
  for (const claim of claims) if (claim !== next && claim.dataset.opened) claim.open = false;
  if (!next.open) {
    next.open = true;
    next.dataset.opened = 'by key';
  }
  next.querySelector('summary')?.focus();
  next.scrollIntoView({ block: 'nearest' });
  show(next);
});

/** The words of the claim that has the focus are marked in the text. */
document.addEventListener('focusin', event => {
  const claim = event.target instanceof Element && event.target.closest('.claim-card');
  if (claim instanceof HTMLDetailsElement) show(claim);
});

/** @param {HTMLDetailsElement} card */
function show(card) {
  for (const words of document.querySelectorAll('.claim.current')) words.classList.remove('current');
  for (const words of document.querySelectorAll(`.claim-${card.dataset.number}`)) words.classList.add('current');
}

/** A link to a claim, or to a fact that is folded away, opens what holds it. */
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const card = target?.closest('details');
  if (!card) return;
  card.open = true;
  target?.scrollIntoView({ block: 'nearest' });
  if (card.matches('.claim-card')) show(card);
}
addEventListener('hashchange', openTarget);
openTarget();

/** The form in which a claim is decided on opens where the claim stands, instead of leading to a page of its own. */
document.addEventListener('click', async event => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.target instanceof Element ? event.target.closest('a.decide') : null;
  const place = link?.closest('.card-body, .note-panel');
  if (!(link instanceof HTMLAnchorElement) || !place) return;
  event.preventDefault();
  const open = place.querySelector('form.decision');
  if (open) return open.remove();
  try {
    const answer = await fetch(link.href);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const form = page.querySelector('form.decision');
    if (!form) throw new Error('no form');
    remember(/** @type {HTMLElement} */ (form));
    place.append(document.adoptNode(form));
    /** @type {HTMLElement | null} */ (form.querySelector('input[type=radio]'))?.focus();
  } catch {
    location.assign(link.href);
  }
});

/** What the browser keeps for this address; nothing where it keeps nothing. */
function kept() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Whoever signs once need not write the name again. It stays in this browser. @param {ParentNode} where */
function remember(where) {
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (where.querySelectorAll('input[name=by]'))) {
    field.value ||= kept()?.getItem('name') ?? '';
    field.form?.addEventListener('submit', () => kept()?.setItem('name', field.value));
  }
}
remember(document);

/** What a decision moved is seen to move: the ticks change sides one after the other. */
if (matchMedia('(prefers-reduced-motion: no-preference)').matches) {
  for (const [index, tick] of document.querySelectorAll('.tick-moved').entries()) {
    tick.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 500, delay: 300 + index * 120, fill: 'backwards' });
  }
}

/** While a long text is read, the page says so. */
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form.draft'))) {
  form.addEventListener('submit', () => {
    const status = /** @type {HTMLElement | null} */ (form.querySelector('[role=status]'));
    if (status) status.textContent = status.dataset.doing ?? '';
    form.querySelector('button')?.setAttribute('aria-busy', 'true');
  });
}
