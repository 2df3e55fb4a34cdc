// The exit cost answers while a slider moves; without this, its form asks for the page anew.

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form.question'));
const answer = form?.parentElement?.querySelector('.answer');

if (form && answer) {
  let asking = false;
  let again = false;

  const ask = async () => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    const given = new URLSearchParams();
    for (const [name, value] of new FormData(form)) given.set(name, String(value));
    try {
      const response = await fetch(`${form.dataset.answers}?${given}`);
      if (response.ok) show(await response.json());
      history.replaceState(null, '', `${location.pathname}?${given}#what-if`);
    } finally {
      asking = false;
      if (again) {
        again = false;
        ask();
      }
    }
  };

  /** @param {{ a: number | null, b: number | null, words: string, others: { name: string, percent: number }[] }} given */
  const show = ({ a, b, words, others }) => {
    const largest = Math.max(Math.abs(a ?? 0), Math.abs(b ?? 0));
    put('.answer-words', words);
    for (const [index, value] of [a, b].entries()) {
      const width = value && largest ? `${((100 * Math.abs(value)) / largest).toFixed(1)}%` : '0%';
      answer.querySelectorAll('.pair-bars rect')[index]?.setAttribute('width', width);
      const number = answer.querySelectorAll('.bar-value')[index];
      const text = number?.querySelector('.cited')?.firstChild ?? number?.firstChild;
      if (text) text.textContent = said(value);
    }
    const names = others.map(({ name, percent }) => `${name} ${said(percent)}`).join(', ');
    put('.answer-others', names ? `Of all others it would cost most: ${names}.` : '');
  };

  /** @param {number | null} value */
  const said = value =>
    value === null ? 'no answer' : `${value < 0 ? '−' : value > 0 ? '+' : ''}${Math.abs(value).toFixed(3)} %`;

  /** @param {string} place @param {string} text */
  const put = (place, text) => {
    const element = answer.querySelector(place);
    if (element) element.textContent = text;
  };

  form.addEventListener('input', event => {
    const field = event.target;
    if (field instanceof HTMLInputElement) {
      const shown = form.elements.namedItem(`${field.name}-shown`);
      if (shown instanceof HTMLOutputElement) shown.value = field.value;
    }
    ask();
  });
  // The answer is there already; the button is for who has no scripts.
  form.querySelector('button')?.remove();
}
