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

  /** @param {{ said: { a: string, b: string }, relative: { a: number, b: number }, words: string, othersWords: string }} given */
  const show = ({ said, relative, words, othersWords }) => {
    put('.answer-words', words);
    put('.answer-others', othersWords);
    for (const [index, side] of /** @type {const} */ (['a', 'b']).entries()) {
      answer.querySelectorAll('.pair-bars rect')[index]?.setAttribute('width', `${relative[side]}%`);
      const number = answer.querySelectorAll('.bar-value')[index];
      const text = number?.querySelector('.cited')?.firstChild ?? number?.firstChild;
      if (text) text.textContent = said[side];
    }
  };

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
