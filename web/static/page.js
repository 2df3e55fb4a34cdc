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

/** While a long text is read, the page says so. */
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form.draft'))) {
  form.addEventListener('submit', () => {
    const status = /** @type {HTMLElement | null} */ (form.querySelector('[role=status]'));
    if (status) status.textContent = status.dataset.doing ?? '';
    form.querySelector('button')?.setAttribute('aria-busy', 'true');
  });
}
